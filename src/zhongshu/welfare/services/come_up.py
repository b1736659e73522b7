"""Duties of the office itself: the calendar brings up the item of each period, once."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Conflict
from zhongshu.org import queries as org
from zhongshu.org.models import Duty
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays
from zhongshu.welfare import queries, rules
from zhongshu.welfare.models import Case, Service
from zhongshu.welfare.services import trail
from zhongshu.welfare.services.desks import lay_before_undertakers
from zhongshu.welfare.services.open import Asked, open_case

AHEAD = timedelta(days=120)


def come_up_all(*, actor: Actor, at: datetime) -> list[Case]:
    """Bring up what is due of every duty of every office. Run again it finds nothing to do."""
    today = local_day(at)
    return [
        case
        for service in queries.services(actor).filter(periodic=True, closed_on__isnull=True)
        if list(_pending(service, today)) and org.holders_of(Duty.SERVE_STAFF, service.organ_id, today)
        for case in come_up(actor=actor, service_id=service.pk, at=at)
    ]


@use_case("welfare.come_up")
def come_up(*, actor: Actor, service_id: int, at: datetime) -> list[Case]:
    """Open the items of a duty whose window has opened or is near (F-15), each before the undertakers.

    Refused where there is none, or each has its item already.
    """
    service = queries.service_for_update(actor, service_id)
    pending = list(_pending(service, local_day(at)))
    if not pending:
        told = _("“%(service)s”没有到期的定期事项，或者已经生成。") % {"service": service}
        raise Conflict("nothing_comes_up", told, rule="F-15", hint=_("请在职工服务里查看本期的办件。"))
    return [_opened(service, slot, actor, at) for slot in pending]


def _pending(service: Service, today: date) -> Iterator[rules.Slot]:
    """Windows still open or near for which there is no item yet."""
    calendar = workdays.calendar()
    known = set(service.cases.values_list("period", flat=True))
    for slot in rules.slots(queries.terms(service), calendar, today, today + AHEAD):
        near = calendar.shift(slot.due, -rules.ahead_working_days())
        if today >= min(near, slot.opens) and slot.period not in known:
            known.add(slot.period)
            yield slot


def _opened(service: Service, slot: rules.Slot, actor: Actor, at: datetime) -> Case:
    year, month = slot.period.split("-")
    title = on_record("%(service)s：%(year)s年%(month)s月") % {
        "service": service, "year": year, "month": int(month),
    }  # fmt: skip
    asked = Asked(title=title, body=service.guide, period=slot.period)
    case = open_case(service, asked, slot, actor=actor, at=at)
    told = on_record("本期定期事项：%(title)s") % {"title": title}
    lay_before_undertakers(case, told, actor=actor, at=at)
    facts = {"service": service.name, "number": case.matter.number, "due": slot.due.isoformat()}
    trail.keep(case, "came_up", actor=actor, at=at, **facts)
    return case
