"""Units that head a part of a paper: 二、县财政局 in a line alone leads what the lines below ask for."""

from __future__ import annotations

from dataclasses import dataclass

from .actors import bare_owner
from .directory import Directory
from .model import Mention
from .names import is_generic
from .segmentation import NUMBERING
from .spans import Passage


@dataclass(slots=True)
class Heading:
    """The units under which the passages of a text stand; nobody before the first such line."""

    directory: Directory | None
    kind: str = ""
    units: tuple[Mention, ...] = ()

    def takes(self, passage: Passage) -> bool:
        """Whether ``passage`` is such a line: then its units lead what follows, until its kind of number comes again."""
        kind = _kind_of_number(passage.norm)
        named = bare_owner(passage.norm, 0, len(passage.norm), self.directory)
        if named and not any(is_generic(passage.norm[a:b]) for a, b in named):
            spans = [passage.span(a, b, "cue.owner") for a, b in named]
            known = self.directory
            self.units = tuple(Mention(span, known.unit_id(span.text) if known else None) for span in spans)
            self.kind = kind
            return True
        if kind == self.kind:
            self.units = ()
        return False


def _kind_of_number(norm: str) -> str:
    """How a passage is numbered, without the number itself (、 of 一、, （） of （1）); empty if it is not."""
    hit = NUMBERING.match(norm)
    return "".join(char for char in hit[0].strip() if not char.isnumeric()) if hit else ""
