"""Who may do what to assets. The guard, the list and the button ask here."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _

from zhongshu.assets.models import Asset
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


Asked = Callable[[Actor, Asset], Verdict]
VERBS: Mapping[str, tuple[str, Asked]] = {
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
