from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.writing import insert
from zhongshu.matters import services as matters
from zhongshu.matters.models import Assignment, Role
from zhongshu.org import queries as org
from zhongshu.org.models import Unit
from zhongshu.platform.journal import services as journal
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.numbering import services as numbering
from zhongshu.platform.numbering.models import Series
from zhongshu.platform.usecases.changes import remember
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import policies, queries, rules
from zhongshu.supervision.models import KIND, Directive, InstructionClass, State
from zhongshu.supervision.services import rounds, trail
from zhongshu.supervision.services.cycle import ask_no_more_than_allowed, first_cycle
from zhongshu.supervision.services.due import Due, due_for, terms_of
from zhongshu.supervision.services.presence import give
from zhongshu.supervision.services.task import Task


@use_case("supervision.open")
def open_directive(*, actor: Actor, unit_id: int, task: Task, at: datetime) -> Directive:
    """Register, docket and hand out one supervised matter for the supervising unit ``unit_id``.

    Refuses without approver and basis (D-01), with other than one lead (D-17), with a date in
    the past, and an instruction that only guides or informs (D-16). Gives it a number without
    gaps, a date in working time, and tells the receiving units.
    """
    return opened(actor=actor, unit_id=unit_id, task=task, at=at)


def opened(*, actor: Actor, unit_id: int, task: Task, at: datetime) -> Directive:
    """``open_directive`` as part of a use case that opens several: all or none, so each needs no savepoint."""
    unit = org.known_unit(unit_id)
    organ = unit.organ or unit
    policies.may_supervise(actor, organ.pk).require()
    today = local_day(at)
    _check(task, today)
    due = due_for(terms_of(task, today), task.due)
    rules.D_19_still_to_come(due.day, today=today).require(at="due")
    ask_no_more_than_allowed(task.lead_id, task.cycle)
    directive, entry = registered(task, unit, organ, due, actor=actor, at=at)
    assert task.lead_id is not None
    docketed = put_on_docket(directive, entry, actor=actor, at=at)
    hand_out(
        directive,
        task.lead_id,
        task.support_ids,
        instead_ids=task.instead_ids,
        actor=actor,
        at=at,
        after=docketed,
    )
    return directive


def put_on_docket(
    directive: Directive, after: Entry | None = None, /, *, actor: Actor, at: datetime
) -> Entry:
    """Docket a registered matter; part of the use case that hands it out. Returns what was written of it.

    ``after`` as for ``journal.record``.
    """
    directive.move("docket")
    approver = directive.approver.name if directive.approver else ""
    told = {"approver": approver, "basis": directive.basis}
    return trail.record(directive, "docketed", after, actor=actor, at=at, **told)


@use_case("supervision.dispatch")
def dispatch(
    *,
    actor: Actor,
    directive_id: int,
    lead_id: int,
    support_ids: tuple[int, ...],
    due: date,
    instead_ids: tuple[int, ...] = (),
    at: datetime,
) -> Directive:
    """Hand a docketed matter out again, after an objection was upheld, to the unit it belongs to.

    The date given here is the original date of another unit; who had it before gains no time by objecting.
    """
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "dispatch", directive)
    rules.D_17_one_lead([lead_id], support_ids).require(at="lead_id")
    matter, today = directive.matter, local_day(at)
    rules.past_date(due, today=today).require(at="due")
    matter.original_due = rules.D_20_handed_out_again(_had_before(directive, lead_id), due)
    matter.lead_unit_id, matter.current_due, directive.due_given = lead_id, due, True
    matter.due_is_provisional = False
    matter.light = matters.light_on(today, due)
    matters.finish_all(matter, actor=actor, at=at)
    hand_out(directive, lead_id, support_ids, instead_ids=instead_ids, actor=actor, at=at)
    return directive


def _had_before(directive: Directive, unit_id: int) -> date | None:
    """The first date that the unit was given, however many others had the matter since; None for another unit."""
    matter = directive.matter
    held = Assignment.objects.filter(matter=matter, role=Role.LEAD, holder_unit_id=unit_id)
    days = [one for one in held.values_list("due", flat=True) if one]
    if matter.lead_unit_id == unit_id and matter.original_due:
        days.append(matter.original_due)
    return min(days, default=None)


def _check(task: Task, today: date) -> None:
    rules.D_01_docketing(approver_id=task.approver_id, basis=task.basis).require()
    rules.D_17_one_lead([task.lead_id] if task.lead_id else [], task.support_ids).require(at="lead_id")
    if task.due is not None:
        rules.past_date(task.due, today=today).require(at="due")
    if task.instruction_class not in ("", InstructionClass.ORDER):
        raise Refusal(
            "not_an_order",
            _("指导性、参阅性批示不立项督办。"),
            rule="D-16",
            hint=_("请改为转阅。"),
        )


