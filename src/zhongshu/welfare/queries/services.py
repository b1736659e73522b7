from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import NotFound
from zhongshu.org.models import Duty
from zhongshu.platform.workdays import queries as workdays
from zhongshu.welfare import rules
from zhongshu.welfare.models import Rest, Service

LOOKED_AHEAD = timedelta(days=400)


def services(actor: Actor) -> QuerySet[Service]:
    """What the organs of ``actor`` offer, by branch and name; those closed last, and only for their keepers."""
    rows = Service.objects.all()
    if not actor.is_system:
        rows = rows.filter(organ_id__in=sorted(actor.organ_ids | set(kept_organs(actor))))
    if not kept_organs(actor) and not actor.is_system:
        rows = rows.filter(closed_on__isnull=True)
    return rows.select_related("organ", "unit").prefetch_related("editions").order_by("branch", "name", "pk")


def branches(actor: Actor) -> list[str]:
    """The branches they belong to."""
    return list(services(actor).order_by("branch").values_list("branch", flat=True).distinct())


def service(actor: Actor, service_id: int) -> Service:
    """One of them; else it does not exist (404)."""
    found = services(actor).filter(pk=service_id).first()
    if found is None:
        raise NotFound("no_such_service", _("没有这个服务事项，或者它不是本单位的。"))
    return found


def service_for_update(actor: Actor, service_id: int) -> Service:
    """As ``service``, locked until the end of the transaction."""
    service(actor, service_id)
    return Service.objects.select_for_update().get(pk=service_id)


def kept_organs(actor: Actor) -> tuple[int, ...]:
    """The organs whose services ``actor`` undertakes."""
    return actor.organs_with(Duty.SERVE_STAFF)


def terms(service: Service) -> list[rules.Terms]:
    """What the agency has said, each edition until the next is in force."""
    editions = service.calendar
    ends = [one.valid_from - timedelta(days=1) for one in editions[1:]] + [date.max] * bool(editions)
    return [
        rules.Terms(
            windows=rules.read(one.windows),
            rest=Rest(one.rest),
            lead=rules.lead_working_days() if one.lead is None else one.lead,
            since=one.valid_from,
            until=until,
        )
        for one, until in zip(editions, ends, strict=True)
    ]


def slots_ahead(service: Service, today: date, most: int = 6) -> list[rules.Slot]:
    """The windows that come next."""
    return rules.slots(terms(service), workdays.calendar(), today, today + LOOKED_AHEAD)[:most]
