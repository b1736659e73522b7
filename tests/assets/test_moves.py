"""F-12: what changes hands is signed by both sides; what leaves the house a leader approves, a big item a meeting."""

from datetime import timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse

from tests.assets import story
from tests.assets.story import MANAGER, ZHANG_YI
from tests.assets.test_pages import done, said
from tests.refusing import refused
from tests.world import AT, CHEN_LI, HE_WEI, SHEN_JING, SUN_YAO, TODAY, World
from zhongshu.assets import services
from zhongshu.assets.models import Asset, Move, State, Turn
from zhongshu.finance import services as finance
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Conflict, Forbidden, Refusal
from zhongshu.matters import queries as matters
from zhongshu.org import services as org
from zhongshu.platform.files import services as files
from zhongshu.platform.journal import queries as journal

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(world: World) -> World:
    return story.staffed(world)


def now(card: Asset) -> Asset:
    card.refresh_from_db()
    return card


def hand_over(city: World, *cards: Asset, by: str = MANAGER, to: str = HE_WEI, **changes: Any) -> Move:
    given = {
        "asset_ids": [card.pk for card in cards], "keeper_id": city.people[to].pk, "place": "四楼401室",
        "unit_id": city.units["SWB"].pk, "reason": "岗位调整",
    }  # fmt: skip
    return services.hand_over(actor=city.actor(by), at=AT, **{**given, **changes})


def dispose(city: World, *cards: Asset, **changes: Any) -> Move:
    given = {
        "asset_ids": [card.pk for card in cards], "way": "scrap", "reason": "超过使用年限，不能修复",
        "approver_id": city.people[CHEN_LI].pk,
    }  # fmt: skip
    return services.dispose(actor=city.actor(MANAGER), at=AT, **{**given, **changes})


def sign(city: World, one: Move, name: str) -> Move:
    return services.sign(actor=city.actor(name), matter_id=one.pk, at=AT)


def approve(city: World, one: Move, by: str = CHEN_LI, **more: Any) -> Move:
    return services.approve_disposal(**{"actor": city.actor(by), "matter_id": one.pk, "at": AT, **more})


def held(one: Move) -> set[str]:
    return {str(each.holder_person) for each in matters.open_assignments(one.pk)}


class TestHandOver:
    def test_who_takes_over_from_one_who_leaves_signs_in_his_place(self, city: World) -> None:
        one = hand_over(city, story.laptop(city))
        gone = {"actor": SYSTEM, "person_id": city.people[SHEN_JING].pk, "at": AT}
        with refused("gives_to_himself"):
            org.leave_office(successor_id=city.people[HE_WEI].pk, **gone)
        org.leave_office(successor_id=city.people[CHEN_LI].pk, **gone)
        one.refresh_from_db()
        sign(city, one, CHEN_LI)
        assert sign(city, one, HE_WEI).turn == Turn.DONE

    def test_both_sides_sign_and_only_then_the_card_changes(self, city: World) -> None:
        card = story.laptop(city)
        one = hand_over(city, card)
        assert held(one) == {SHEN_JING, HE_WEI}
        with pytest.raises(Forbidden):
            sign(city, one, MANAGER)
        sign(city, one, SHEN_JING)
        assert now(card).keeper.name == SHEN_JING and held(one) == {HE_WEI}
        with pytest.raises(Forbidden):  # once is enough
            sign(city, one, SHEN_JING)
        assert sign(city, one, HE_WEI).turn == Turn.DONE
        card = now(card)
        assert (card.keeper.name, card.place, card.unit) == (HE_WEI, "四楼401室", city.units["SWB"])
        assert journal.timeline(card.stream)[0].verb == "assets.handed_over" and not held(one)

    def test_who_begins_it_has_signed_his_side(self, city: World) -> None:
        card = story.laptop(city)
        assert held(hand_over(city, card, by=SHEN_JING)) == {HE_WEI}

    def test_to_another_room_of_ones_own_it_is_done_at_once(self, city: World) -> None:
        card = story.laptop(city, keeper_id=city.people[HE_WEI].pk)
        one = hand_over(city, card, by=HE_WEI, to=HE_WEI)
        assert one.turn == Turn.DONE and now(card).place == "四楼401室" and not held(one)

    def test_the_other_side_may_say_no(self, city: World) -> None:
        card = story.laptop(city)
        one = hand_over(city, card)
        services.refuse_move(actor=city.actor(HE_WEI), matter_id=one.pk, reason="实物没有交来。", at=AT)
        assert now(card).keeper.name == SHEN_JING and now(card).state == State.IN_USE
        assert hand_over(city, card).turn == Turn.SIGNING

    def test_what_waits_elsewhere_or_is_kept_by_others_is_refused(self, city: World) -> None:
        card, other = story.laptop(city), story.laptop(city, keeper_id=city.people[ZHANG_YI].pk)
        with pytest.raises(Refusal, match="同一个人"):
            hand_over(city, card, other)
        hand_over(city, card)
        with pytest.raises(Refusal, match="等待签字或批准"):
            dispose(city, card)
        with pytest.raises(Refusal, match="等待签字或批准"):
            story.started(city)
        with pytest.raises(Refusal) as no:
            hand_over(city, other, to=SUN_YAO, place=" ")
        assert set(no.value.fields) == {"keeper_id", "place"}


