import secrets
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import BEIJING, local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Conflict
from zhongshu.kernel.worktime import compute
from zhongshu.matters import services as matters
from zhongshu.matters.models import Group, Role
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import proofs, rules
from zhongshu.supervision.models import KIND, Directive, Recheck, SampleDraw, State
from zhongshu.supervision.services import trail


@use_case("supervision.sample")
def sample(*, actor: Actor, at: datetime, seed: str = "") -> SampleDraw:
    """Draw closed matters for re-check: those struck off the set number of days ago, each considered once.

    The choice follows from ``seed`` (a fresh one, if not given), which is journalled with what was
    considered: whoever puts it in again gets the same matters. Those drawn lie on the desk of the
    supervising unit with a date. Refuses (409) where all days up to the last one have been considered.
    """
    until, last = proofs.sampled_until(at), proofs.last_draw()
    if last is not None and last.closed_until >= until:
        raise Conflict("drawn_already", _("今天已经抽过复查事项。"), hint=_("明天会再抽一次。"))
    draw = SampleDraw.objects.create(
        closed_from=last.closed_until + timedelta(days=1) if last else None,
        closed_until=until,
        seed=seed or secrets.token_hex(16),
        percent=int(settings.RULES["D-25.recheck_percent"]),
        at=at,
    )
    due = compute(local_day(at), rules.recheck_limit(), workdays.calendar()).due
    drawn = [one for one in _considered(draw) if _is_drawn(draw, one)]
    for directive in drawn:
        _lay_before(directive, draw, due, actor=actor, at=at)
    draw.drawn = len(drawn)
    draw.save(update_fields=["considered", "drawn"])
    facts = {"seed": draw.seed, "percent": draw.percent, "until": until.isoformat(),
             "considered": draw.considered, "drawn": [one.pk for one in drawn]}  # fmt: skip
    journal.record(stream=f"sample:{draw.pk}", verb="supervision.sampled", actor=actor, at=at, data=facts)
    return draw


def _considered(draw: SampleDraw) -> Iterator[Directive]:
    """The matters struck off in the days of the draw, in the order of their ids; counted as they go by."""
    found = Directive.objects.filter(
        matter__kind=KIND,
        matter__group=Group.CLOSED,
        matter__state=State.ARCHIVED,
        matter__closed_at__lt=_midnight(draw.closed_until + timedelta(days=1)),
    )
    if draw.closed_from:
        found = found.filter(matter__closed_at__gte=_midnight(draw.closed_from))
    for directive in found.select_related("matter").order_by("pk").iterator(chunk_size=500):
        draw.considered += 1
        yield directive


def _is_drawn(draw: SampleDraw, directive: Directive) -> bool:
    return rules.D_25_sampled(directive.pk, seed=draw.seed, percent=draw.percent)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), BEIJING)


def _lay_before(directive: Directive, draw: SampleDraw, due: date, *, actor: Actor, at: datetime) -> None:
    matter = directive.matter
    Recheck.objects.create(directive=directive, draw=draw, due=due)
    matters.assign(matter, Role.VERIFY, unit_id=matter.unit_id, due=due, at=at)
    told = on_record("抽中复查：%(title)s，请在 %(due)s 前核实") % {
        "title": matter.title,
        "due": due.isoformat(),
    }
    matters.tell_unit(matter, matter.unit_id, told, url=trail.address(directive), at=at)
    facts = {"draw": draw.pk, "due": due.isoformat()}
    journal.record(stream=matter.stream, verb="supervision.drawn", actor=actor, at=at, data=facts)
