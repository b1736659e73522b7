"""Inspections (督查行动), their conclusions and the designations they rest on, as they are told."""

from datetime import date, datetime

from ninja import Schema

from zhongshu.api.schemas.told import Attached, Event


class Named(Schema):
    """A unit or a person by name."""

    id: int
    name: str


class Member(Named):
    """Somebody of the team; one of them ``leads``."""

    leads: bool


class InspectionLine(Schema):
    """An inspection as a row; ``found`` and ``pending`` are how many findings it has, and how many are open."""

    id: int
    number: str
    title: str
    kind: str
    state: str
    unit: str
    units: list[Named]
    starts_on: date
    ends_on: date
    found: int
    pending: int


class InspectionLines(Schema):
    """A page of them; ``next_cursor`` is "" on the last."""

    rows: list[InspectionLine]
    next_cursor: str = ""


class Step(Schema):
    """What the team did: by which method, when, where, who of it."""

    id: int
    method: str
    on: date
    place: str
    unit_id: int | None
    note: str
    people: list[Named]


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


class Inspection(InspectionLine):
    """An inspection with its plan, team, steps, findings and conclusions. ``offered`` is what the asker may do now."""

    content: str
    occasion: str
    scope: str
    basis: str
    approver: str
    designation_id: int | None
    reason: str
    members: list[Member]
    steps: list[Step]
    findings: list[Finding]
    conclusions: list[ConclusionLine]
    files: list[Attached]
    offered: list[str]
    timeline: list[Event]


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


class Designation(Schema):
    """A department's written designation to inspect for an organ (D-05)."""

    id: int
    organ_id: int
    unit_id: int
    matter: str
    scope: str
    units: list[Named]
    duty: str
    starts_on: date
    ends_on: date
    paper: str
    given_at: datetime
    withdrawn_at: datetime | None
    withdrawn_because: str


class Designations(Schema):
    """A page of them; ``next_cursor`` is "" on the last."""

    rows: list[Designation]
    next_cursor: str = ""
