"""What was only registered, as by a leader's instruction, is docketed and handed out."""

from datetime import date, datetime

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.matters import services as matters
from zhongshu.matters.models import LinkKind, Urgency
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import policies, queries, rules
from zhongshu.supervision.models import Directive
from zhongshu.supervision.services.alike import decided_upon, merge, note_decision, similar_to
from zhongshu.supervision.services.decided import UNDECIDED, Decided
from zhongshu.supervision.services.due import Terms, due_for
from zhongshu.supervision.services.open import hand_out, put_on_docket
from zhongshu.supervision.services.shelve import for_reading
from zhongshu.supervision.services.task import Task


@use_case("supervision.docket")
def docket(
    *,
    actor: Actor,
    directive_id: int,
    lead_id: int | None,
    support_ids: tuple[int, ...] = (),
    due: date | None = None,
    approver_id: int | None,
    basis: str,
    decided: Decided = UNDECIDED,
    instead_ids: tuple[int, ...] = (),
    at: datetime,
) -> Directive:
    """Docket a matter that was only registered (as by a leader's instruction) and hand it out.

    The date given here is its original date; without one rule D-19 applies from today. Refuses one that is like
    an open matter unless ``decided`` says what is to become of it (D-04); merged, it is put down for reading.
    """
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "docket", directive)
    rules.D_01_docketing(approver_id=approver_id, basis=basis).require()
    rules.D_17_one_lead([lead_id] if lead_id else [], support_ids).require(at="lead_id")
    assert lead_id is not None
    if due is not None:
        rules.past_date(due, today=local_day(at)).require(at="due")
    task = as_registered(directive, lead_id, support_ids, due)
    (alike,) = similar_to(actor, [task], directive.matter.organ, today=local_day(at), but=[directive])
    other_id = decided_upon(alike, decided)
    if decided.how == "merge" and other_id:
        return _merged(directive, merge(task, other_id, actor=actor, at=at), actor=actor, at=at)
    _dated(directive, lead_id, due, at)
    directive.approver_id, directive.basis = approver_id, basis.strip()
    matters.finish_all(directive.matter, actor=actor, at=at)
    docketed = put_on_docket(directive, actor=actor, at=at)
    note_decision(directive, alike, decided, actor=actor, at=at)
    after = None if decided.how else docketed  # what was decided is written down in between
    hand_out(directive, lead_id, support_ids, instead_ids=instead_ids, actor=actor, at=at, after=after)
    return directive


def as_registered(
    directive: Directive, lead_id: int | None, support_ids: tuple[int, ...], due: date | None
) -> Task:
    """A registered matter as the task that it would be handed out as."""
    matter = directive.matter
    return Task(
        title=matter.title,
        requirement=matter.body,
        lead_id=lead_id,
        support_ids=support_ids,
        due=due,
        origin=directive.origin,
        cycle=directive.cycle,
        urgency=matter.urgency,
        source_title=directive.source_title,
        source_number=directive.source_number,
    )


def _dated(directive: Directive, lead_id: int, due: date | None, at: datetime) -> None:
    matter, today = directive.matter, local_day(at)
    terms = Terms(
        today,
        directive.origin,
        cycle=directive.cycle,
        urgent=matter.urgency > Urgency.NORMAL,
        since=directive.source_date,
    )
    reckoned = due_for(terms, due)
    rules.D_19_still_to_come(reckoned.day, today=today).require(at="due")
    matter.original_due = matter.current_due = reckoned.day
    matter.due_is_provisional, matter.lead_unit_id = reckoned.provisional, lead_id
    matter.light = matters.light_on(today, reckoned.day)
    directive.due_given = reckoned.given


def _merged(directive: Directive, other: Directive, *, actor: Actor, at: datetime) -> Directive:
    """The registered matter ends for reading only: what it asks is carried out in ``other``."""
    matters.link(directive.matter, LinkKind.RELATES_TO, other.matter, at=at)
    reason = on_record("并入%(number)s“%(title)s”办理") % {
        "number": other.matter.number,
        "title": other.matter.title,
    }
    return for_reading(directive, reason, (), actor=actor, at=at)
