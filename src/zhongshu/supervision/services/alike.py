"""A task is looked up among what is open before it is docketed, and what a person decided of it is done (D-04)."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Conflict
from zhongshu.kernel.worktime import Calendar
from zhongshu.matters import queries as matter_queries
from zhongshu.matters import services as matters
from zhongshu.matters.models import LinkKind, Role
from zhongshu.org.models import Unit
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import policies, queries, rules
from zhongshu.supervision.extraction.titles import heading_of
from zhongshu.supervision.models import Cycle, Directive
from zhongshu.supervision.services import trail
from zhongshu.supervision.services.decided import Decided
from zhongshu.supervision.services.due import reckoned, terms_of
from zhongshu.supervision.services.open import opened
from zhongshu.supervision.services.task import Task


def open_decided(
    task: Task, choice: Decided, *, but: Sequence[Directive] = (), actor: Actor, unit_id: int, at: datetime
) -> Directive:
    """Open ``task`` as was decided about what it is like: linked, merged into it, or for its reason another one.

    Refuses an undecided one (D-04). ``but`` are those opened together with it. Part of a use case.
    """
    organ = queries.organ_of_desk(unit_id)
    policies.may_supervise(actor, organ.pk).require()
    (alike,) = similar_to(actor, [task], organ, today=local_day(at), but=but)
    other_id = decided_upon(alike, choice)
    if choice.how == "merge" and other_id:
        return merge(task, other_id, actor=actor, at=at)
    directive = opened(actor=actor, unit_id=unit_id, task=task, at=at)
    note_decision(directive, alike, choice, actor=actor, at=at)
    return directive


def decided_upon(alike: Sequence[queries.Similar], choice: Decided, *, unseen: int = 0) -> int:
    """The matter that ``choice`` names of those ``alike``, 0 where it names none; refuses an undecided one."""
    other_id = choice.other_id or 0
    chosen = other_id in {one.matter.pk for one in alike}
    verdict = rules.D_04_decided(
        found=len(alike), unseen=unseen, decision=choice.how, reason=choice.reason, chosen=chosen
    )
    verdict.require()
    return other_id if chosen else 0


def note_decision(
    directive: Directive,
    alike: Sequence[queries.Similar],
    choice: Decided,
    *,
    unseen: int = 0,
    actor: Actor,
    at: datetime,
) -> None:
    """Link what was opened to the matter chosen, or write down why it is another one all the same."""
    other_id = decided_upon(alike, choice, unseen=unseen)
    if choice.how == "link" and other_id:
        other = queries.get(actor, other_id)
        matters.link(directive.matter, LinkKind.RELATES_TO, other.matter, at=at)
        trail.record(directive, "linked", actor=actor, at=at, number=other.matter.number)
    if choice.how == "go_on" and (alike or unseen):
        rest = [on_record("另 %(n)s 件") % {"n": unseen}] if unseen else []
        numbers = "、".join([*(one.matter.number for one in alike), *rest])
        reason = choice.reason.strip()
        trail.record(directive, "another_one", actor=actor, at=at, numbers=numbers, reason=reason)


def similar_to(
    actor: Actor, tasks: Sequence[Task], organ: Unit, *, today: date, but: Sequence[Directive] = ()
) -> list[list[queries.Similar]]:
    """The open matters of ``organ`` that each of ``tasks``, handed out today, may repeat."""
    calendar = workdays.calendar()
    sought = [queries.Sought(task.title, task.lead_id, _due(task, calendar, today)) for task in tasks]
    return queries.similar(actor, organ.pk, sought, but=[one.pk for one in but])


def _due(task: Task, calendar: Calendar, today: date) -> date:
    return task.due or reckoned(terms_of(task, today), calendar).day


def duty(action: str, lead_id: int | None, due: date | None, *, rule: str, cycle: str, origin: str) -> Task:
    """A duty of a text, as far as it is looked up among what is open before anybody has decided about it."""
    title = heading_of(action.strip())
    return Task(
        title=title,
        requirement=action,
        lead_id=lead_id,
        due=due,
        deadline_rule=rule,
        cycle=cycle or Cycle.ONCE,
        origin=origin,
    )


def merge(task: Task, other_id: int, *, actor: Actor, at: datetime) -> Directive:
    """Nothing new is opened: the units named here support the matter that is open already."""
    other = queries.for_update(actor, other_id)
    policies.require(actor, "remind", other)
    if not other.can("remind"):
        raise Conflict(
            "cannot_merge_now",
            _("“%(title)s”现在是“%(state)s”，不能并入。")
            % {"title": other.matter.title, "state": other.state.label},
            rule="D-04",
            hint=_("请改选关联，或另立并写明理由。"),
        )
    matter = other.matter
    assert matter.current_due is not None
    held = matter_queries.open_assignments(matter.pk).values_list("holder_unit_id", flat=True)
    joining = [one for one in _units(task) if one not in {*held, matter.lead_unit_id}]
    for unit_id in joining:
        matters.assign(matter, Role.SUPPORT, unit_id=unit_id, due=matter.current_due, at=at)
        told = on_record("请配合办理：%(title)s") % {"title": matter.title}
        matters.tell_unit(matter, unit_id, told, url=trail.address(other), at=at)
    names = "、".join(Unit.objects.filter(pk__in=joining).values_list("short_name", flat=True))
    source = " ".join(filter(None, (task.source_title, task.source_number)))
    facts = {"source": source, "title": task.title, "text": task.requirement, "support": names}
    trail.keep(other, "merged", actor=actor, at=at, **facts)
    return other


def _units(task: Task) -> Iterator[int]:
    yield from dict.fromkeys(one for one in (task.lead_id, *task.support_ids) if one)