class TestDisposal:
    def test_a_leader_approves_and_it_leaves_the_books(self, city: World) -> None:
        cards = story.entered(city, cards=2)
        one = dispose(city, *cards)
        assert {now(card).state for card in cards} == {State.TO_DISPOSE} and one.value == 13600
        for name in (MANAGER, SHEN_JING):
            with pytest.raises(Forbidden):
                approve(city, one, by=name)
        approve(city, one)
        assert {now(card).state for card in cards} == {State.DISPOSED} and not held(one)
        with pytest.raises(Conflict):
            services.lend(actor=city.actor(MANAGER), asset_id=cards[0].pk, lent_to="谁", back_by=TODAY, at=AT)

    def test_what_is_not_approved_stays(self, city: World) -> None:
        card = story.laptop(city)
        one = dispose(city, card)
        services.refuse_move(actor=city.actor(CHEN_LI), matter_id=one.pk, reason="还能用。", at=AT)
        assert now(card).state == State.IDLE and journal.timeline(card.stream)[0].verb == "assets.stays"

    def test_a_leader_does_not_approve_what_he_keeps(self, city: World) -> None:
        one = dispose(city, story.laptop(city, keeper_id=city.people[CHEN_LI].pk))
        with pytest.raises(Forbidden, match="不能批准"):
            approve(city, one)

    def test_a_big_one_needs_its_decision_and_never_more_than_it_passed(self, city: World) -> None:
        """M-15: above the threshold of disposals only a meeting opens the way, up to the sum that it passed."""
        organ = city.units["SWB"].pk
        finance.set_threshold(
            actor=SYSTEM, organ_id=organ, kind="disposal", amount=Decimal(10000), paper="办发1号", valid_from=TODAY, at=AT
        )  # fmt: skip
        minutes = files.store(
            actor=city.actor(CHEN_LI), stream=BytesIO("会议纪要".encode()), name="纪要.txt", at=AT
        )
        passed = finance.record_decision(
            actor=city.actor(CHEN_LI), organ_id=organ, meeting="第3次办公会", item="处置设备", held_on=TODAY, entitled=5,
            present=5, in_favour=5, limit=Decimal(20000), evidence=minutes, at=AT,
        )  # fmt: skip
        first = dispose(city, *story.entered(city, cards=2))
        with pytest.raises(Refusal, match="集体决策"):
            approve(city, first)
        approve(city, first, decision_id=passed.pk)
        second = dispose(city, *story.entered(city, cards=2))
        with pytest.raises(Refusal, match="只剩 6,400.00 元"):
            approve(city, second, decision_id=passed.pk)

    def test_a_stocktake_waits_for_no_disposal(self, city: World) -> None:
        card = story.laptop(city)
        story.started(city)
        with pytest.raises(Refusal, match="正在盘点"):
            dispose(city, card)


def test_on_its_pages(city: World) -> None:
    card = story.laptop(city)
    ids = {"asset_ids": [card.pk], "reason": "不能修复"}
    manager = city.client(MANAGER)
    told = {**ids, "way": "scrap", "approver_id": city.people[CHEN_LI].pk}
    page = done(manager.post(reverse("assets:dispose", args=[card.pk]), told))
    leader = city.client(CHEN_LI)
    assert page in said(leader.get(reverse("portal:home")))
    assert "不能修复" in said(leader.get(page))
    assert leader.post(reverse("assets:refuse", args=[Move.objects.get().pk]), {}).status_code == 422
    done(leader.post(reverse("assets:approve", args=[Move.objects.get().pk])))
    assert "已办妥" in said(manager.get(reverse("assets:moves")))
    other = story.laptop(city)
    given = {"keeper_id": city.people[HE_WEI].pk, "unit_id": city.units["SWB"].pk, "place": "一楼"}
    told = {"asset_ids": [other.pk], "reason": "换人", **given}
    unsaid = manager.post(reverse("assets:hand_over", args=[other.pk]), {**told, "keeper_id": ""})
    assert unsaid.status_code == 422  # nobody is chosen beforehand
    page = done(manager.post(reverse("assets:hand_over", args=[other.pk]), told))
    assert "未签字" in said(city.client(HE_WEI).get(page))
    one = Move.objects.order_by("-pk")[0]
    for name in (HE_WEI, SHEN_JING):
        done(city.client(name).post(reverse("assets:sign", args=[one.pk])))
    assert Asset.objects.get(pk=other.pk).place == "一楼"
    assert one.until > TODAY - timedelta(days=1)
