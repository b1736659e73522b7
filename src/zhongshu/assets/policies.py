"""Who may do what to assets. The guard, the list and the button ask here."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _

from zhongshu.assets import rules
from zhongshu.assets.models import Asset, Move, Stocktake
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.verdicts import YES, Verdict, not_yours
from zhongshu.org.models import Duty

OVERSEEING = (Duty.KEEP_ASSETS, Duty.AUDIT, Duty.LEAD_ORGAN, Duty.REVIEW_CLAIMS, Duty.BOOK, Duty.KEEP_BUDGET)
"""Duties by which the whole ledger of the organ is known; everybody else knows what his unit uses or he keeps."""


def may_keep(actor: Actor, organ_id: int) -> Verdict:
    """Whether ``actor`` keeps the ledger of the organ."""
    if actor.is_system or actor.has_duty(Duty.KEEP_ASSETS, organ_id):
        return YES
    return not_yours("keeps_no_assets", _("资产台账由承担“资产管理”职责的岗位登记。"), rule="F-12")


def may_keep_this(actor: Actor, asset: Asset) -> Verdict:
    """Whether ``actor`` keeps the ledger in which the asset stands."""
    return may_keep(actor, asset.organ_id)


def may_value(actor: Actor, asset: Asset) -> Verdict:
    """Whether ``actor`` writes the value down: who keeps the books, never who keeps the goods (F-01)."""
    if actor.has_duty(Duty.BOOK, asset.organ_id):
        return YES
    return not_yours("keeps_no_books", _("账面价值由会计调整，保管资产的人不改账。"), rule="F-01")


def may_hand_over(actor: Actor, asset: Asset) -> Verdict:
    """Whether ``actor`` begins a hand-over: who keeps the ledger, or the thing itself."""
    return YES if asset.keeper_id in actor.seats else may_keep_this(actor, asset)


Asked = Callable[[Actor, Asset], Verdict]
VERBS: Mapping[str, tuple[str, Asked]] = {
    "hand_over": ("hand_over", may_hand_over),
    "dispose": ("ask_disposal", may_keep_this),
    "lend": ("lend", may_keep_this),
    "take_back": ("take_back", may_keep_this),
    "lay_idle": ("lay_idle", may_keep_this),
    "use_again": ("use", may_keep_this),
    "note_repair": ("stay", may_keep_this),
    "amend": ("stay", may_keep_this),
    "write_down": ("stay", may_value),
}
"""Of each verb the event of the asset, and who may."""


def require(actor: Actor, verb: str, asset: Asset) -> None:
    """Refuse unless ``verb`` is ``actor``'s to do (403) and lawful now (409)."""
    event, may = VERBS[verb]
    may(actor, asset).require()
    asset.require(event)


def offered(actor: Actor, asset: Asset) -> list[str]:
    """The verbs that are lawful now and ``actor``'s to do."""
    return [verb for verb, (event, may) in VERBS.items() if asset.can(event) and may(actor, asset)]


def may_count(actor: Actor, one: Stocktake) -> Verdict:
    """Whether ``actor`` counts: whoever was named for it."""
    if one.counters.filter(pk__in=sorted(actor.seats)).exists():
        return YES
    return not_yours("does_not_count", _("这次盘点由指定的盘点人清点。"), rule="F-12")


def may_explain(actor: Actor, one: Stocktake) -> Verdict:
    """Whether ``actor`` explains differences: who keeps the ledger, or something on the list that differs."""
    if (
        may_keep(actor, one.matter.organ_id)
        or one.lines.filter(asset__keeper_id__in=sorted(actor.seats)).exists()
    ):
        return YES
    return not_yours("explains_nothing", _("差异由资产管理员或保管人说明。"), rule="F-12")


def may_decide(actor: Actor, one: Stocktake) -> Verdict:
    """Whether ``actor`` decides on it: the leader who was asked, or another leader of the organ, who did not count."""
    if actor.has_duty(Duty.LEAD_ORGAN, one.matter.organ_id) or one.approver_id in actor.seats:
        counters = one.counters.values_list("pk", flat=True)
        return rules.F_12_decided_by(actor.seats, hands=set(counters))
    return not_yours("decides_nothing", _("盘点结果由机关领导审定。"), rule="F-12")


def may_begin(actor: Actor, one: Stocktake) -> Verdict:
    """Whether ``actor`` begins a stocktake that was planned: who keeps the ledger."""
    return may_keep(actor, one.matter.organ_id)


ROUNDS: Mapping[str, tuple[str, Callable[[Actor, Stocktake], Verdict]]] = {
    "begin": ("begin", may_begin),
    "count": ("count", may_count),
    "note_surplus": ("count", may_count),
    "finish_count": ("count", may_count),
    "explain": ("explain", may_explain),
    "decide": ("decide", may_decide),
    "close": ("close", may_decide),
    "stop": ("stop", may_decide),
}
"""Likewise of a stocktake."""


def require_round(actor: Actor, verb: str, one: Stocktake) -> None:
    """Refuse unless ``verb`` is ``actor``'s to do (403) and lawful now (409)."""
    event, may = ROUNDS[verb]
    may(actor, one).require()
    one.require(event)


def rounds_offered(actor: Actor, one: Stocktake) -> list[str]:
    """What ``actor`` may do to a stocktake now."""
    return [verb for verb, (event, may) in ROUNDS.items() if one.can(event) and may(actor, one)]


def may_sign(actor: Actor, one: Move) -> Verdict:
    """Whether ``actor`` signs a hand-over: who gives or who takes, each once."""
    gives = one.giver_id in actor.seats and one.giver_signed_at is None
    takes = one.keeper_id in actor.seats and one.keeper_signed_at is None
    return YES if gives or takes else not_yours("does_not_sign", _("由移交人和接收人签字。"), rule="F-12")


def may_approve_disposal(actor: Actor, one: Move) -> Verdict:
    """Whether ``actor`` approves a disposal: a leader who neither asked for it nor keeps the goods."""
    if actor.has_duty(Duty.LEAD_ORGAN, one.matter.organ_id) or one.approver_id in actor.seats:
        return rules.F_12_disposed_by(actor.seats, hands={one.matter.drafter_id, one.giver_id})
    return not_yours("approves_nothing", _("资产处置由机关领导批准。"), rule="F-12")


def may_refuse(actor: Actor, one: Move) -> Verdict:
    """Whether ``actor`` says no: whoever may sign or approve it."""
    return may_sign(actor, one) if one.is_hand_over else may_approve_disposal(actor, one)


SLIPS: Mapping[str, tuple[str, Callable[[Actor, Move], Verdict]]] = {
    "approve": ("approve", may_approve_disposal),
    "sign": ("sign", may_sign),
    "refuse": ("refuse", may_refuse),
}
"""Likewise of a hand-over or a disposal."""


def require_move(actor: Actor, verb: str, one: Move) -> None:
    """Refuse unless ``verb`` is ``actor``'s to do (403) and lawful now (409)."""
    event, may = SLIPS[verb]
    may(actor, one).require()
    one.require(event)


def moves_offered(actor: Actor, one: Move) -> list[str]:
    """What ``actor`` may do to a hand-over or a disposal now."""
    return [verb for verb, (event, may) in SLIPS.items() if one.can(event) and may(actor, one)]
