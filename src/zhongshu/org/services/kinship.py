from datetime import datetime

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel import reasons
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.org import policies
from zhongshu.org.models import KinKind, Kinship, Person
from zhongshu.org.services.locks import locked
from zhongshu.org.services.trail import told
from zhongshu.platform.usecases.registry import use_case


@use_case("org.declare_kin")
def declare_kin(*, actor: Actor, person_id: int, other_id: int, kind: str, at: datetime) -> Kinship:
    """Declare that two people who work here are related; from now on neither decides on the other's papers (F-06).

    Each declares his own relatives; the keeper, anybody's. Refused: oneself, a pair declared already.
    """
    if person_id == other_id:
        raise Refusal("oneself", _("不能登记与本人的亲属关系。"), fields={"other_id": _("请选择另一个人。")})
    first, second = (locked(Person.objects.all(), one) for one in sorted((person_id, other_id)))
    policies.may_declare_kin(actor, first if first.pk == person_id else second).require()
    if Kinship.objects.filter(first=first, second=second, ended_at__isnull=True).exists():
        raise Conflict("already_declared", _("这两个人的亲属关系已经登记过。"))
    made = Kinship.objects.create(
        first=first, second=second, kind=KinKind(kind), declared_by_id=actor.person_id, declared_at=at
    )
    _told(made, "kin_declared", actor=actor, at=at, kind=made.kind)
    return made


@use_case("org.end_kinship")
def end_kinship(*, actor: Actor, kinship_id: int, reason: str, at: datetime) -> Kinship:
    """A declared relation counts no longer, for a reason; said by the keeper, never by one of the two."""
    kinship = locked(Kinship.objects.select_related("first", "second"), kinship_id)
    policies.may_end_kinship(actor, kinship).require()
    because = reasons.given(reason)
    if kinship.ended_at is None:
        kinship.ended_at = at
        kinship.save(update_fields=["ended_at"])
        _told(kinship, "kin_ended", actor=actor, at=at, reason=because)
    return kinship


def _told(kinship: Kinship, verb: str, *, actor: Actor, at: datetime, **facts: object) -> None:
    """Told in the journals of both."""
    told(kinship.first, verb, actor=actor, at=at, name=kinship.second.name, **facts)
    told(kinship.second, verb, actor=actor, at=at, name=kinship.first.name, **facts)
