"""F-12: stocktakes. Who keeps does not count, every difference is explained and decided by others, then book = stock."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from tests.assets import story
from tests.assets.story import MANAGER, ZHANG_YI
from tests.refusing import refused
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN, SHEN_JING, SUN_YAO, TODAY, World
from zhongshu.assets import jobs, queries, services
from zhongshu.assets.models import Asset, Stage, State, Stocktake
from zhongshu.assets.rules import F_12_due
from zhongshu.finance import services as finance
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Conflict, Forbidden, NotFound, Refusal
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Role
from zhongshu.org import services as org
from zhongshu.platform.journal import queries as journal

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(world: World) -> World:
    return story.staffed(world)


def held(one: Stocktake) -> list[tuple[str, str]]:
    return sorted((str(each.holder_person), each.role) for each in matters.open_assignments(one.pk))


def stage(one: Stocktake) -> Stage:
    return Stocktake.objects.select_related("matter").get(pk=one.pk).stage


class TestAWholeRound:
    def test_a_loss_and_a_surplus_come_into_the_book(self, city: World) -> None:
        laptop = story.laptop(city)
        chairs = story.laptop(
            city, name="会议椅", category="6", quantity=20, value=Decimal(4000), measure="把"
        )
        one = story.started(city)
        assert held(one) == sorted([(HE_WEI, Role.HANDLE), (ZHANG_YI, Role.HANDLE)])
        story.all_found(city, one, 便携式计算机=0, 会议椅=18)
        services.note_surplus(
            actor=city.actor(HE_WEI), matter_id=one.pk, name="碎纸机", quantity=1, measure="台", place="走廊", at=AT
        )  # fmt: skip
        story.finished(city, one)
        assert stage(one) == Stage.EXPLAINING and held(one) == [(MANAGER, Role.SUPPORT)]
        story.explained(city, one)
        assert stage(one) == Stage.DECIDING and held(one) == [(CHEN_LI, Role.APPROVE)]
        with pytest.raises(Refusal, match="3 项差异没有审定"):
            story.closed(city, one)
        story.agreed(city, one)
        done = story.closed(city, one)
        for card in (laptop, chairs):
            card.refresh_from_db()
        assert laptop.state == State.DISPOSED
        assert (chairs.quantity, chairs.value) == (18, Decimal(3600))
        shredder = Asset.objects.get(name="碎纸机")
        assert shredder.number.endswith("3号") and shredder.place == "走廊" and shredder.quantity == 1
        assert journal.timeline(laptop.stream)[0].verb == "assets.written_off"
        assert journal.timeline(done.matter.stream)[0].verb == "assets.stocktake_archived"
        names = [each.file.name for each in matters.attachments(done.matter)]
        assert any(name.endswith(".pdf") for name in names) and not held(one)

    def test_without_differences_it_goes_straight_to_be_decided(self, city: World) -> None:
        story.laptop(city)
        one = story.started(city)
        with pytest.raises(Refusal, match="还有 1 项没有盘点"):
            story.finished(city, one)
        story.all_found(city, one)
        story.finished(city, one)
        assert stage(one) == Stage.DECIDING
        assert stage(story.closed(city, one)) == Stage.CLOSED

    def test_found_elsewhere_it_stands_there_from_now_on(self, city: World) -> None:
        laptop = story.laptop(city)
        one = story.started(city)
        told = {one.lines.get().pk: services.Count(1, "四楼401室")}
        services.count(actor=city.actor(HE_WEI), matter_id=one.pk, counts=told, at=AT)
        story.finished(city, one)
        story.closed(city, one)
        laptop.refresh_from_db()
        assert laptop.place == "四楼401室"

    def test_what_is_counted_anew_is_explained_anew(self, city: World) -> None:
        story.laptop(city)
        one = story.started(city)
        story.all_found(city, one, 便携式计算机=0)
        story.finished(city, one)
        story.explained(city, one)
        line = one.lines.get()
        services.recount(actor=city.actor(CHEN_LI), line_id=line.pk, reason="请到四楼再找。", at=AT)
        assert stage(one) == Stage.COUNTING and (HE_WEI, Role.HANDLE) in held(one)
        story.all_found(city, one)
        story.finished(city, one)
        story.closed(city, one)
        line.refresh_from_db()
        assert (line.counted, line.explanation) == (1, "")


class TestSeparation:
    def test_who_keeps_the_ledger_does_not_count(self, city: World) -> None:
        story.laptop(city)
        with pytest.raises(Refusal, match="不能盘点"):
            story.started(city, counting=story.counting(city, MANAGER, HE_WEI))

    def test_what_a_counter_keeps_needs_a_second_one(self, city: World) -> None:
        story.laptop(city, keeper_id=city.people[HE_WEI].pk)
        with pytest.raises(Refusal, match="再选一名盘点人"):
            story.started(city, counting=story.counting(city, HE_WEI))
        one = story.started(city)
        with pytest.raises(Forbidden, match="另一名盘点人"):
            story.found(city, one, HE_WEI, {one.lines.get().asset_id or 0: 1})
        assert not queries.to_count(city.actor(HE_WEI), one).exists()
        story.found(city, one, ZHANG_YI, {one.lines.get().asset_id or 0: 1})

    def test_who_has_come_to_keep_it_meanwhile_does_not_count_it_either(self, city: World) -> None:
        card = story.laptop(city)
        one = story.started(city)
        org.hand_over(
            actor=SYSTEM, person_id=city.people[SHEN_JING].pk, successor_id=city.people[HE_WEI].pk, at=AT
        )
        with pytest.raises(Forbidden):
            story.found(city, one, HE_WEI, {card.pk: 1})

    def test_who_takes_over_from_a_counter_counts_unless_he_keeps_the_books(self, city: World) -> None:
        card = story.laptop(city)
        one = story.started(city)
        gone = {"actor": SYSTEM, "person_id": city.people[HE_WEI].pk, "at": AT}
        with refused("keeper_counts"):
            org.hand_over(successor_id=city.people[story.MANAGER].pk, **gone)
        org.hand_over(successor_id=city.people[CHEN_LI].pk, **gone)
        story.found(city, one, CHEN_LI, {card.pk: 1})
        assert one.lines.get().counted == 1

    def test_who_counts_does_not_decide_nor_who_explains(self, city: World) -> None:
        story.laptop(city, keeper_id=city.people[CHEN_LI].pk)
        with pytest.raises(Refusal) as no:
            story.started(city, counting=story.counting(city, CHEN_LI))
        assert "approver_id" in no.value.fields
        one = story.started(city)
        story.all_found(city, one, 便携式计算机=0)
        story.finished(city, one)
        story.explained(city, one)
        with pytest.raises(Forbidden, match="不能审定"):  # he keeps it
            story.agreed(city, one)
        for name in (MANAGER, HE_WEI):
            with pytest.raises(Forbidden):
                services.close_stocktake(actor=city.actor(name), matter_id=one.pk, at=AT)

    def test_who_keeps_the_goods_cannot_stop_it(self, city: World) -> None:
        story.laptop(city)
        one = story.started(city)
        with pytest.raises(Forbidden):
            services.stop_stocktake(actor=city.actor(MANAGER), matter_id=one.pk, reason="不盘了。", at=AT)
        with pytest.raises(Refusal, match="理由"):
            services.stop_stocktake(actor=city.actor(CHEN_LI), matter_id=one.pk, reason=" ", at=AT)
        services.stop_stocktake(actor=city.actor(CHEN_LI), matter_id=one.pk, reason="搬迁后再盘。", at=AT)
        assert stage(one) == Stage.STOPPED and not held(one)

    def test_the_outsider_knows_of_none(self, city: World) -> None:
        story.laptop(city)
        one = story.started(city)
        with pytest.raises(NotFound):
            queries.stocktake(city.actor(SUN_YAO), one.pk)


class TestMeanwhile:
    def test_what_is_counted_stays_where_it_is(self, city: World) -> None:
        card = story.laptop(city)
        story.started(city)
        with pytest.raises(Refusal, match="正在盘点"):
            services.lend(
                actor=city.actor(MANAGER), asset_id=card.pk, lent_to="市档案馆", back_by=TODAY, at=AT
            )
        services.note_repair(actor=city.actor(MANAGER), asset_id=card.pk, note="换电池。", at=AT)

    def test_the_same_is_not_counted_twice_at_once(self, city: World) -> None:
        story.laptop(city)
        story.started(city)
        with pytest.raises(Conflict, match="还没有结束"):
            story.started(city)
        with pytest.raises(Refusal, match="正在盘点"):
            story.started(city, category="2")

    def test_only_what_is_asked_for_is_on_the_list(self, city: World) -> None:
        story.laptop(city)
        story.laptop(city, name="会议桌", category="6", unit_id=city.units["SWB"].pk)
        one = story.started(city, unit_id=city.units["SWB"].pk)
        assert [line.name for line in one.lines.all()] == ["会议桌"]
        with pytest.raises(Refusal, match="没有在账的资产|1 处"):
            story.started(city, category="4")

    def test_a_big_loss_needs_its_decision(self, city: World) -> None:
        """M-15: what is written off passes the same gate as what is sold."""
        finance.set_threshold(
            actor=SYSTEM, organ_id=city.units["SWB"].pk, kind="disposal", amount=Decimal(5000), paper="办发1号",
            valid_from=TODAY, at=AT,
        )  # fmt: skip
        story.laptop(city)
        one = story.started(city)
        story.all_found(city, one, 便携式计算机=0)
        story.finished(city, one)
        story.explained(city, one)
        with pytest.raises(Refusal, match="集体决策"):
            story.agreed(city, one)


class TestDue:
    def test_a_year_after_the_last_the_house_plans_one(self, city: World) -> None:
        story.laptop(city)
        for day, planned in ((364, 0), (365, 1), (366, 0)):
            assert jobs.plan_stocktakes(AT + timedelta(days=day)) == planned
        one = Stocktake.objects.get()
        assert one.stage == Stage.PLANNED and held(one) == [(LI_MIN, Role.SUPPORT)]
        begun = services.begin_stocktake(
            actor=city.actor(MANAGER), matter_id=one.pk, counting=story.counting(city), at=AT
        )
        assert begun.stage == Stage.COUNTING and begun.lines.count() == 1

    def test_the_year_begins_with_the_last_one(self, city: World) -> None:
        story.laptop(city)
        later = datetime(2027, 3, 1, 2, tzinfo=UTC)
        one = story.started(city, at=later)
        story.all_found(city, one, at=later)
        story.finished(city, one, at=later)
        story.closed(city, one, at=later)
        assert jobs.plan_stocktakes(datetime(2028, 2, 29, 2, tzinfo=UTC)) == 0
        assert jobs.plan_stocktakes(datetime(2028, 3, 1, 2, tzinfo=UTC)) == 1

    @pytest.mark.parametrize(
        ("last", "months", "due"),
        [
            (date(2026, 9, 18), 12, date(2027, 9, 18)),
            (date(2026, 12, 31), 2, date(2027, 2, 28)),
            (date(2026, 11, 30), 1, date(2026, 12, 28)),
            (date(2026, 1, 5), 30, date(2028, 7, 5)),
        ],
    )
    def test_months_after_a_day(self, last: date, months: int, due: date) -> None:
        assert F_12_due(last, months) == due
