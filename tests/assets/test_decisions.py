"""M-15 with F-12: disposals, losses and big items entered by hand share what one meeting passed, never more."""

from datetime import timedelta
from decimal import Decimal
from io import BytesIO

import pytest

from tests.assets import story
from tests.assets.story import MANAGER
from tests.assets.test_moves import approve, dispose
from tests.threads import at_once
from tests.world import AT, CHEN_LI, TODAY, World, build
from zhongshu.assets import queries, services
from zhongshu.assets.models import Asset, Stocktake
from zhongshu.finance import queries as finance_queries
from zhongshu.finance import services as finance
from zhongshu.finance.models import Decision
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import NotFound, Refusal
from zhongshu.platform.files import services as files

pytestmark = pytest.mark.django_db
CROWD = 4


@pytest.fixture
def city(world: World) -> World:
    return story.staffed(world)


def passed(city: World, yuan: int) -> Decision:
    """From 5,000 yuan on losses and disposals need a meeting; 陈立 has recorded one that passed so much."""
    organ = city.units["SWB"].pk
    finance.set_threshold(
        actor=SYSTEM, organ_id=organ, kind="disposal", amount=Decimal(5000), paper="办发1号", valid_from=TODAY, at=AT
    )  # fmt: skip
    leader = city.actor(CHEN_LI)
    minutes = files.store(actor=leader, stream=BytesIO("会议纪要".encode()), name="纪要.txt", at=AT)
    return finance.record_decision(
        actor=leader, organ_id=organ, meeting="第3次办公会", item="设备", held_on=TODAY, entitled=5, present=5,
        in_favour=5, limit=Decimal(yuan), evidence=minutes, at=AT,
    )  # fmt: skip


def elsewhere(city: World, decision: Decision) -> Decision:
    """The same decision, taken by another organ."""
    Decision.objects.filter(pk=decision.pk).update(organ=city.units["FGW"])
    return decision


def lost(city: World) -> Stocktake:
    """A stocktake in which the laptop of 6,800 yuan was not found, explained."""
    one = story.started(city)
    story.all_found(city, one, 便携式计算机=0)
    story.finished(city, one)
    story.explained(city, one)
    return one


def agree(city: World, one: Stocktake, decision: Decision) -> None:
    (line,) = queries.differences(one)
    services.agree_difference(actor=city.actor(CHEN_LI), line_id=line.pk, decision_id=decision.pk, at=AT)


class TestEnteredByHand:
    def test_what_is_entered_takes_of_what_was_passed(self, city: World) -> None:
        decision = passed(city, 20000)
        story.entered(city, cards=2, decision_id=decision.pk)
        assert finance_queries.left_of(decision) == 6400
        with pytest.raises(Refusal, match="只剩 6,400.00 元") as no:
            story.laptop(city, decision_id=decision.pk)
        assert no.value.code == "decision_used_up" and "另选会议决定" in no.value.hint
        assert Asset.objects.count() == 2

    def test_of_another_organ_there_is_none(self, city: World) -> None:
        decision = elsewhere(city, passed(city, 20000))
        with pytest.raises(NotFound, match="没有这项会议决定"):
            story.laptop(city, decision_id=decision.pk)
        assert not Asset.objects.exists()


