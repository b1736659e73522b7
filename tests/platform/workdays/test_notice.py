"""A holiday notice read as it is pasted; what a table would move, before it moves anything; the page."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from tests.kernel.notice_of_2026 import MADE_UP_2026, OFF_2026
from tests.supervision.story import handed_over, signed_for
from tests.world import AT, LI_MIN, LUO_KAI, World

from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.worktime import DayKind
from zhongshu.matters.models import Matter
from zhongshu.platform.jobs import progress, ways
from zhongshu.platform.jobs import services as jobs
from zhongshu.platform.jobs.models import JobRun, RunState
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.workdays import queries, services
from zhongshu.platform.workdays.models import Year
from zhongshu.platform.workdays.views import tables

NOTICE_2026 = """国务院办公厅关于2026年部分节假日安排的通知
经国务院批准，现将2026年元旦、春节等放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
"""
NOTICE_2027 = """一、元旦：2026年12月31日至2027年1月3日放假调休。
二、春节：2月5日至12日放假调休。2月14日上班。三、清明节：4月5日放假1天。四、劳动节：5月1日至5日放假调休。
五、端午节：6月9日放假1天。六、中秋节：9月15日放假1天。七、国庆节：10月1日至7日放假调休。9月26日上班。"""
GIVEN = {"year": 2027, "notice": "国办发明电〔2026〕99号", "source": ""}
LATE = datetime(2026, 12, 21, 2, 0, tzinfo=UTC)  # a Monday: five working days on lies 12-28


def test_the_notice_of_2026_reads_as_the_official_table() -> None:
    rows = services.read_notice(2026, NOTICE_2026)
    off = {(row.date, row.name) for row in rows if row.kind is DayKind.HOLIDAY}
    made_up = {((row.date.month, row.date.day), row.name) for row in rows if row.kind is DayKind.MAKE_UP}
    assert off == {(day, name) for name, days in OFF_2026.items() for day in days}
    assert made_up == set(MADE_UP_2026.items())


def test_a_holiday_may_begin_in_the_year_before() -> None:
    rows = services.read_notice(2027, NOTICE_2027)
    assert [row.date for row in rows if row.name == "元旦"] == [
        date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 2), date(2027, 1, 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "word"),
    [("一、元旦：2月30日放假。", "2月30日"), ("一、国庆节：10月7日至1日放假。", "起止"),
     ("一、元旦：按有关规定安排。", "没有")],
)  # fmt: skip
def test_what_cannot_be_a_notice_is_named(text: str, word: str) -> None:
    with pytest.raises(Refusal) as refused:
        services.read_notice(2027, text)
    assert word in str(refused.value)


def opened(world: World, **changes: object) -> Matter:
    """A matter opened on a Monday before the turn of the year, due across the new holiday."""
    return handed_over(world, at=LATE, **changes).matter


def test_what_would_move_is_told_and_nothing_moves(world: World) -> None:
    counted = opened(world, due=None, deadline_rule="P10WD after receipt")
    before = Matter.objects.get(pk=counted.pk).current_due
    entries, edition = Entry.objects.count(), queries.calendar()
    moves = services.trial(
        actor=world.actor(LUO_KAI), rows=services.read_notice(2027, NOTICE_2027), at=LATE, **GIVEN
    )
    assert [(move.what, move.old) for move in moves] == [(counted.number, before)]
    assert moves[0].new > moves[0].old
    assert Matter.objects.get(pk=counted.pk).current_due == before
    assert Entry.objects.count() == entries
    assert not Year.objects.filter(year=2027, is_announced=True).exists()
    assert queries.calendar().kind(date(2026, 12, 31)) == edition.kind(date(2026, 12, 31))
    assert journal.first_break() is None


def test_the_import_moves_what_the_trial_said_and_journals_each(world: World) -> None:
    opened(world, due=None, deadline_rule="P10WD after receipt")
    opened(world, due=None, title="另一件")
    who, rows = world.actor(LUO_KAI), services.read_notice(2027, NOTICE_2027)
    told = services.trial(actor=who, rows=rows, at=LATE, **GIVEN)
    services.import_table(actor=who, rows=rows, at=LATE, **GIVEN)
    moved = {
        (matter.number, matter.current_due)
        for matter in Matter.objects.filter(number__in=[m.what for m in told])
    }
    assert moved == {(move.what, move.new) for move in told}
    assert Entry.objects.filter(verb="supervision.recomputed").count() == len(told) > 0


def test_a_promised_day_stays_even_where_it_equals_the_computed_one(world: World) -> None:
    computed = opened(world, due=None)
    promised = opened(world, due=computed.current_due, title="领导定了日期的事")
    assert promised.current_due == computed.current_due
    rows = services.read_notice(2027, NOTICE_2027)
    services.import_table(actor=world.actor(LUO_KAI), rows=rows, at=LATE, **GIVEN)
    stayed, moved = (Matter.objects.get(pk=one.pk) for one in (promised, computed))
    assert stayed.current_due == promised.current_due
    assert moved.current_due > computed.current_due
    assert moved.original_due == moved.current_due


def test_a_written_limit_that_was_worked_out_and_confirmed_still_moves(world: World) -> None:
    reckoned = opened(world, due=None, deadline_rule="P10WD after receipt")
    confirmed = opened(world, due=reckoned.current_due, deadline_rule="P10WD after receipt", title="确认过的")
    rows = services.read_notice(2027, NOTICE_2027)
    services.import_table(actor=world.actor(LUO_KAI), rows=rows, at=LATE, **GIVEN)
    assert Matter.objects.get(pk=confirmed.pk).current_due > confirmed.current_due


def test_from_the_page_trial_first_then_import(world: World) -> None:
    luo, held = world.client(LUO_KAI), opened(world, due=None, deadline_rule="P10WD after receipt")
    sent = {**GIVEN, "text": NOTICE_2027}
    tried = luo.post(reverse("workdays:trial"), sent).content.decode()
    assert "读出的安排" in tried
    assert "2026-12-31,holiday,元旦" in tried
    assert "只列编号和承办单位" in tried and held.number in tried and "市发展改革委" in tried
    assert held.title not in tried, "who administers the house reads no business (G-07)"
    assert not Year.objects.filter(year=2027, is_announced=True).exists()
    table = tried.split("<textarea", 1)[1].split(">", 1)[1].split("</textarea>", 1)[0].lstrip("\n")
    assert luo.post(reverse("workdays:import"), {**GIVEN, "text": table}).status_code == 303
    assert Year.objects.get(year=2027).notice == GIVEN["notice"]


def test_a_bad_table_is_refused_on_the_page_and_kept_in_the_box(world: World) -> None:
    answer = world.client(LUO_KAI).post(
        reverse("workdays:trial"), {**GIVEN, "text": "一、元旦：1月2日放假。"}
    )
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "法定节假日" in html
    assert "1月2日放假" in html
    assert world.client(LI_MIN).get(reverse("workdays:years")).status_code == 403


def test_a_matter_signed_for_moves_with_its_desk(world: World) -> None:
    directive = handed_over(world, at=AT, due=None, deadline_rule="P75WD after receipt")
    signed_for(world, directive)
    rows = services.read_notice(2027, NOTICE_2027)
    services.import_table(actor=world.actor(LUO_KAI), rows=rows, at=LATE, **GIVEN)
    directive.matter.refresh_from_db()
    held = directive.matter.assignments.get(done_at=None, role="lead")
    assert held.due == directive.matter.current_due


def test_a_date_in_a_year_without_notice_is_provisional_wherever_it_is_shown(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zhongshu.config.middleware.now", lambda: LATE)
    matter = opened(world, due=None, deadline_rule="P10WD after receipt")
    shown = ((LI_MIN, f"/supervision/{matter.pk}/"), (LI_MIN, "/supervision/"), (LI_MIN, "/?box=started"))
    for name, path in shown:
        assert "（暂定）" in world.client(name).get(path).content.decode(), path
    rows = services.read_notice(2027, NOTICE_2027)
    services.import_table(actor=world.actor(LUO_KAI), rows=rows, at=LATE, **GIVEN)
    matter.refresh_from_db()
    assert not matter.due_is_provisional
    for name, path in shown:
        assert "（暂定）" not in world.client(name).get(path).content.decode(), path


class TestBehindTheScenes:
    """Where a table reaches more open dates than a page may wait for."""

    @pytest.fixture(autouse=True)
    def few_are_many(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(tables, "AT_ONCE", 0)
        monkeypatch.setattr(progress, "_BETWEEN_WRITES", -timedelta(days=3650))  # whenever it is told

    def run_of(self, world: World, page: str, *, stop: bool = False) -> JobRun:
        led = world.client(LUO_KAI).post(reverse(page), {**GIVEN, "text": NOTICE_2027})
        run = JobRun.objects.latest("pk")
        assert led.headers["Location"] == reverse("jobs:run", args=[run.pk])
        if stop:
            ways.stop(run.pk)
        jobs.carry_out(run.pk, at=LATE)
        run.refresh_from_db()
        return run

    def test_the_trial_says_what_the_import_then_does(self, world: World) -> None:
        matter = opened(world, due=None, deadline_rule="P10WD after receipt")
        run = self.run_of(world, "workdays:trial")
        assert (run.state, run.total, run.done) == (RunState.DONE, 1, 1), run.error
        assert Matter.objects.get(pk=matter.pk).current_due == matter.current_due
        assert not Year.objects.filter(year=2027, is_announced=True).exists()
        page = world.client(LUO_KAI).get(run.result["url"]).content.decode()
        assert "1 项时限会变" in page
        assert str(matter.number) in page
        told = run.result["moves"][0]
        done = self.run_of(world, "workdays:import")
        assert done.state == RunState.DONE, done.error
        moved = Matter.objects.get(pk=matter.pk)
        was, now = matter.current_due.isoformat(), moved.current_due.isoformat()
        assert told[:4] == [moved.number, was, now, "市发展改革委"]
        assert f"{was}改为{now}" in told[4]

    def test_stopped_in_its_midst_nothing_has_moved(self, world: World) -> None:
        matter = opened(world, due=None, deadline_rule="P10WD after receipt")
        run = self.run_of(world, "workdays:import", stop=True)
        assert run.state == RunState.CANCELLED
        assert Matter.objects.get(pk=matter.pk).current_due == matter.current_due
        assert not Year.objects.filter(year=2027, is_announced=True).exists()

    def test_a_table_that_breaks_the_law_is_refused_there_too(self, world: World) -> None:
        opened(world, due=None)
        led = world.client(LUO_KAI).post(
            reverse("workdays:trial"), {**GIVEN, "text": "一、元旦：1月2日放假。"}
        )
        run = JobRun.objects.get()
        assert led.status_code == 303
        jobs.carry_out(run.pk, at=LATE)
        run.refresh_from_db()
        assert run.state == RunState.FAILED
        assert "法定节假日" in run.error

    def test_nobody_else_reads_what_came_of_it(self, world: World) -> None:
        opened(world, due=None)
        run = self.run_of(world, "workdays:trial")
        assert world.client(LI_MIN).get(run.result["url"]).status_code == 403
