"""What every hand-over asks of the organisation, prepared: who receives for a unit, and whether he is there."""

from datetime import date

from django.db.models import Q, QuerySet

from zhongshu.kernel.prepared import prepared
from zhongshu.org.models import Appointment, Leave, Post, StandIn
from zhongshu.org.queries.periods import in_force, stand_ins_on


@prepared
def posts_at(unit_id: int) -> QuerySet[Post]:
    return Post.objects.filter(unit_id=unit_id)


@prepared
def posts_in_organ(organ_id: int) -> QuerySet[Post]:
    return Post.objects.filter(unit__organ_id=organ_id)


@prepared
def holding(post_ids: tuple[int, ...], day: date) -> QuerySet[Appointment]:
    held = Appointment.objects.filter(in_force(day), post__pk__in=post_ids, person__left_on__isnull=True)
    return held.select_related("person").order_by("post__order", "id")


@prepared
def acting_for(absent_ids: tuple[int, ...], day: date) -> QuerySet[StandIn]:
    return stand_ins_on(day).filter(absent__pk__in=absent_ids)


@prepared
def leaves(person_ids: tuple[int, ...], today: date, due: date) -> QuerySet[Leave]:
    covers = Q(starts_on__lte=today, ends_on__gte=today) | Q(starts_on__lte=due, ends_on__gte=due)
    return (
        Leave.objects.filter(covers, person__pk__in=person_ids).select_related("person").order_by("starts_on")
    )


@prepared
def stood_in_for(person_ids: tuple[int, ...]) -> QuerySet[StandIn]:
    return StandIn.objects.filter(absent__pk__in=person_ids, revoked_at__isnull=True)
