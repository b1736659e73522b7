from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.approvals import policies, queries, walking
from zhongshu.approvals.models import Approval, SeatKind
from zhongshu.approvals.services import trail
from zhongshu.approvals.services.seated import seated
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict
from zhongshu.platform.usecases.registry import use_case


@use_case("approvals.add_signer")
def add_signer(
    *,
    actor: Actor,
    matter_id: int,
    person_id: int,
    place: str,
    opinion: str = "",
    asked_as: int | None = None,
    at: datetime,
) -> Approval:
    """Have somebody sign, too: "before", "beside" or "after" (then one agrees at once, and what forbids that forbids this)."""
    part = seated(actor, matter_id, asked_as, at)
    if place == SeatKind.AFTER:
        part.permit()
    made = walking.add_signer(part.walk, part.seat, person_id, SeatKind(place), part.by, opinion)
    return part.keep("added_signer", opinion=opinion, name=made.person.name, place=place)


@use_case("approvals.remove_signer")
def remove_signer(*, actor: Actor, matter_id: int, seat: int, at: datetime) -> Approval:
    """Take back the asking of a signer whom one has added and who has not signed; ``seat`` is its number."""
    walk = queries.walk_for_update(actor, matter_id, at)
    policies.may_work(actor).require()
    found = next((one for one in policies.own_signers(actor, walk) if one.number == seat), None)
    if found is None:
        raise Conflict("cannot_remove", _("只能减去还没有签的加签人。"), hint=_("请刷新页面。"))
    walking.remove_signer(walk, found, trail.by(actor, at))
    trail.keep(walk, "removed_signer", actor=actor, at=at, name=found.person.name)
    return walk.approval
