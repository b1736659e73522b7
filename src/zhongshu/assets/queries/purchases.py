"""Booked purchases that have not come into the ledger, or not wholly."""

from collections.abc import Iterable
from decimal import Decimal

from django.db.models import DecimalField, F, QuerySet, Sum, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from zhongshu.assets.models import Asset
from zhongshu.finance.models import MONEY, Category, Claim
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import NotFound
from zhongshu.org.models import Duty


def purchases(actor: Actor) -> QuerySet[Claim]:
    """Booked purchases of which something is ``left`` to enter, for who keeps the ledger of their organ, oldest first.

    Who enters what was bought is told what was bought for how much, by a duty of his own; the claim itself stays
    with those who may know of it.
    """
    rows = Claim.objects.filter(category=Category.PURCHASE, booked_at__isnull=False)
    if not actor.is_system:
        rows = rows.filter(matter__organ_id__in=actor.organs_with(Duty.KEEP_ASSETS))
    none = Value(Decimal(0), DecimalField(**MONEY))
    rows = rows.annotate(left=F("amount") - Coalesce(Sum("assets__value"), none)).filter(left__gt=0)
    return rows.select_related("matter__organ", "matter__unit", "claimant").order_by("booked_at")


def purchase(actor: Actor, claim_id: int) -> Claim:
    """One of them; else it does not exist (404)."""
    found = purchases(actor).filter(pk=claim_id).first()
    if found is None:
        told = _("没有这张待入账的采购单，或者它已经全部入账。")
        raise NotFound("no_such_purchase", told, hint=_("请从“待入账采购”打开。"))
    return found


def entered_of(claim_id: int) -> Decimal:
    """What of a purchase has come into the ledger, in yuan."""
    cards: Iterable[Decimal] = Asset.objects.filter(claim_id=claim_id).values_list("value", flat=True)
    return sum(cards, Decimal(0))
