from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.org import policies, queries, registry
from zhongshu.org.models import Appointment, Person, StandIn
from zhongshu.org.services.locks import locked
from zhongshu.org.services.trail import keep
from zhongshu.platform.accounts import services as accounts
from zhongshu.platform.usecases.registry import use_case


@use_case("org.leave_office")
def leave_office(*, actor: Actor, person_id: int, successor_id: int | None = None, at: datetime) -> Person:
    """Somebody leaves today: what he holds goes to the successor, then posts, stand-ins and log-in end.

    Refused without a successor while anything is held (laws 1 and W-27), and for a successor
    who has himself left. Returns the person who left.
    """
    person = locked(Person.objects.all(), person_id)
    policies.may_keep_person(actor, person).require()
    if person.left_on is not None:
        raise Conflict("has_left", _("%(name)s已经办过离任。") % {"name": person.name})
    moved = _hand_over(person, successor_id, actor, at)
    today = local_day(at)
    _end_posts(person, at)
    stands = StandIn.objects.filter(Q(absent=person) | Q(stand_in=person), revoked_at__isnull=True)
    stands.filter(ends_on__gte=today).update(revoked_at=at)
    if person.user:
        accounts.cut_off(actor=actor, user=person.user, at=at)
    person.left_on = today
    keep(person, "left_office", actor=actor, at=at, name=person.name, moved=moved, successor=successor_id)
    return person


def _hand_over(person: Person, successor_id: int | None, actor: Actor, at: datetime) -> int:
    held = registry.held_by_person(person.pk)
    if not held:
        return 0
    successor = (
        Person.objects.filter(pk=successor_id or 0, left_on__isnull=True).exclude(pk=person.pk).first()
    )
    if successor is None:
        told = "、".join(f"{one.title} {one.count}" for one in held)
        raise Refusal(
            "still_holds",
            _("%(name)s手上还有%(held)s，要先移交。") % {"name": person.name, "held": told},
            fields={"successor_id": _("请选择接手人。")},
            hint=_("请选择接手人，全部事项一次移交。"),
        )
    if queries.is_away(successor.pk, local_day(at)):
        raise Refusal(
            "successor_is_away",
            _("%(name)s正在请假，不能接手。") % {"name": successor.name},
            fields={"successor_id": _("请另选接手人，或等其销假。")},
        )
    moved = sum(move(person.pk, successor.pk, actor, at) for move in registry.handovers.values())
    left = registry.held_by_person(person.pk)
    if left:
        told = "、".join(f"{one.title} {one.count}" for one in left)
        raise Refusal(
            "not_all_moved",
            _("还有%(held)s没能移交。") % {"held": told},
            hint=_("请先在事项里逐件转办，再办离任。"),
        )
    return moved


def _end_posts(person: Person, at: datetime) -> None:
    """Today is the last day in office; an appointment that would only begin later never does."""
    today = local_day(at)
    held = Appointment.objects.filter(person=person)
    held.filter(starts_on__gt=today).delete()
    held.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=today)).update(ends_on=today)
