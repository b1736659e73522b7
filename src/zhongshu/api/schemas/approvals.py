"""Papers of approval as they are told, and what is not plain words of what is asked."""

from datetime import date, datetime

from ninja import Schema

from zhongshu.api.schemas.told import Attached


class PaperLine(Schema):
    """A paper as a row of a list."""

    id: int
    kind: str
    number: str
    title: str
    state: str
    route: str
    submitter: str
    unit: str
    submitted_at: datetime | None
    due: date | None
    ended_at: datetime | None


class PaperLines(Schema):
    """A page of papers; ``next_cursor`` is "" on the last."""

    rows: list[PaperLine]
    next_cursor: str = ""


class FormField(Schema):
    """A field of the form of a route."""

    code: str
    label: str
    kind: str
    required: bool
    choices: list[tuple[str, str]] = []
    help: str = ""


class RouteOpen(Schema):
    """A route along which the asker can start a paper; ``chosen`` are stages whose people the drafter names."""

    name: str
    title: str
    version: int
    fields: list[FormField]
    chosen: list[str] = []


class PartTaken(Schema):
    """One person's part in one visit of a stage; ``who`` names the absent person, too, where one stood in."""

    seat: int
    stage: str
    title: str
    kind: str
    person_id: int
    who: str
    decided_by_id: int | None
    acting_for_id: int | None
    state: str
    opinion: str
    due: date
    at: datetime | None


class Done(Schema):
    """A line of the record of a paper."""

    at: str
    who: str
    what: str


class StageBefore(Schema):
    """A stage to give the paper back to; the drafter's is "submit"."""

    code: str
    title: str


class Removable(Schema):
    """A signer who can be removed, by the number of his seat."""

    seat: int
    name: str


class Approval(PaperLine):
    """A paper as its reader may know it. ``offered`` names what the reader may do now.

    ``values``  the form, without the fields the reader may not see; ``unseen`` counts those that were filled in.
    """

    body: str
    route_name: str
    version: int
    submitter_id: int
    closed_at: datetime | None
    archived_at: datetime | None
    values: dict[str, str]
    unseen: int
    holders: list[int]
    parts: list[PartTaken]
    offered: list[str]
    returnable: list[StageBefore] = []
    removable: list[Removable] = []
    files: list[Attached] = []
    timeline: list[Done] = []
