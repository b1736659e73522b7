from dataclasses import dataclass, field
from datetime import date

from zhongshu.matters.models import Importance, Urgency
from zhongshu.supervision.models import Cycle, Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing to be handed over: what, to whom, until when, and where it comes from.

    ``due`` is the day given by a person; without it ``deadline_rule`` ("P5WD after receipt",
    "monthly 25", "ongoing") is counted from today, or the default of rule D-19 applies.
    """

    title: str
    requirement: str
    lead_id: int | None = None
    support_ids: tuple[int, ...] = ()
    due: date | None = None
    deadline_text: str = ""
    deadline_rule: str = ""
    cycle: str = Cycle.ONCE
    cycle_text: str = ""
    owner_name: str = ""
    origin: str = Origin.MEETING
    source_title: str = ""
    source_number: str = ""
    source_organ: str = ""
    source_date: date | None = None
    source_excerpt: str = ""
    basis: str = ""
    approver_id: int | None = None
    instruction_class: str = ""
    instructed_by_id: int | None = None
    instruction: str = ""
    instructed_on: date | None = None
    urgency: int = Urgency.NORMAL
    importance: int = Importance.NORMAL
    intake_id: int | None = field(default=None)
    parent_id: int | None = None
    instead_ids: tuple[int, ...] = ()
