"""Lines that head a part of a paper: 二、县财政局 leads what the lines below ask for; 以下事项须在5月20日前办结： dates it.

Labels that stand before a list hold for each of its items: 责任单位：县水务局 / 1.… / 2.….
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from .actors import bare_owner
from .dates import find_due
from .directory import Directory
from .letters import foretold
from .model import NO_DUE, Due, Duty, Mention
from .names import is_generic
from .people import by_name, without_posts
from .roles import DUE_LABEL, LABEL, Cast, Read, read_labels
from .segmentation import NUMBERING
from .spans import Passage

# 一、县交通运输局（2022年6月底前完成）
_WHEN_BEHIND = re.compile(r"（[^（）]{2,24}）[：\s]*$")
_DATED = re.compile(
    r"\s*(?:以下|下列)[^，。；：]{2,36}(?:完成|办结|办理|落实|整改|解决|销号|清零)(?:完毕|到位)?：\s*"
)


# 三、整治校园食堂 / 责任单位：… / 1.…: at most a title before the labels, and a list that begins behind them.
_LABELS = re.compile(
    foretold(
        rf"(?P<title>[^。；：\n]{{0,40}}?)[\s（，]*(?={LABEL.pattern}|{DUE_LABEL.pattern})(?P<rest>[\s\S]{{4,200}})"
    )
)
_FIRST_ITEM = re.compile(r"\s*(?:一、|（[一1]）|1[.．、）](?!\d(?!\d?月))|[①⑴]|一是)")
# 一、考务组（组长：刘洋）
_HEAD_BEHIND = re.compile(
    r"（(?:组长|队长|负责人|牵头人|召集人|责任人|责任领导)：(?P<who>[^（），；]{2,16})）[：\s]*$"
)
_RANKS = ("一、", "（一）", "1.", "（1）", "①")


@dataclass(slots=True)
class Heading:
    """The units and the day under which the passages of a text stand; none before the first such line.

    ``context``: the document's date.
    """

    directory: Directory | None
    context: date | None = None
    kind: str = ""
    items: str = ""
    units: tuple[Mention, ...] = ()
    support: tuple[Mention, ...] = ()
    leaders: tuple[Mention, ...] = ()
    due: Due = NO_DUE

    def takes(self, passage: Passage, below: str) -> bool:
        """Whether ``passage`` is such a line: what it says holds for what follows, until its kind of number comes again.

        ``below``: how the next line opens.
        """
        kind = _kind_of_number(passage.norm)
        cast = self._labelled(passage, kind, below) or self._owners(passage)
        dated = bool(cast) or bool(_DATED.fullmatch(passage.norm))
        if cast or dated:
            firm = [due for due in find_due(passage, self.context) if due.firm]
            self._stand(passage, cast)
            self.kind, self.items = kind, _kind_of_number(below)
            self.due = firm[0].due(passage) if firm else NO_DUE
            return bool(cast or firm)
        if kind == self.kind or _rank(kind) < _rank(self.items):
            self.units, self.support, self.leaders, self.due = (), (), (), NO_DUE
        return False

    def completed(self, duties: list[Duty]) -> list[Duty]:
        """``duties`` with the day of the heading where they tell none, and its persons where its units lead."""
        if self.due is not NO_DUE:
            duties = [duty if duty.due.raw else replace(duty, due=self.due) for duty in duties]
        if self.support or self.leaders:
            duties = [self._joined(duty) if duty.lead == self.units else duty for duty in duties]
        return duties

    def _joined(self, duty: Duty) -> Duty:
        return replace(duty, support=duty.support or self.support, leaders=duty.leaders or self.leaders)

    def _stand(self, passage: Passage, cast: Cast) -> None:
        self.units, self.support = self._mentions(passage, cast.lead), self._mentions(passage, cast.support)
        named = [by_name(passage.norm, read) for read in without_posts(passage.norm, cast.leaders)]
        self.leaders = self._mentions(passage, named)

    def _mentions(self, passage: Passage, reads: list[Read]) -> tuple[Mention, ...]:
        spans = [passage.span(*read) for read in reads]
        return tuple(Mention(s, self.directory.unit_id(s.text) if self.directory else None) for s in spans)

    def _labelled(self, passage: Passage, kind: str, below: str) -> Cast:
        """Who is named by labels that stand before the list whose first item ``below`` opens."""
        if not _FIRST_ITEM.match(below) or kind == _kind_of_number(below):
            return Cast()
        hit = _LABELS.fullmatch(passage.norm)
        return read_labels(passage.norm, *hit.span("rest"), self.directory) if hit else Cast()

    def _owners(self, passage: Passage) -> Cast:
        norm, known = passage.norm, self.directory
        closed = "）" in norm and not norm[norm.rfind("）") + 1 :].replace("：", "").strip()
        when, head = (_WHEN_BEHIND.search(norm), _HEAD_BEHIND.search(norm)) if closed else (None, None)
        named = bare_owner(norm, 0, head.start() if head else len(norm), known)
        if when and (before := bare_owner(norm, 0, when.start(), known)) != named:
            timed = any(due.start > when.start() for due in find_due(passage, self.context))
            named = before if timed else named
        if not named or any(is_generic(norm[a:b]) for a, b in named):
            return Cast()
        leaders = [(*head.span("who"), "cue.leader_label")] if head else []
        return Cast(lead=[(a, b, "cue.owner") for a, b in named], leaders=leaders)


def _kind_of_number(norm: str) -> str:
    """How a passage is numbered, as the first of its kind is (一、 for 三、, （1） for （4）); empty if it is not."""
    hit = NUMBERING.match(norm)
    return _first_of_its_kind(hit[0].strip()) if hit else ""


@lru_cache(maxsize=256)  # a paper numbers its parts in few ways
def _first_of_its_kind(number: str) -> str:
    first = re.sub(r"[一二三四五六七八九十百]+", "一", re.sub(r"\d+", "1", number))
    return re.sub(r"[①-⑳⑴-⒇]", "①", re.sub(r"(?<=1)[．、）]$", ".", first))


def _rank(kind: str) -> int:
    """How deep in a paper a kind of number stands; what has no place in the order ends nothing."""
    return _RANKS.index(kind) if kind in _RANKS else len(_RANKS)
