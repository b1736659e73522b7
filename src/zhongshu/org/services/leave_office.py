from datetime import date, datetime

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Conflict
from zhongshu.org import policies, registry
from zhongshu.org.models import Appointment, Person, StandIn
from zhongshu.org.services.hand_over import move_all
from zhongshu.org.services.locks import locked
from zhongshu.org.services.trail import keep
from zhongshu.platform.accounts import services as accounts
from zhongshu.platform.usecases.registry import use_case


@use_case("org.leave_office")
def leave_office(*, actor: Actor, person_id: int, successor_id: int | None = None, at: datetime) -> Person:
    """Somebody leaves today: what he holds, and what would come back, goes to the successor; posts and log-in end.

    Refused without a successor while anything is held (laws 1 and W-27), for one who has left himself, and while
    something is open that nobody can take over. Returns the person who left.
    """
    person = locked(Person.objects.all(), person_id)
    policies.may_keep_person(actor, person).require()
    if person.left_on is not None:
        raise Conflict("has_left", _("%(name)s已经办过离任。") % {"name": person.name})
    for ground in registry.grounds.values():
        ground(person.pk).require()
    moved = move_all(person, successor_id, actor, at)
    _end_posts(person, today := local_day(at))
    stands = StandIn.objects.filter(Q(absent=person) | Q(stand_in=person), ends_on__gte=today)
    stands.filter(revoked_at__isnull=True).update(revoked_at=at)
    if person.user:
        accounts.cut_off(actor=actor, user=person.user, at=at)
    there = Person.objects.filter(left_on__isnull=True)
    person.left_on, person.successor = today, there.filter(pk=successor_id or 0).first()
    keep(person, "left_office", actor=actor, at=at, name=person.name, moved=moved, successor=successor_id)
    return person


def _end_posts(person: Person, today: date) -> None:
    """Today is the last day in office; an appointment that would only begin later never does."""
    held = Appointment.objects.filter(person=person)
    held.filter(starts_on__gt=today).delete()
    held.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=today)).update(ends_on=today)
