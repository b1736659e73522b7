"""Bodies of requests. A field left out means what the page means by an empty box."""

from datetime import date
from typing import Annotated, Literal

from django.utils.translation import gettext_noop as _
from pydantic import Field

from zhongshu.api.schemas.sent import Sent
from zhongshu.matters.models import Importance, Urgency
from zhongshu.supervision.models import Blocker, Cycle, InstructionClass, Origin, Soundness
from zhongshu.supervision.services import LONGEST


class Opening(Sent):
    """One matter to be handed over; without ``due`` the rule or the default of D-19 is counted from today."""

    unit_id: int = Field(description=_("督查科室的编号：谁来督办"))
    title: str = Field(min_length=1, max_length=200)
    requirement: str = Field(min_length=1)
    lead_id: int
    support_ids: list[int] = []
    due: date | None = None
    deadline_text: str = Field("", max_length=100)
    deadline_rule: str = Field("", max_length=60, examples=["P5WD after receipt", "monthly 25", "ongoing"])
    cycle: Cycle = Cycle.ONCE
    owner_name: str = Field("", max_length=60)
    origin: Origin = Origin.MEETING
    source_title: str = Field("", max_length=200)
    source_number: str = Field("", max_length=100)
    source_organ: str = Field("", max_length=100)
    source_date: date | None = None
    source_excerpt: str = ""
    basis: str = Field("", max_length=200)
    approver_id: int | None = None
    instruction_class: InstructionClass | Literal[""] = ""
    instructed_by_id: int | None = None
    instruction: str = ""
    instructed_on: date | None = None
    urgency: Urgency = Urgency.NORMAL
    importance: Importance = Importance.NORMAL
    instead_ids: list[int] = []


class Decided(Sent):
    """What is to become of an open matter that a task is like: link, merge, or go on because of ``reason``."""

    how: Literal["", "link", "merge", "go_on"] = ""
    other_id: int | None = None
    reason: Annotated[str, Field(max_length=200)] = ""


class Entry(Opening):
    """One task of an origin, and what was decided about the open matters it is like (D-04)."""

    decided: Decided = Decided()


class Entries(Sent):
    """The tasks of one origin: docketed and handed out all together, or none."""

    tasks: list[Entry] = Field(min_length=1, max_length=50)


class Text(Sent):
    """Minutes or another text to find duties in: the words themselves, or an uploaded file."""

    unit_id: int
    title: str = Field("", max_length=200)
    text: str = Field("", max_length=LONGEST)
    file_id: int | None = None
    document_date: date | None = None
    origin: Origin | None = None
    first_is_lead: bool = False
    again: bool = False


class Choice(Sent):
    """What was decided about one finding; without ``finding_id`` it is a duty added by hand."""

    finding_id: int | None = None
    action: str = Field("", max_length=200)
    lead_id: int | None = None
    support_ids: list[int] = []
    due: date | None = None
    due_rule: str = Field("", max_length=60)
    cycle: Cycle = Cycle.ONCE
    owner_name: str = Field("", max_length=60)
    no_follow_up: bool = False
    reason: str = Field("", max_length=200)
    start: int = 0
    end: int = 0
    decided: Decided = Decided()
    instead_ids: list[int] = []


class Confirmation(Sent):
    """All findings decided, in one go."""

    unit_id: int
    approver_id: int | None = None
    basis: str = Field("", max_length=200)
    choices: list[Choice]
    aside: str = ""
    asides: dict[str, str] = {}
    origin: Origin | None = None
    instructed_by_id: int | None = None
    instructed_on: date | None = None


class Handover(Sent):
    """To whom a matter goes, and until when."""

    lead_id: int
    support_ids: list[int] = []
    due: date
    instead_ids: list[int] = []


class Docketing(Sent):
    """Docketing of a registered matter; without ``due`` rule D-19 applies."""

    lead_id: int | None = None
    support_ids: list[int] = []
    due: date | None = None
    approver_id: int | None = None
    basis: str = Field("", max_length=200)
    decided: Decided = Decided()
    instead_ids: list[int] = []


class Progress(Sent):
    """A report; an empty text says that nothing is new."""

    text: str = ""
    blocker: Blocker = Blocker.NONE
    file_ids: list[int] = []
    figures: dict[int, str] = {}


class Milestone(Sent):
    name: str = Field(min_length=1, max_length=60)
    due: date


class Reporting(Sent):
    """How often a matter is reported on."""

    cycle: Cycle
    basis: str = Field("", max_length=200)
    until: date | None = None
    milestones: list[Milestone] = []


class FiguresAsked(Sent):
    """Figures asked of the lead unit for a period, once or with every round."""

    labels: list[str]
    period: str = Field(examples=["2026-11", "2026Q4", "2026"])
    standing: bool = False
    reason: str = ""


class FiguresGiven(Sent):
    """Values by the id of what was asked."""

    figures: dict[int, str]


class Completion(Sent):
    """Done, with evidence; ``signed_by_id`` is the head who signs (oneself, if left out).

    ``attached_ids`` are papers of the matter handed in with reports before, which prove it too; ``replaced_ids``
    evidence of before that proves it no more; ``figures`` those still asked for, by the id of what was asked.
    """

    feedback: str = ""
    signed_by_id: int | None = None
    file_ids: list[int] = []
    attached_ids: list[int] = []
    replaced_ids: list[int] = []
    figures: dict[int, str] = {}
    instead_ids: list[int] = []
    verify_by: date | None = None


class Opinion(Sent):
    opinion: str = ""


class Acceptance(Opinion):
    """``refused_ids`` is evidence that is not taken, because of ``opinion``; so in a return."""

    explanation: str = ""
    refused_ids: list[int] = []


class Reason(Sent):
    reason: str = ""


class Returning(Reason):
    """To the handler, or, where he is away, to one of ``instead_ids``."""

    instead_ids: list[int] = []


class Rework(Returning):
    """Sent back after verification; ``refused_ids`` is evidence that is not taken, for the same reason."""

    refused_ids: list[int] = []


class Shelving(Reason):
    reader_ids: list[int] = []


class ForParts(Sent):
    """What becomes of open parts: ``follow`` the whole, or ``go_on`` for a reason. Asked only where there are any."""

    parts_how: Literal["", "follow", "go_on"] = ""
    parts_reason: str = Field("", max_length=200)


class Termination(ForParts):
    reason: str = ""


class Transfer(ForParts):
    to: str = ""
    reason: str = ""


class Suspension(Sent):
    """That the clock stop; ``review_on`` is the day on which it is looked at again."""

    reason: str = ""
    review_on: date


class SuspensionDecision(ForParts):
    approve: bool
    opinion: str = ""


class Recheck(Sent):
    outcome: Soundness
    note: str = ""


class Part(Sent):
    title: str = Field(min_length=1, max_length=200)
    lead_id: int
    due: date
    requirement: str = ""
    instead_ids: list[int] = []
    decided: Decided = Decided()


class Parts(Sent):
    """Parts of a matter, handed out together."""

    parts: list[Part] = Field(min_length=1)


class Note(Sent):
    note: str = ""


class Answer(Sent):
    answer: str = ""


class Handler(Sent):
    person_id: int


class ExtensionRequest(Sent):
    new_due: date
    reason: str = Field(min_length=1)


class ExtensionDecision(Sent):
    approve: bool
    opinion: str = ""


class Instruction(Sent):
    """A leader's instruction; with ``supervise`` a new matter is registered for the supervisors."""

    text: str = ""
    instruction_class: InstructionClass = InstructionClass.ORDER
    supervise: bool = False
    instead_ids: list[int] = []
