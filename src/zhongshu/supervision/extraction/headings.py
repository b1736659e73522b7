"""Lines that head a part of a paper: 二、县财政局 leads what the lines below ask for; 以下事项须在5月20日前办结： dates it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from .actors import bare_owner
from .dates import find_due
from .directory import Directory
from .model import NO_DUE, Due, Duty, Mention
from .names import is_generic
from .segmentation import NUMBERING
from .spans import Passage

# 一、县交通运输局（2022年6月底前完成）
_WHEN_BEHIND = re.compile(r"（[^（）]{2,24}）[：\s]*$")
_DATED = re.compile(
    r"\s*(?:以下|下列)[^，。；：]{2,36}(?:完成|办结|办理|落实|整改|解决|销号|清零)(?:完毕|到位)?：\s*"
)


@dataclass(slots=True)
class Heading:
    """The units and the day under which the passages of a text stand; none before the first such line.

    ``context``: the document's date.
    """

    directory: Directory | None
    context: date | None = None
    kind: str = ""
    units: tuple[Mention, ...] = ()
    due: Due = NO_DUE

    def takes(self, passage: Passage) -> bool:
        """Whether ``passage`` is such a line: what it says holds for what follows, until its kind of number comes again."""
        kind = _kind_of_number(passage.norm)
        units = self._owners(passage)
        dated = bool(units) or bool(_DATED.fullmatch(passage.norm))
        if units or dated:
            firm = [due for due in find_due(passage, self.context) if due.firm]
            self.kind, self.units = kind, units
            self.due = firm[0].due(passage) if firm else NO_DUE
            return bool(units or firm)
        if kind == self.kind:
            self.units, self.due = (), NO_DUE
        return False

    def dated(self, duties: list[Duty]) -> list[Duty]:
        """``duties`` with the day of the heading where they tell none."""
        if self.due is NO_DUE:
            return duties
        return [duty if duty.due.raw else replace(duty, due=self.due) for duty in duties]

    def _owners(self, passage: Passage) -> tuple[Mention, ...]:
        norm, known = passage.norm, self.directory
        when = _WHEN_BEHIND.search(norm)
        timed = when and any(due.start > when.start() for due in find_due(passage, self.context))
        named = bare_owner(norm, 0, when.start() if when and timed else len(norm), known)
        if any(is_generic(norm[a:b]) for a, b in named):
            return ()
        spans = [passage.span(a, b, "cue.owner") for a, b in named]
        return tuple(Mention(span, known.unit_id(span.text) if known else None) for span in spans)


def _kind_of_number(norm: str) -> str:
    """How a passage is numbered, without the number itself (、 of 一、, （） of （1）); empty if it is not."""
    hit = NUMBERING.match(norm)
    return "".join(char for char in hit[0].strip() if not char.isnumeric()) if hit else ""
