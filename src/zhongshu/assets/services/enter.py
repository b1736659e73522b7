from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from zhongshu.assets import policies, queries, rules
from zhongshu.assets.models import Asset
from zhongshu.assets.services import trail
from zhongshu.assets.services.number import next_numbers
from zhongshu.assets.settings import classes
from zhongshu.finance import queries as finance_queries
from zhongshu.finance import services as finance
from zhongshu.finance.models import LargeKind, UndertakingKind
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import refuse_faults
from zhongshu.org import queries as org
from zhongshu.org.models import Unit
from zhongshu.platform.usecases.registry import use_case


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is entered: ``cards`` alike, each of ``quantity`` pieces worth ``value`` yuan together.

    ``unit_id`` uses it, ``keeper_id`` answers for it. ``paper`` says in words where it comes from; ``contract_id``
    names the contract, ``decision_id`` the meeting that passed a big item (M-15).
    """

    name: str
    category: str
    value: Decimal
    bought_on: date
    place: str
    measure: str
    unit_id: int
    keeper_id: int
    quantity: int = 1
    cards: int = 1
    spec: str = ""
    paper: str = ""
    contract_id: int | None = None
    decision_id: int | None = None


@use_case("assets.enter")
def enter(*, actor: Actor, organ_id: int, card: Card, at: datetime) -> list[Asset]:
    """Enter assets by hand: what was given, taken over, or bought before there was this ledger (rule F-12).

    A big item bought without a claim that passed the gate needs its collective decision, with enough left of it (M-15).
    """
    organ = org.unit(organ_id)
    policies.may_keep(actor, organ.pk).require()
    cards = made(organ, card, actor=actor, at=at)
    total, subject = card.value * card.cards, cards[0].stream
    finance.require_decided(
        organ.pk, card.bought_on, LargeKind.CLAIM, total, card.decision_id, subject=subject
    )
    return cards


@use_case("assets.enter_purchase")
def enter_purchase(*, actor: Actor, claim_id: int, card: Card, at: datetime) -> list[Asset]:
    """Enter what a booked purchase brought, as its slip of receipt says; never more than was paid (rule F-12)."""
    claim = queries.purchase(actor, claim_id)
    policies.may_keep(actor, claim.matter.organ_id).require()
    more = card.value * card.cards
    rules.F_12_purchase(bought=claim.amount, entered=queries.entered_of(claim.pk), more=more).require()
    return made(claim.matter.organ, card, claim_id=claim.pk, actor=actor, at=at)


def made(organ: Unit, card: Card, *, claim_id: int | None = None, actor: Actor, at: datetime) -> list[Asset]:
    """The cards with their numbers, each with the first line of its journal; part of a use case."""
    _require_whole(actor, organ, card, local_day(at))
    return [
        _entered(organ, card, number, claim_id, actor=actor, at=at)
        for number in next_numbers(organ, card.cards, actor=actor, at=at)
    ]


def _require_whole(actor: Actor, organ: Unit, card: Card, today: date) -> None:
    faults = rules.F_12_card(
        name=card.name, place=card.place, measure=card.measure, category=card.category, classes=classes(),
        quantity=card.quantity, cards=card.cards, value=card.value, bought_on=card.bought_on, today=today,
    )  # fmt: skip
    if org.unit(card.unit_id).organ_id != organ.pk:
        faults["unit_id"] = _("请选本机关的单位。")
    if card.keeper_id not in org.staff(organ.pk, today):
        faults["keeper_id"] = _("请选本机关在职人员。")
    contracts = finance_queries.open_for(actor, UndertakingKind.CONTRACT)
    if card.contract_id is not None and not contracts.filter(pk=card.contract_id).exists():
        faults["contract_id"] = _("请选您知悉的、正在履行的合同，或者在来源里用文字写明。")
    refuse_faults(faults, "card_has_faults", _("资产卡片还有 %(count)s 处要改。"), rule="F-12")


def _entered(
    organ: Unit, card: Card, number: str, claim_id: int | None, *, actor: Actor, at: datetime
) -> Asset:
    asset = Asset(
        organ=organ, number=number, name=card.name.strip(), spec=card.spec.strip(), category=card.category,
        quantity=card.quantity, measure=card.measure.strip(), value=card.value, bought_on=card.bought_on,
        claim_id=claim_id, contract_id=card.contract_id, decision_id=card.decision_id, paper=card.paper.strip(),
        place=card.place.strip(), unit_id=card.unit_id, keeper_id=card.keeper_id,
        entered_by_id=actor.in_name_of, entered_at=at,
    )  # fmt: skip
    asset.save()
    facts = {
        "number": number, "name": asset.name, "amount": asset.amount, "value": f"{asset.value:.2f}",
        "unit": org.known_unit(asset.unit_id).short_name, "keeper": org.known_person(asset.keeper_id).name,
    }  # fmt: skip
    trail.keep(asset, "entered", actor=actor, at=at, **facts)
    return asset
