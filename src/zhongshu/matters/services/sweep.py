from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.matters.models import Group, Light, Matter, Waits
from zhongshu.matters.services.reckon import moved_since, yellow_until
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays


@dataclass(frozen=True, slots=True)
class Swept:
    """How many matters changed their light; how many nobody moved any more, or again."""

    red: int
    yellow: int
    green: int
    at_rest: int = 0


@use_case("matters.sweep")
def sweep(*, actor: Actor, at: datetime) -> Swept:
    """Turn the lights of open matters to what their dates make them today; touches no other row.

    Those under way about which nothing was done for long wait from now on for somebody to move them.
    """
    today, calendar = local_day(at), workdays.calendar()
    edge = yellow_until(today, calendar)
    is_open = Matter.objects.filter(group=Group.OPEN, stopped_on__isnull=True)
    late = is_open.filter(current_due__lt=today)
    near = is_open.filter(current_due__gte=today, current_due__lte=edge)
    far = is_open.filter(current_due__gt=edge)
    swept = Swept(
        red=late.filter(light__in=_but(Light.RED)).update(light=Light.RED),
        yellow=near.filter(light__in=_but(Light.YELLOW)).update(light=Light.YELLOW),
        green=far.filter(light__in=_but(Light.GREEN)).update(light=Light.GREEN),
        at_rest=_rest(is_open, moved_since(today, calendar)),
    )
    facts: dict[str, object] = {
        "day": today.isoformat(),
        "red": swept.red,
        "yellow": swept.yellow,
        "green": swept.green,
    }
    facts["at_rest"] = swept.at_rest
    journal.record(stream="sweep", verb="matters.swept", actor=actor, at=at, data=facts)
    return swept


def _rest(is_open: QuerySet[Matter], since: date) -> int:
    resting = is_open.filter(waits_for=Waits.UNDER_WAY, moved_on__lt=since)
    moving = is_open.filter(waits_for=Waits.NOBODY, moved_on__gte=since)  # a table of workdays came in
    return resting.update(waits_for=Waits.NOBODY) + moving.update(waits_for=Waits.UNDER_WAY)


def _but(light: Light) -> list[Light]:
    return [other for other in Light if other != light]
