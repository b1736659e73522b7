"""F-12: the ledger of assets. What is entered bears a number and has a history; what is bought comes in once."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.assets import story
from tests.assets.story import BOOKKEEPER, MANAGER, SEEING
from tests.world import (
    ADMINISTRATORS,
    AT,
    CHEN_LI,
    HAN_BING,
    HE_WEI,
    LI_MIN,
    SHEN_JING,
    SUN_YAO,
    TODAY,
    WANG_JIANPING,
    ZHOU_QIMING,
    World,
)
from zhongshu.assets import choices, queries, services
from zhongshu.assets.models import Asset, State
from zhongshu.finance import services as finance
from zhongshu.finance.models import Claim
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Conflict, Forbidden, NotFound, Refusal
from zhongshu.org import services as org
from zhongshu.platform.journal import queries as journal

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(world: World) -> World:
    return story.staffed(world)


def told(asset: Asset) -> list[str]:
    return [entry.verb for entry in journal.timeline(asset.stream)]


class TestEntering:
    def test_administrators_keep_and_count_nothing(self, city: World) -> None:
        organ = city.units["SWB"].pk
        for offered in (choices.people(organ, TODAY), choices.counters(organ, TODAY)):
            assert not {city.people[name].pk for name in ADMINISTRATORS} & {pk for pk, _label in offered}
        with pytest.raises(Refusal) as no:
            story.laptop(city, keeper_id=city.people[HAN_BING].pk)
        assert set(no.value.fields) == {"keeper_id"}
        with pytest.raises(Refusal) as no:
            story.started(city, counting=story.counting(city, HAN_BING, HE_WEI))
        assert "counter_ids" in no.value.fields

    def test_each_card_has_a_number_of_its_own_without_gaps(self, city: World) -> None:
        one, *others = story.entered(city, cards=3)
        assert [card.number for card in (one, *others)] == [f"市委办公室资〔2026〕{n}号" for n in (1, 2, 3)]
        assert told(one) == ["assets.entered"]
        assert one.state == State.IN_USE and one.amount == "1台"

    def test_all_faults_are_told_at_once_and_no_number_is_taken(self, city: World) -> None:
        wrong = {
            "name": " ", "category": "99", "quantity": 0, "value": Decimal(-1), "bought_on": date(2027, 1, 1),
            "unit_id": city.units["FGW"].pk, "keeper_id": city.people[WANG_JIANPING].pk, "contract_id": 404,
        }  # fmt: skip
        with pytest.raises(Refusal) as no:
            story.entered(city, **wrong)
        assert set(no.value.fields) == set(wrong)
        assert story.laptop(city).number.endswith("1号")

    def test_only_who_keeps_assets_enters_them(self, city: World) -> None:
        for name in (CHEN_LI, SHEN_JING, BOOKKEEPER, SUN_YAO):
            with pytest.raises(Forbidden):
                services.enter(
                    actor=city.actor(name), organ_id=city.units["SWB"].pk, card=story.card(city), at=AT
                )

    def test_a_big_item_without_a_claim_needs_its_decision(self, city: World) -> None:
        """M-15: who buys big passes the meeting; splitting it into cards does not help."""
        finance.set_threshold(
            actor=SYSTEM, organ_id=city.units["SWB"].pk, kind="claim", amount=Decimal(50000), paper="办发〔2026〕1号",
            valid_from=TODAY, at=AT,
        )  # fmt: skip
        story.laptop(
            city, value=Decimal(80000), bought_on=date(2025, 1, 1)
        )  # bought before there was a threshold
        for cards, value in ((1, 50000), (10, 6000)):
            with pytest.raises(Refusal, match="集体决策"):
                story.entered(city, cards=cards, value=Decimal(value), bought_on=TODAY)
        assert Asset.objects.count() == 1


class TestPurchases:
    @pytest.fixture
    def bought(self, city: World) -> Claim:
        return story.bought(city)

    def enter(self, city: World, claim: Claim, yuan: int, **changes: Any) -> list[Asset]:
        card = replace(story.card(city), value=Decimal(yuan), **changes)
        return services.enter_purchase(actor=city.actor(MANAGER), claim_id=claim.pk, card=card, at=AT)

    def test_it_waits_until_all_of_it_has_come_in(self, city: World, bought: Claim) -> None:
        manager = city.actor(MANAGER)
        assert [one.left for one in queries.purchases(manager)] == [20000]
        first, *_more = self.enter(city, bought, 6000, cards=2)
        assert first.origin == bought.matter.number
        assert [one.left for one in queries.purchases(manager)] == [8000]
        self.enter(city, bought, 8000)
        assert not queries.purchases(manager).exists()
        with pytest.raises(NotFound):
            self.enter(city, bought, 1)

    def test_never_more_than_was_paid(self, city: World, bought: Claim) -> None:
        with pytest.raises(Refusal, match="只剩 20,000.00 元"):
            self.enter(city, bought, 10001, cards=2)
        assert not Asset.objects.exists()

    def test_others_are_not_told_what_waits(self, city: World, bought: Claim) -> None:
        for name in (CHEN_LI, SUN_YAO, ZHOU_QIMING):
            assert not queries.purchases(city.actor(name)).exists()


class TestSight:
    def test_the_office_by_duty_the_others_what_they_use_or_keep(self, city: World) -> None:
        one = story.laptop(city)
        for name in SEEING:
            assert queries.asset(city.actor(name), one.pk) == one
        for name in (SUN_YAO, WANG_JIANPING, ZHOU_QIMING, HAN_BING):
            with pytest.raises(NotFound):
                queries.asset(city.actor(name), one.pk)

    def test_it_is_narrowed(self, city: World) -> None:
        story.laptop(city)
        story.laptop(city, name="会议桌", category="6", place="二楼会议室", keeper_id=city.people[LI_MIN].pk)
        actor = city.actor(LI_MIN)
        for narrowed, names in (
            ({}, {"便携式计算机", "会议桌"}), ({"text": "会议室"}, {"会议桌"}), ({"text": SHEN_JING}, {"便携式计算机"}),
            ({"category": "6"}, {"会议桌"}), ({"state": "lent"}, set()), ({"mine": "1"}, {"会议桌"}),
        ):  # fmt: skip
            found = queries.assets(actor, queries.Narrowed(**narrowed))
            assert {one.name for one in found} == names, narrowed


class TestUse:
    def test_lent_and_back(self, city: World) -> None:
        one, actor = story.laptop(city), city.actor(MANAGER)
        with pytest.raises(Refusal) as no:
            services.lend(actor=actor, asset_id=one.pk, lent_to="", back_by=date(2026, 9, 1), at=AT)
        assert set(no.value.fields) == {"lent_to", "back_by"}
        lent = services.lend(
            actor=actor, asset_id=one.pk, lent_to="市档案馆 孟洁", back_by=date(2026, 10, 9), at=AT
        )
        assert lent.state == State.LENT
        with pytest.raises(Conflict, match="借出"):
            services.lay_idle(actor=actor, asset_id=one.pk, at=AT)
        back = services.take_back(actor=actor, asset_id=one.pk, at=AT)
        assert (back.state, back.lent_to, back.back_by) == (State.IDLE, "", None)
        assert services.use_again(actor=actor, asset_id=one.pk, at=AT).state == State.IN_USE
        assert told(one)[:3] == ["assets.used_again", "assets.taken_back", "assets.lent"]

    def test_a_card_is_put_right_and_says_what_was_changed(self, city: World) -> None:
        one = story.laptop(city)
        given = {
            name: getattr(one, name) for name in ("name", "spec", "category", "measure", "place", "paper")
        }
        services.amend(actor=city.actor(MANAGER), asset_id=one.pk, **{**given, "place": "三楼315室"}, at=AT)
        assert journal.timeline(one.stream)[0].facts["changed"] == {"place": ["三楼312室", "三楼315室"]}

    def test_who_keeps_goods_does_not_change_their_value(self, city: World) -> None:
        """F-01: the keeper of assets writes no value down; the book-keeper does, with the reason, and only down."""
        one = story.laptop(story.with_books(city))
        given = {"asset_id": one.pk, "reason": "屏幕损坏", "at": AT}
        with pytest.raises(Forbidden):
            services.write_down(actor=city.actor(MANAGER), value=Decimal(3000), **given)
        for value in (Decimal(6800), Decimal(-1)):
            with pytest.raises(Refusal):
                services.write_down(actor=city.actor(BOOKKEEPER), value=value, **given)
        assert services.write_down(actor=city.actor(BOOKKEEPER), value=Decimal(3000), **given).value == 3000


class TestLeaving:
    def test_who_leaves_hands_over_what_he_keeps(self, city: World) -> None:
        one = story.laptop(city)
        leaving, next_one = city.people[SHEN_JING], city.people[LI_MIN]
        with pytest.raises(Refusal, match="保管的资产 1"):
            org.leave_office(actor=SYSTEM, person_id=leaving.pk, at=AT)
        org.leave_office(actor=SYSTEM, person_id=leaving.pk, successor_id=next_one.pk, at=AT)
        one.refresh_from_db()
        assert one.keeper_id == next_one.pk and told(one)[0] == "assets.changed_hands"

    def test_nobody_keeps_goods_and_books(self, city: World) -> None:
        """F-01: 会计法 27 keeps the two apart."""
        post = story.post_of(story.with_books(city), BOOKKEEPER).post
        with pytest.raises(Refusal, match="资产管理"):
            org.set_duties(actor=SYSTEM, post_id=post.pk, duties=["book", "keep_assets"], at=AT)
