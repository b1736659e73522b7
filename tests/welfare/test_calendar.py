"""The agencies' calendar (F-15): entered, versioned, and what it brings up and moves by itself."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.refusing import refused
from tests.welfare import story
from tests.welfare.story import DUE
from tests.world import AT, FOUNDED, LI_MIN, TODAY, World
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Conflict, Forbidden
from zhongshu.kernel.worktime import Calendar, DayKind
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.workdays import services as workdays
from zhongshu.platform.workdays.rules import Row
from zhongshu.welfare import queries, services
from zhongshu.welfare.models import Case, Edition, Service, State

pytestmark = pytest.mark.django_db
OCTOBER = datetime(2026, 10, 1, tzinfo=UTC)


def set_calendar(world: World, service: Service, windows: str, **more: object) -> Edition:
    given = {"valid_from": TODAY, "rest": "before", "source": "新通知（示例）", "lead": 3, **more}
    return services.set_calendar(
        actor=story.undertaker(world), service_id=service.pk, windows=windows, at=AT, **given
    )


class TestKeeping:
    def test_a_new_edition_moves_open_dates_and_says_so(self, world: World) -> None:
        service = story.offered(world)
        case = story.asked(world, service)
        set_calendar(world, service, "每月1—20日")
        case = Case.objects.get()
        assert (case.closes_on, case.matter.current_due) == (date(2026, 10, 20), date(2026, 10, 15))
        assert case.matter.original_due == DUE
        (entry,) = [one for one in journal.timeline(case.matter.stream) if one.verb == "welfare.redated"]
        assert entry.facts["old"] == "2026-10-12" and entry.facts["new"] == "2026-10-15"
        assert service.editions.count() == 2

    def test_the_same_day_again_corrects_it(self, world: World) -> None:
        service = story.offered(world)
        set_calendar(world, service, "每月1—20日", valid_from=FOUNDED)
        assert [str(one) for one in service.editions.all()] == ["每月1—20日"]

    def test_what_went_in_keeps_the_day_of_its_answer(self, world: World) -> None:
        service = story.offered(world)
        case = story.asked(world, service)
        due = story.submitted(world, case).matter.current_due
        set_calendar(world, service, "每月1—20日")
        assert Case.objects.get().matter.current_due == due

    def test_only_undertakers_keep_it(self, world: World) -> None:
        service = story.offered(world)
        with pytest.raises(Forbidden):
            services.set_calendar(
                actor=world.actor(LI_MIN), service_id=service.pk, valid_from=TODAY, windows="每月1日",
                rest="before", source="示例", at=AT,
            )  # fmt: skip

    def test_its_source_is_named_and_a_duty_comes_once_a_month(self, world: World) -> None:
        service = story.offered(world, periodic=True)
        with refused("calendar_has_faults") as no:
            set_calendar(world, service, "每月1—5日\n每月11—15日", source=" ")
        assert set(no.value.fields) == {"source", "windows"}

    def test_a_name_stands_once_and_what_is_closed_is_not_asked_for(self, world: World) -> None:
        service = story.offered(world)
        with refused("service_has_faults") as no:
            story.offered(world)
        assert set(no.value.fields) == {"name"}
        closed = services.change_service(
            actor=story.undertaker(world), service_id=service.pk, branch="养老", agency="市社保中心（示例）",
            papers=("申请表",), closed=True, at=AT,
        )  # fmt: skip
        assert closed.closed_on == TODAY and closed.papers == ["申请表"]
        assert not queries.services(world.actor(LI_MIN)).exists()


class TestDutiesOfTheOffice:
    def test_each_period_comes_up_once(self, world: World) -> None:
        story.offered(world, "养老保险费申报", periodic=True)
        # 18 September: the 15th is over, October is far
        assert services.come_up_all(actor=SYSTEM, at=AT) == []
        with refused("nothing_comes_up", Conflict):
            services.come_up(actor=SYSTEM, service_id=Service.objects.get().pk, at=AT)
        assert len(services.come_up_all(actor=SYSTEM, at=OCTOBER)) == 1
        assert services.come_up_all(actor=SYSTEM, at=OCTOBER) == []
        case = Case.objects.get()
        assert (case.period, case.matter.title) == ("2026-10", "养老保险费申报：2026年10月")
        assert case.matter.current_due == DUE and case.matter.drafter is None
        assert len(services.come_up_all(actor=SYSTEM, at=OCTOBER + timedelta(days=31))) == 1

    def test_it_is_done_with_the_answer_and_nobody_asks_for_it(self, world: World) -> None:
        service = story.offered(world, "养老保险费申报", periodic=True)
        with refused("not_offered"):
            story.asked(world, service)
        services.come_up(actor=SYSTEM, service_id=service.pk, at=OCTOBER)
        case = Case.objects.get()
        assert queries.offered(story.undertaker(world), case) == ["submit", "withdraw"]
        assert queries.offered(world.actor(LI_MIN), case) == []
        story.submitted(world, case)
        assert story.answered(world, case).state == State.DONE

    def test_a_later_edition_moves_the_item_of_the_month(self, world: World) -> None:
        service = story.offered(world, "养老保险费申报", periodic=True)
        services.come_up(actor=SYSTEM, service_id=service.pk, at=OCTOBER)
        set_calendar(world, service, "每月1—20日")
        assert Case.objects.get().closes_on == date(2026, 10, 20)
        assert services.come_up_all(actor=SYSTEM, at=OCTOBER) == []


def table(*off: date) -> list[Row]:
    fixed = [date(2026, 1, 1), date(2026, 5, 1), *(date(2026, 10, day) for day in (1, 2, 3))]
    return [Row(day, DayKind.HOLIDAY, "假") for day in (*fixed, *off)]


def test_a_new_table_of_workdays_moves_them_too(world: World) -> None:
    case = story.asked(world)
    assert isinstance(story.AT, datetime) and case.matter.current_due == DUE
    off = [date(2026, 10, day) for day in (12, 13, 14)]
    workdays.import_table(
        actor=SYSTEM, year=2026, notice="示例〔2026〕1号", source="", rows=table(*off), at=AT
    )
    case = Case.objects.get()
    assert case.matter.current_due == date(
        2026, 10, 7
    )  # by this table 8 and 9 October work, the 10th does not
    assert "welfare.redated" in {one.verb for one in journal.timeline(case.matter.stream)}


def test_an_empty_calendar_is_no_calendar(world: World) -> None:
    service = story.offered(world)
    Edition.objects.all().delete()
    assert queries.terms(Service.objects.get(pk=service.pk)) == []
    assert isinstance(Calendar({}, frozenset()), Calendar)