class TestLosses:
    def test_a_loss_takes_of_what_was_passed(self, city: World) -> None:
        decision = passed(city, 10000)
        story.laptop(city)
        one = lost(city)
        agree(city, one, decision)
        agree(city, one, decision)  # agreeing again takes nothing twice
        assert finance_queries.left_of(decision) == 3200
        with pytest.raises(Refusal, match="只剩 3,200.00 元"):
            story.laptop(city, decision_id=decision.pk)

    def test_more_than_was_passed_is_not_written_off(self, city: World) -> None:
        story.laptop(city)
        one = lost(city)
        with pytest.raises(Refusal, match="只剩 6,000.00 元"):
            agree(city, one, passed(city, 6000))
        assert not queries.differences(one).filter(agreed_by__isnull=False).exists()

    def test_of_another_organ_there_is_none(self, city: World) -> None:
        story.laptop(city)
        one = lost(city)
        with pytest.raises(NotFound, match="没有这项会议决定"):
            agree(city, one, elsewhere(city, passed(city, 10000)))

    def test_counted_again_or_stopped_it_gives_back(self, city: World) -> None:
        decision = passed(city, 10000)
        story.laptop(city)
        one = lost(city)
        agree(city, one, decision)
        (line,) = queries.differences(one)
        leader = city.actor(CHEN_LI)
        services.recount(actor=leader, line_id=line.pk, reason="柜子里再找一找。", at=AT)
        assert finance_queries.left_of(decision) == 10000
        story.all_found(city, one, 便携式计算机=0)
        story.finished(city, one)
        story.explained(city, one)
        agree(city, one, decision)
        assert finance_queries.left_of(decision) == 3200
        services.stop_stocktake(actor=leader, matter_id=one.pk, reason="改期再盘。", at=AT)
        assert finance_queries.left_of(decision) == 10000

    def test_disposals_and_losses_share_one_sum(self, city: World) -> None:
        decision = passed(city, 10000)
        old = story.laptop(city, name="旧复印机")
        approve(city, dispose(city, old), decision_id=decision.pk)
        story.laptop(city)
        with pytest.raises(Refusal, match="只剩 3,200.00 元"):
            agree(city, lost(city), decision)


class TestNothingIsSplit:
    def printers(self, city: World, count: int) -> list[Asset]:
        """Each worth 3,000 yuan, of which a meeting is asked about from 5,000 on."""
        return story.entered(city, name="打印机", value=Decimal(3000), cards=count)

    def test_losses_of_one_stocktake_count_together(self, city: World) -> None:
        decision = passed(city, 10000)
        self.printers(city, 2)
        one = story.started(city)
        story.all_found(city, one, 打印机=0)
        story.finished(city, one)
        story.explained(city, one)
        with pytest.raises(Refusal, match="这次 3,000.00 元，合并计算共 6,000.00 元") as no:
            story.agreed(city, one)
        assert no.value.code == "needs_a_decision"
        for line in queries.differences(one):
            services.agree_difference(
                actor=city.actor(CHEN_LI), line_id=line.pk, decision_id=decision.pk, at=AT
            )
        assert finance_queries.left_of(decision) == 4000
        assert story.closed(city, one).matter.closed_at

    def test_a_single_small_loss_needs_none(self, city: World) -> None:
        passed(city, 10000)
        self.printers(city, 1)
        one = story.started(city)
        story.all_found(city, one, 打印机=0)
        story.finished(city, one)
        story.explained(city, one)
        story.agreed(city, one)
        assert story.closed(city, one).matter.closed_at

    def test_disposals_one_by_one_count_together_for_thirty_days(self, city: World) -> None:
        decision = passed(city, 10000)
        first, second = (dispose(city, card) for card in self.printers(city, 2))
        approve(city, first)
        with pytest.raises(Refusal, match="合并计算共 6,000.00 元"):
            approve(city, second)
        approve(city, second, decision_id=decision.pk)
        third = dispose(city, *self.printers(city, 1))
        with pytest.raises(Refusal, match="合并计算共 6,000.00 元"):  # what a meeting passed counts no more
            approve(city, third)
        approve(city, third, at=AT + timedelta(days=31))

    def test_a_loss_counts_with_what_was_disposed_of_before(self, city: World) -> None:
        passed(city, 10000)
        first, _second = self.printers(city, 2)
        approve(city, dispose(city, first))
        one = story.started(city)
        story.all_found(city, one, 打印机=0)
        story.finished(city, one)
        story.explained(city, one)
        with pytest.raises(Refusal, match="合并计算共 6,000.00 元"):
            story.agreed(city, one)


@pytest.mark.django_db(transaction=True)
def test_many_at_once_never_take_more_than_was_passed() -> None:
    city = story.staffed(build())
    decision, card = passed(city, 20000), story.card(city)
    given = {"actor": city.actor(MANAGER), "organ_id": city.units["SWB"].pk, "at": AT}
    one = story.card(city, decision_id=decision.pk)
    ends = at_once(lambda _number: services.enter(card=one, **given), CROWD)
    assert ends.count(None) == Asset.objects.count() == 2
    assert finance_queries.left_of(decision) == 20000 - 2 * card.value
