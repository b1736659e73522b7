"""Written designations to inspect (D-05), as they are told."""

from datetime import date, datetime

from ninja import Schema

from zhongshu.api.schemas.named import Named


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
