"""Slips and papers of supervision as they are told."""

from datetime import date, datetime

from ninja import Schema


class Slip(Schema):
    """A slip about a matter: of its weight, about the date missed; proposed only, while ``issued_at`` is empty.

    ``lapsed_at``: the matter ended before it was issued or signed for.
    """

    id: int
    weight: int
    missed: date
    text: str
    raised_at: datetime
    issued_at: datetime | None
    acknowledged_at: datetime | None
    lapsed_at: datetime | None
    to: list[str] = []


class Paper(Schema):
    """A paper of supervision; ``words`` are what the clerk wrote, by field."""

    id: int
    kind: str
    state: str
    title: str
    number: str
    version: int
    directive_id: int | None
    slip_id: int | None
    words: dict[str, str]
    drafted_at: datetime
    issued_at: datetime | None
    replaces_id: int | None


class Papers(Schema):
    """A page of papers; ``next_cursor`` is "" on the last."""

    rows: list[Paper]
    next_cursor: str = ""