def register(task: Task, unit: Unit, organ: Unit, due: Due, *, actor: Actor, at: datetime) -> Directive:
    """Store a registered matter with its number; the use case it is part of gives it a holder."""
    return registered(task, unit, organ, due, actor=actor, at=at)[0]


def registered(
    task: Task, unit: Unit, organ: Unit, due: Due, *, actor: Actor, at: datetime
) -> tuple[Directive, Entry]:
    """``register``, with what was written of it: what comes next in the same act is written after it."""
    opening = matters.Opening(
        kind=KIND,
        state=State.REGISTERED,
        title=task.title,
        body=task.requirement,
        organ_id=organ.pk,
        unit=unit,
        due=due.day,
        due_is_provisional=due.provisional,
        long_term=due.long_term,
        lead_unit_id=task.lead_id,
        parent_id=task.parent_id,
        urgency=task.urgency,
        importance=task.importance,
    )
    number = numbering.next_number(series_of(organ), local_day(at).year, actor=actor, at=at)
    matter = matters.open_matter(opening, number=number.text, actor=actor, at=at)
    directive = Directive(
        matter=matter,
        due_given=due.given,
        approver=org.known_person(task.approver_id) if task.approver_id else None,
        **{name: getattr(task, name) for name in _CARRIED},
        **_reporting(task, due, local_day(at)),
    )
    insert(directive)
    remember(matter)
    remember(directive)
    if task.instructed_by_id:
        matters.make_known(matter.pk, [f"p:{task.instructed_by_id}"], origin="instructed", at=at)
    return directive, _registered(directive, task, actor=actor, at=at)


def _registered(directive: Directive, task: Task, *, actor: Actor, at: datetime) -> Entry:
    told = {"source": task.source_title, "text": task.requirement}
    before = journal.beginning(directive.matter.stream)
    return trail.record(directive, "registered", before, actor=actor, at=at, **told)


def _reporting(task: Task, due: Due, today: date) -> dict[str, object]:
    words = {"rule": task.deadline_rule, "words": task.cycle_text, "basis": task.basis}
    return first_cycle(task.cycle, long_term=due.long_term, today=today, **words)


_CARRIED = (
    "origin",
    "source_title",
    "source_number",
    "source_organ",
    "source_date",
    "source_excerpt",
    "basis",
    "owner_name",
    "deadline_text",
    "deadline_rule",
    "cycle_text",
    "instruction_class",
    "instructed_by_id",
    "instruction",
    "instructed_on",
    "intake_id",
)


def hand_out(
    directive: Directive,
    lead_id: int,
    support_ids: tuple[int, ...],
    *,
    actor: Actor,
    at: datetime,
    after: Entry | None = None,
    person_id: int | None = None,
    instead_ids: tuple[int, ...] = (),
) -> None:
    """Put a docketed matter on the desks of its units, on that of ``person_id`` where the lead's is named.

    Part of a use case. ``after`` as for journal.record.
    """
    directive.move("dispatch")
    matter = directive.matter
    assert matter.current_due is not None
    whole = queries.open_whole(matter)
    given: dict[str, Any] = {"instead_ids": instead_ids, "date_field": "due", "actor": actor, "at": at}
    given |= {"due": matter.current_due, "latest": whole.current_due if whole else None}
    give(directive, Role.LEAD, unit_id=lead_id, person_id=person_id, **given)
    for unit_id in dict.fromkeys(support_ids):
        give(directive, Role.SUPPORT, unit_id=unit_id, field="support_ids", **given)
    names = {one: org.known_unit(one).short_name for one in (lead_id, *support_ids)}
    trail.keep(
        directive,
        "dispatched",
        None if instead_ids else after,  # who holds it instead was written down in between
        actor=actor,
        at=at,
        lead=names[lead_id],
        support="、".join(names[one] for one in support_ids),
        due=matter.current_due.isoformat(),
    )
    rounds.begin(directive, at=at)
    told = on_record("新交办：%(title)s，请签收") % {"title": matter.title}
    for unit_id in (lead_id, *support_ids):
        matters.tell_unit(matter, unit_id, told, url=trail.address(directive), at=at)


def series_of(organ: Unit) -> Series:
    """The number series of an organ's supervised matters, made at its first use."""
    prefix = organ.number_prefix or organ.short_name
    code = f"supervision:{organ.pk}"
    return numbering.open_series(code, title=f"{prefix}督办", pattern=f"{prefix}督〔{{year}}〕{{n}}号")
