"""Assets change hands, both sides signing; or leave the house, once a leader has approved it."""

from collections.abc import Sequence
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from zhongshu.assets import policies, queries, rules
from zhongshu.assets.models import MOVE, Asset, Move, Turn, Way
from zhongshu.assets.services import trail
from zhongshu.assets.services.number import next_slip
from zhongshu.assets.settings import stocktake_working_days
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import refuse_faults
from zhongshu.matters import services as matters
from zhongshu.matters.models import Role
from zhongshu.org import queries as org
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays


@use_case("assets.hand_over")
def hand_over(
    *,
    actor: Actor,
    asset_ids: Sequence[int],
    keeper_id: int,
    unit_id: int,
    place: str,
    reason: str,
    at: datetime,
) -> Move:
    """Hand assets of one keeper to another person, unit or place; both sides sign, whoever begins it has (rule F-12)."""
    cards = _asked(actor, "hand_over", asset_ids)
    organ_id = cards[0].organ_id
    faults = _unfilled(place=place, reason=reason)
    if keeper_id not in org.staff(organ_id, local_day(at)):
        faults["keeper_id"] = _("请选本机关在职人员。")
    if org.unit(unit_id).organ_id != organ_id:
        faults["unit_id"] = _("请选本机关的单位。")
    refuse_faults(faults, "slip_has_faults", _("还有 %(count)s 处要改。"), rule="F-12")
    to = {"keeper_id": keeper_id, "unit_id": unit_id, "place": place.strip()}
    one = _opened(cards, Way.HAND_OVER, Turn.SIGNING, reason, actor=actor, at=at, **to)
    names = {"from": cards[0].keeper.name, "to": org.person(keeper_id).name}
    _keep(one, "hand_over_begun", actor=actor, at=at, count=len(cards), reason=one.reason, **names)
    unsigned = {one.giver_id: one.giver_signed_at, keeper_id: one.keeper_signed_at}
    for person_id in [pk for pk, signed_at in unsigned.items() if signed_at is None]:
        ask_to_sign(one, person_id, at=at)
    if all(unsigned.values()):
        handed_over(one, actor=actor, at=at)
        _keep(one, "hand_over_signed", actor=actor, at=at)
    return one


@use_case("assets.dispose")
def dispose(
    *, actor: Actor, asset_ids: Sequence[int], way: str, reason: str, approver_id: int, at: datetime
) -> Move:
    """Ask a leader to approve that assets of one keeper leave the house: scrapped, sold or given away (rule F-12)."""
    cards = _asked(actor, "dispose", asset_ids)
    faults = _unfilled(reason=reason)
    if way not in set(Way) - {Way.HAND_OVER}:
        faults["way"] = _("请选处置方式。")
    if approver_id not in {person.pk for person in org.leaders_of(cards[0].organ_id, local_day(at))}:
        faults["approver_id"] = _("请选机关领导。")
    refuse_faults(faults, "slip_has_faults", _("还有 %(count)s 处要改。"), rule="F-12")
    one = _opened(cards, Way(way), Turn.DECIDING, reason, actor=actor, at=at, approver_id=approver_id)
    told = on_record("请批准资产处置：%(title)s") % {"title": one.matter.title}
    _ask(one, Role.APPROVE, approver_id, told, at=at)
    for card in cards:
        card.move("ask_disposal")
        trail.keep(
            card, "disposal_asked", actor=actor, at=at, way=way, slip=one.matter.number, reason=one.reason
        )
    facts = {"way": way, "count": len(cards), "value": f"{one.value:.2f}", "reason": one.reason}
    _keep(one, "disposal_begun", actor=actor, at=at, **facts)
    return one


def _asked(actor: Actor, verb: str, asset_ids: Sequence[int]) -> list[Asset]:
    """The assets locked, if ``verb`` is ``actor``'s to do to each, and none is being counted or waits elsewhere."""
    cards = queries.assets_for_update(actor, asset_ids)
    for card in cards:
        policies.require(actor, verb, card)
    ids = [card.pk for card in cards]
    rules.F_12_one_keeper([card.keeper_id for card in cards]).require()
    rules.F_12_at_rest(queries.counted_in(ids)).require()
    rules.F_12_free(queries.waiting_on(ids)).require()
    return cards


def _opened(
    cards: Sequence[Asset], way: Way, turn: Turn, reason: str, *, actor: Actor, at: datetime, **to: object
) -> Move:
    first, today = cards[0], local_day(at)
    more = on_record("等%(n)s项") % {"n": len(cards)} if len(cards) > 1 else ""
    opening = matters.Opening(
        kind=MOVE, state=turn, title=f"{way.label}{first.name}{more}", body=reason.strip(), unit=first.unit,
        organ_id=first.organ_id, due=workdays.calendar().shift(today, stocktake_working_days()),
    )  # fmt: skip
    matter = matters.open_matter(
        opening, number=next_slip(first.organ, actor=actor, at=at), actor=actor, at=at
    )
    one = Move(
        matter=matter, way=way, giver_id=first.keeper_id, reason=reason.strip()[:300],
        value=sum(card.value for card in cards), **to,
    )  # fmt: skip
    signed(one, actor, at)
    one.save()
    one.assets.set(cards)
    return one


def signed(one: Move, actor: Actor, at: datetime) -> None:
    """Note for which sides of a hand-over ``actor`` signs."""
    if one.giver_id in actor.seats:
        one.giver_signed_at = one.giver_signed_at or at
    if one.keeper_id in actor.seats:
        one.keeper_signed_at = one.keeper_signed_at or at


def handed_over(one: Move, *, actor: Actor, at: datetime) -> None:
    """Both have signed: the cards say whose they are now. Part of a use case."""
    one.move("hand_over")
    matters.finish_all(one.matter, actor=actor, at=at)
    facts = {"from": str(one.giver), "to": str(one.keeper), "unit": str(one.unit), "place": one.place}
    for card in queries.moved_for_update(one):
        card.move("hand_over")
        card.keeper_id, card.unit_id, card.place = one.keeper_id or 0, one.unit_id or 0, one.place
        trail.keep(card, "handed_over", actor=actor, at=at, slip=one.matter.number, **facts)


def ask_to_sign(one: Move, person_id: int, *, at: datetime) -> None:
    """Put a slip of hand-over on the desk of who is to sign it. Part of a use case."""
    _ask(
        one,
        Role.HANDLE,
        person_id,
        on_record("请在资产移交单上签字：%(title)s") % {"title": one.matter.title},
        at=at,
    )


def _ask(one: Move, role: Role, person_id: int, told: str, *, at: datetime) -> None:
    matters.assign(one.matter, role, person_id=person_id, due=one.until, at=at)
    matters.tell_person(one.matter, person_id, told, url=reverse("assets:move", args=[one.pk]), at=at)


def _keep(one: Move, verb: str, *, actor: Actor, at: datetime, **facts: object) -> None:
    matters.keep(one, f"assets.{verb}", actor=actor, at=at, **facts)


def _unfilled(**told: str) -> dict[str, object]:
    return {name: _("请填写。") for name, words in told.items() if not words.strip()}
