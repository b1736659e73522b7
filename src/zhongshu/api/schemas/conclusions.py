"""What inspections concluded about each unit, as it is told."""

from datetime import date, datetime

from ninja import Schema

from zhongshu.api.schemas.named import Named
from zhongshu.api.schemas.told import Event


class Finding(Schema):
    """A problem found; ``directive_id`` is the matter that follows it, where the asker may know of that one."""

    id: int
    unit_id: int
    step_id: int | None
    text: str
    settled: str
    directive_id: int | None
    reason: str


class ConclusionLine(Schema):
    """What was concluded about one unit, and how that stands."""

    id: int
    number: str
    title: str
    standing: str
    unit: Named
    fed_back_on: date
    ask_until: date


class ConclusionLines(Schema):
    """A page of them; ``next_cursor`` is "" on the last."""

    rows: list[ConclusionLine]
    next_cursor: str = ""


class Review(Schema):
    """A conclusion looked at again: why, until when, and what was decided."""

    reason: str
    asked_at: datetime
    decide_by: date
    outcome: str
    opinion: str
    text: str
    decided_at: datetime | None


class Conclusion(ConclusionLine):
    """A conclusion as it was told; ``in_force`` as it stands after a review, "" where that withdrew it."""

    text: str
    in_force: str
    findings: list[Finding]
    review: Review | None
    offered: list[str]
    timeline: list[Event]
