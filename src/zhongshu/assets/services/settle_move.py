"""A hand-over is signed, a disposal approved; or it is said no to either."""

from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.assets import policies, queries
from zhongshu.assets.models import Move, Way
from zhongshu.assets.services import trail
from zhongshu.assets.services.move import handed_over, signed
from zhongshu.finance import services as finance
from zhongshu.finance.models import LargeKind
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import refuse_faults
from zhongshu.matters import queries as matter_queries
from zhongshu.matters import services as matters
from zhongshu.matters.models import Outcome
from zhongshu.platform.usecases.registry import use_case


@use_case("assets.sign")
def sign(*, actor: Actor, matter_id: int, at: datetime) -> Move:
    """Sign a hand-over for one's side; with the second signature the assets are the other's (rule F-12)."""
    one = queries.move_for_update(actor, matter_id)
    policies.require_move(actor, "sign", one)
    signed(one, actor, at)
    mine = matter_queries.open_assignments(one.pk).filter(holder_person_id__in=sorted(actor.seats))
    for held in mine:
        matters.finish(held, Outcome.DONE, actor=actor, at=at)
    if one.giver_signed_at and one.keeper_signed_at:
        handed_over(one, actor=actor, at=at)
    matters.keep(one, "assets.hand_over_signed", actor=actor, at=at)
    return one


@use_case("assets.approve_disposal")
def approve_disposal(*, actor: Actor, matter_id: int, decision_id: int | None = None, at: datetime) -> Move:
    """Approve a disposal: the assets leave the books (rule F-12).

    A big one needs its collective decision (M-15), likewise small ones that come to a big sum within the days of M-16.
    """
    one = queries.move_for_update(actor, matter_id)
    policies.require_move(actor, "approve", one)
    organ_id, subject = one.matter.organ_id, one.matter.stream
    before = queries.gone_undecided(organ_id, at)
    finance.require_decided(
        organ_id, local_day(at), LargeKind.DISPOSAL, one.value, decision_id, subject=subject,
        together=one.value + before,
    )  # fmt: skip
    one.move("approve")
    one.decision_id = decision_id
    matters.finish_all(one.matter, actor=actor, at=at)
    for card in queries.moved_for_update(one):
        card.move("dispose")
        trail.keep(card, "disposed", actor=actor, at=at, way=one.way, slip=one.matter.number)
    facts = {"way": one.way, "value": f"{one.value:.2f}"}
    matters.keep(one, "assets.disposal_approved", actor=actor, at=at, **facts)
    return one


@use_case("assets.refuse_move")
def refuse_move(*, actor: Actor, matter_id: int, reason: str, at: datetime) -> Move:
    """Say no to a hand-over or a disposal, with the reason; what was to be disposed of is idle and stays on the books."""
    one = queries.move_for_update(actor, matter_id)
    policies.require_move(actor, "refuse", one)
    faults: dict[str, object] = {} if reason.strip() else {"reason": _("请写明理由。")}
    refuse_faults(faults, "no_reason", _("请写明理由。"), rule="F-12")
    one.move("refuse")
    words = reason.strip()
    matters.finish_all(one.matter, actor=actor, at=at, outcome=Outcome.RETURNED, opinion=words)
    for card in queries.moved_for_update(one) if one.way != Way.HAND_OVER else ():
        card.move("keep")
        trail.keep(card, "stays", actor=actor, at=at, slip=one.matter.number, reason=words)
    matters.keep(one, "assets.move_refused", actor=actor, at=at, reason=words)
    return one
