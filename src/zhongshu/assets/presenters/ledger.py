"""Rows of the ledger, and what stands above it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _

from zhongshu.assets import queries
from zhongshu.assets.models import Asset, State
from zhongshu.kernel.actors import Actor
from zhongshu.org.models import Duty
from zhongshu.ui import parts

SHAPES = {
    State.IN_USE: "doing",
    State.IDLE: "hold",
    State.LENT: "review",
    State.TO_DISPOSE: "todo",
    State.DISPOSED: "none",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One asset."""

    url: str
    name: str
    sub: str
    state: str
    word: str
    unit: str
    keeper: str
    place: str
    amount: str
    value: Decimal


def rows(found: Iterable[Asset]) -> list[Row]:
    """Assets as rows."""
    return [
        Row(
            url=reverse("assets:asset", args=[one.pk]),
            name=one.name,
            sub=" · ".join(part for part in (one.number, one.class_name, one.spec) if part),
            state=SHAPES[State(one.state)],
            word=str(State(one.state).label),
            unit=one.unit.short_name,
            keeper=one.keeper.name,
            place=one.place,
            amount=one.amount,
            value=one.value,
        )
        for one in found
    ]


def tabs(actor: Actor, here: str) -> list[parts.Tab]:
    """资产台账, 我保管的, 盘点, 移交和处置, and for who keeps the ledger 待入账采购."""
    ledger = reverse("assets:assets")
    found = [
        parts.Tab(_("资产台账"), ledger, current=here == "ledger"),
        parts.Tab(_("我保管的"), f"{ledger}?mine=1", current=here == "mine"),
    ]
    if keeps(actor):
        waiting = queries.purchases(actor).count()
        found.append(
            parts.Tab(_("待入账采购"), reverse("assets:purchases"), waiting, current=here == "purchases")
        )
    found.append(parts.Tab(_("盘点"), reverse("assets:stocktakes"), current=here == "stocktakes"))
    found.append(parts.Tab(_("移交和处置"), reverse("assets:moves"), current=here == "moves"))
    return found


def keeps(actor: Actor) -> int | None:
    """The organ whose ledger ``actor`` keeps."""
    return next(iter(actor.organs_with(Duty.KEEP_ASSETS)), None)
