"""Services to employees as they are told: what is offered, the windows ahead, the cases."""

from datetime import date

from ninja import Schema

from zhongshu.api.schemas.told import Attached, Event


class Slot(Schema):
    """A window of an agency on its days, and the day by which papers go out."""

    opens: date
    closes: date
    due: date
    provisional: bool


class Service(Schema):
    """Something an agency does for employees; ``slots`` are the windows that come next."""

    id: int
    branch: str
    name: str
    agency: str
    guide: str
    papers: list[str]
    periodic: bool
    closed_on: date | None
    slots: list[Slot]


class CaseLine(Schema):
    """One case; ``person`` is "" where it is a duty of the office of ``period``."""

    id: int
    number: str
    title: str
    state: str
    service_id: int
    branch: str
    agency: str
    person: str
    period: str
    opens_on: date
    closes_on: date
    due: date | None
    due_is_provisional: bool


class CaseLines(Schema):
    """A page of them; ``next_cursor`` is "" on the last."""

    rows: list[CaseLine]
    next_cursor: str = ""


class Case(CaseLine):
    """A case whole."""

    note: str
    since: date | None
    asked_on: date
    handed: list[str]
    missing: list[str]
    reason: str
    submitted_on: date | None
    receipt: str
    outcome: str
    answer: str
    answered_on: date | None
    told: str
    files: list[Attached]
    offered: list[str]
    timeline: list[Event]
