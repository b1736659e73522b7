from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.approvals import policies, queries, registry, walking
from zhongshu.approvals.models import Approval, SeatState
from zhongshu.approvals.services import trail
from zhongshu.approvals.walking import Walk
from zhongshu.kernel import reasons
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.matters import services as matters
from zhongshu.org import queries as org
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case


@use_case("approvals.remind")
def remind(*, actor: Actor, matter_id: int, note: str = "", at: datetime) -> Approval:
    """Remind those who hold it now (催办); once a day for each stage."""
    approval, walk = _walk(actor, matter_id, at)
    policies.may_remind_now(actor, walk).require()
    legs = policies.reminded(actor, walk)
    names = remind_holders(walk, legs_numbers={leg.number for leg in legs}, but=actor.seats, at=at)
    for leg in legs:
        leg.reminded_on = local_day(at)
        leg.save(update_fields=["reminded_on"])
    told = {"names": "、".join(names), "note": note.strip()}
    journal.record(stream=approval.matter.stream, verb="approvals.reminded", actor=actor, at=at, data=told)
    return approval


@use_case("approvals.suspend")
def suspend(*, actor: Actor, matter_id: int, reason: str, at: datetime) -> Approval:
    """Stop the paper and its clock (挂起), with the reason."""
    approval, walk = _walk(actor, matter_id, at)
    policies.may_stop(actor, approval).require()
    reasons.given(reason, _("请写明原因。"))
    walking.suspend(walk, trail.by(actor, at))
    trail.keep(walk, "suspended", actor=actor, at=at, reason=reason)
    return approval


@use_case("approvals.resume")
def resume(*, actor: Actor, matter_id: int, at: datetime) -> Approval:
    """Go on with a suspended paper; every date moves by the working days the clock stood."""
    approval, walk = _walk(actor, matter_id, at)
    policies.may_stop(actor, approval).require()
    walking.resume(walk, trail.by(actor, at))
    trail.keep(walk, "resumed", actor=actor, at=at)
    return approval


@use_case("approvals.void")
def void(*, actor: Actor, matter_id: int, reason: str, at: datetime) -> Approval:
    """Make a paper void before its end (作废), with the reason; its number stays and is marked void."""
    approval, walk = _walk(actor, matter_id, at)
    policies.may_stop(actor, approval).require()
    reasons.given(reason, _("请写明原因。"))
    walking.void(walk, trail.by(actor, at))
    trail.keep(walk, "voided", actor=actor, at=at, reason=reason)
    return approval


def _walk(actor: Actor, matter_id: int, at: datetime) -> tuple[Approval, Walk]:
    walk = queries.walk_for_update(actor, matter_id, at)
    policies.may_work(actor).require()
    return walk.approval, walk


def remind_holders(
    walk: Walk, *, legs_numbers: set[int], but: Collection[int] = (), at: datetime
) -> list[str]:
    """Tell everybody who is asked in these legs, except whose seats are taken in it; returns their names."""
    url, title = registry.address(walk.approval), {"title": walk.approval.matter.title}
    open_here = [one for one in walk.seats if one.leg in legs_numbers and one.state == SeatState.OPEN]
    asked = [one for one in open_here if one.person_id not in but]
    for seat in asked:
        told = on_record("催办：%(title)s，请尽快审批") % title
        matters.tell_person(walk.approval.matter, seat.person_id, told, url=url, at=at)
    return [org.known_person(seat.person_id).name for seat in asked]
