"""Inspections (督查行动) as they are told."""

from datetime import date

from ninja import Schema

from zhongshu.api.schemas.conclusions import ConclusionLine, Finding
from zhongshu.api.schemas.named import Named
from zhongshu.api.schemas.told import Attached, Event


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
