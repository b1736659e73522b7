"""What extraction finds: a duty and its fields, each with the characters it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from .periods import counted
from .spans import Span


class Mention(NamedTuple):
    """A unit or person named in the text; ``unit_id`` when the house's directory knows it."""

    span: Span
    unit_id: str | None = None

    @property
    def text(self) -> str:
        """The name as the text has it."""
        return self.span.text


FROM_THE_NOTE = "cue.from_note"
"""A period that an instruction names with nothing it counts from (三天内拿出方案): a rule, meant from the day it was written."""


class Due(NamedTuple):
    """When a duty falls due.

    ``iso`` is a day (``2019-03-31``) if it follows from the text and the document's date; otherwise ``rule``
    says how it will be computed (``P5WD after receipt``, ``monthly 25``, ``year-end``, ``ongoing``).
    """

    raw: str | None = None
    iso: str | None = None
    rule: str | None = None
    span: Span | None = None

    @property
    def is_from_note(self) -> bool:
        """Whether it is a period with nothing named that it counts from."""
        return self.span is not None and self.span.cue == FROM_THE_NOTE

    def day(self, written: date) -> date | None:
        """The day it names, or the one on which a period of a note of the day ``written`` ends; None if a rule tells it."""
        if self.iso:
            return date.fromisoformat(self.iso[:10])
        return counted(self.rule, written) if self.rule and self.is_from_note else None


class Target(NamedTuple):
    """A number to reach: what is measured, how much, in which unit, and how strictly (不低于, 左右)."""

    metric: str
    value: str
    unit: str
    qualifier: str | None
    span: Span


NO_DUE = Due()


@dataclass(frozen=True, slots=True)
class Duty:
    """Something a secretary can register and chase.

    ``sentence`` is the source sentence, ``action`` the core words of what is to be done, ``reasons`` the
    codes of everything that spoke for reading it as a duty, ``weight`` their sum.
    """

    sentence: Span
    action: Span
    lead: tuple[Mention, ...] = ()
    support: tuple[Mention, ...] = ()
    leaders: tuple[Mention, ...] = ()
    due: Due = NO_DUE
    cycle: Span | None = None
    targets: tuple[Target, ...] = ()
    reasons: tuple[str, ...] = ()
    weight: float = 0.0

    def as_json(self) -> dict[str, Any]:
        """The duty in the interchange format of labelled corpora."""
        return {
            "action": self.action.text,
            "lead": [m.text for m in self.lead],
            "support": [m.text for m in self.support],
            "leaders": [m.text for m in self.leaders],
            "due": {"raw": self.due.raw, "iso": self.due.iso, "rule": self.due.rule},
            "cycle": self.cycle.text if self.cycle else None,
            "targets": [
                {"metric": t.metric, "value": t.value, "unit": t.unit, "qualifier": t.qualifier}
                for t in self.targets
            ],
        }
