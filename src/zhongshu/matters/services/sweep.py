from dataclasses import dataclass
from datetime import datetime

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.matters.models import Group, Light, Matter
from zhongshu.matters.services.reckon import yellow_until
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays


@dataclass(frozen=True, slots=True)
class Swept:
    """How many matters changed their light."""

    red: int
    yellow: int
    green: int


@use_case("matters.sweep")
def sweep(*, actor: Actor, at: datetime) -> Swept:
    """Turn the lights of open matters to what their dates make them today; touches no other row."""
    today = local_day(at)
    edge = yellow_until(today, workdays.calendar())
    is_open = Matter.objects.filter(group=Group.OPEN, stopped_on__isnull=True)
    late = is_open.filter(current_due__lt=today)
    near = is_open.filter(current_due__gte=today, current_due__lte=edge)
    far = is_open.filter(current_due__gt=edge)
    swept = Swept(
        red=late.filter(light__in=_but(Light.RED)).update(light=Light.RED),
        yellow=near.filter(light__in=_but(Light.YELLOW)).update(light=Light.YELLOW),
        green=far.filter(light__in=_but(Light.GREEN)).update(light=Light.GREEN),
    )
    facts = {"day": today.isoformat(), "red": swept.red, "yellow": swept.yellow, "green": swept.green}
    journal.record(stream="sweep", verb="matters.swept", actor=actor, at=at, data=facts)
    return swept


def _but(light: Light) -> list[Light]:
    return [other for other in Light if other != light]
