from datetime import date, datetime, timedelta

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal
from zhongshu.org import policies, queries
from zhongshu.org.models import Appointment, Charge, Post, Unit
from zhongshu.org.services.locks import locked
from zhongshu.org.services.posts import not_for_oneself
from zhongshu.org.services.trail import told
from zhongshu.platform.usecases.registry import use_case


@use_case("org.put_in_charge")
def put_in_charge(
    *, actor: Actor, post_id: int, unit_ids: list[int], starts_on: date | None = None, at: datetime
) -> Post:
    """Say of which units a post is in charge (分管) from ``starts_on`` (today, if not given) on.

    What it was in charge of before ends the day before, and stays to be read; what was planned for later is
    replaced. Refused for a day that has passed, and for one's own post.
    """
    post = locked(Post.objects.select_related("unit"), post_id)
    policies.may_keep(actor, post.unit).require()
    units = [queries.unit(unit_id) for unit_id in dict.fromkeys(unit_ids)]
    for unit in units:
        policies.may_keep(actor, unit).require()
    not_for_oneself(actor, list(Appointment.objects.filter(post=post).values_list("person_id", flat=True)))
    since = starts_on or local_day(at)
    if since < local_day(at):
        raise Refusal(
            "begins_in_the_past",
            _("分管不能从过去的日子算起。"),
            fields={"starts_on": _("请填今天或以后的日子。")},
        )
    _replace(post, units, since)
    names = "、".join(unit.short_name for unit in units)
    told(post.unit, "charges_set", actor=actor, at=at, title=post.title, units=names or "—", since=since)
    return post


def _replace(post: Post, units: list[Unit], since: date) -> None:
    """From ``since`` on exactly ``units``; a period that would not last a day goes altogether."""
    wanted = {unit.pk for unit in units}
    held = Charge.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=since), post=post)
    held.filter(starts_on__gte=since).delete()
    held.exclude(unit__in=wanted).update(ends_on=since - timedelta(days=1))
    held.filter(unit__in=wanted).update(ends_on=None)
    going_on = set(held.values_list("unit_id", flat=True))
    Charge.objects.bulk_create(
        Charge(post=post, unit=unit, starts_on=since) for unit in units if unit.pk not in going_on
    )
