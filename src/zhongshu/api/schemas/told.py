"""Bodies of answers."""

from datetime import date, datetime

from ninja import Schema


class Unit(Schema):
    id: int
    name: str
    short_name: str
    kind: str
    parent_id: int | None = None
    organ_id: int | None = None


class Me(Schema):
    """Who asks, in the posts of today."""

    person_id: int | None
    name: str
    acting_for: int | None
    admin_role: str
    unit_ids: list[int]
    organ_ids: list[int]
    duties: list[str]


class Counts(Schema):
    """Sizes of the desk; counting stops at 300."""

    todo: int
    toread: int
    late: int
    today: int


class Line(Schema):
    """One row of a box or of the ledger. ``role`` and ``done_at`` only where it is an assignment."""

    id: int
    kind: str
    number: str
    title: str
    state: str
    lead_unit: str = ""
    due: date | None = None
    original_due: date | None = None
    role: str = ""
    outcome: str = ""
    done_at: datetime | None = None


class Lines(Schema):
    """A page of lines; ``next_cursor`` is "" on the last."""

    rows: list[Line]
    next_cursor: str = ""


class Event(Schema):
    at: str
    who: str
    what: str
    verb: str


class Round(Schema):
    """One reporting round: reported, missed (and perhaps made up), or still to come."""

    name: str
    nominal: date
    opens_on: date
    due: date
    reported_at: datetime | None
    missed_at: datetime | None
    text: str


class Figure(Schema):
    """A figure asked of the lead unit; ``again_of_id`` the earlier ask of the same fact.

    ``lapsed_at``: the matter ended before it was given.
    """

    id: int
    label: str
    period: str
    standing: bool
    again_of_id: int | None
    reason: str
    value: str
    asked_at: datetime
    given_at: datetime | None
    lapsed_at: datetime | None


class Held(Schema):
    """In whose hands it is now."""

    role: str
    unit: str
    person: str
    due: date


class Attached(Schema):
    id: int
    name: str
    role: str
    size: int
    sha256: str


class Directive(Schema):
    """A supervised matter as its reader may know it. ``offered`` names what the reader may do now.

    ``notes`` are only to be known, of what was just done: a limit that was given for a day of rest (T-05).
    """

    id: int
    number: str
    title: str
    requirement: str
    state: str
    urgency: int
    importance: int
    lead_unit_id: int | None
    original_due: date | None
    current_due: date | None
    due_is_provisional: bool
    long_term: bool
    opened_at: datetime | None
    closed_at: datetime | None
    archived_at: datetime | None
    origin: str
    source_title: str
    source_number: str
    source_organ: str
    source_date: date | None
    source_excerpt: str
    ended_reason: str
    basis: str
    cycle: str
    cycle_basis: str
    cycle_until: date | None
    blocker: str
    risk: str
    risk_reason: str
    last_progress: str
    last_progress_at: datetime | None
    reminders: int
    returns: int
    extensions: int
    feedback: str
    answer: str
    holders: list[Held] = []
    offered: list[str] = []
    files: list[Attached] = []
    timeline: list[Event] = []
    notes: list[str] = []


class File(Schema):
    id: int
    name: str
    media_type: str
    size: int
    sha256: str
    sm3: str


class Finding(Schema):
    """One duty found, with what it was read from: ``start`` and ``end`` are characters of the text."""

    id: int
    order: int
    start: int
    end: int
    action: str
    lead_id: int | None
    lead_text: str
    support_ids: list[int]
    support_text: str
    owner_name: str
    due: date | None
    due_text: str
    due_rule: str
    long_term: bool
    cycle: str
    decision: str


class Intake(Schema):
    id: int
    title: str
    origin: str
    at: datetime
    confirmed_at: datetime | None
    findings: list[Finding] = []


class Opened(Schema):
    """The matters opened by one confirmation; ``notes`` as those of a matter."""

    rows: list[Line]
    notes: list[str] = []


class Soundness(Schema):
    """Whether the journal is whole; else where it first is not."""

    whole: bool
    where: str = ""
    why: str = ""
