"""Not to be supervised: for reading only, with the reason, before those it concerns (rules D-15, D-16)."""

from datetime import datetime

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.worktime import compute
from zhongshu.matters import services as matters
from zhongshu.matters.models import Light, Outcome, Role, Urgency
from zhongshu.org import queries as org
from zhongshu.org.models import Unit
from zhongshu.platform.notify.models import Weight
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import policies, queries, rules
from zhongshu.supervision.models import Directive
from zhongshu.supervision.services import trail
from zhongshu.supervision.services.due import Terms, due_for
from zhongshu.supervision.services.open import register
from zhongshu.supervision.services.task import Task


@use_case("supervision.shelve")
def shelve(
    *, actor: Actor, directive_id: int, reason: str, reader_ids: tuple[int, ...] = (), at: datetime
) -> Directive:
    """Do not docket what was registered: for reading only, by the units ``reader_ids``, with the reason."""
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "shelve", directive)
    return for_reading(directive, reason, reader_ids, actor=actor, at=at)


@use_case("supervision.enter_for_reading")
def enter_for_reading(
    *, actor: Actor, unit_id: int, task: Task, reason: str, reader_ids: tuple[int, ...] = (), at: datetime
) -> Directive:
    """Enter what is only to be read: it gets its number and the reason why it is not docketed; no clock starts."""
    unit = org.unit(unit_id)
    organ = unit.organ or unit
    policies.may_supervise(actor, organ.pk).require()
    urgent = task.urgency > Urgency.NORMAL
    due = due_for(Terms(today=local_day(at), origin=task.origin, cycle=task.cycle, urgent=urgent))
    directive = register(task, unit, organ, due, actor=actor, at=at)
    return for_reading(directive, reason, reader_ids, actor=actor, at=at)


def for_reading(
    directive: Directive, reason: str, reader_ids: tuple[int, ...], *, actor: Actor, at: datetime
) -> Directive:
    """End what was registered as for reading only; part of the use case that decided so.

    Nobody docketed it: it has no approver, no basis of a docketing and no lead, whoever had been meant.
    """
    rules.D_15_for_reading(reason).require(at="reason")
    directive.move("shelve")
    matter = directive.matter
    matter.closed_at, matter.light, matter.lead_unit = at, Light.GREY, None
    directive.approver, directive.basis = None, ""
    directive.ended_reason = reason.strip()[:300]
    matters.finish_all(matter, actor=actor, at=at, outcome=Outcome.WITHDRAWN, opinion=reason)
    read_by = compute(local_day(at), rules.D_16_reading_limit(), workdays.calendar()).due
    told = on_record("请阅：%(title)s") % {"title": matter.title}
    for unit_id in dict.fromkeys(reader_ids):
        matters.assign(matter, Role.READ, unit_id=unit_id, due=read_by, at=at)
        url = trail.address(directive)
        matters.tell_unit(matter, unit_id, told, url=url, at=at, weight=Weight.WATCH)
    names = dict(Unit.objects.filter(pk__in=reader_ids).values_list("pk", "short_name"))
    readers = "、".join(names[one] for one in dict.fromkeys(reader_ids))
    trail.keep(directive, "shelved", actor=actor, at=at, reason=reason.strip(), readers=readers)
    return directive
