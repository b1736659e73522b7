"""Loading a year's notice (rule T-03): what it refuses, what it moves, who notices (TV-15)."""

import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import xlsxwriter
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from tests.refusing import refused

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Forbidden, Refusal
from zhongshu.kernel.worktime import DayKind, Limit, Unit, compute
from zhongshu.platform.journal import services as journal
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.journal.sentences import wording
from zhongshu.platform.workdays import queries, registry, services
from zhongshu.platform.workdays.models import Edition, SpecialDay, Year
from zhongshu.platform.workdays.rules import Row

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
GAO = Actor(person_id=3, name="高远", admin_role="system")


def off(month: int, day: int, days: int, name: str) -> list[Row]:
    first = date(2027, month, day)
    return [Row(first + timedelta(days=n), DayKind.HOLIDAY, name) for n in range(days)]


NOTICE = [  # an invented notice, of the usual shape
    *off(1, 1, 3, "元旦"),
    *off(2, 5, 8, "春节"),
    *off(4, 3, 3, "清明节"),
    *off(5, 1, 5, "劳动节"),
    *off(6, 9, 1, "端午节"),
    *off(9, 15, 1, "中秋节"),
    *off(10, 1, 7, "国庆节"),
    Row(date(2027, 2, 14), DayKind.MAKE_UP, "春节"),
    Row(date(2027, 9, 26), DayKind.MAKE_UP, "国庆节"),
]


def load(rows: list[Row] = NOTICE, actor: Actor = GAO, notice: str = "国办发明电〔2026〕99号") -> Year:
    return services.import_table(
        actor=actor, year=2027, notice=notice, source="https://example.org/notice", rows=rows, at=AT
    )


@pytest.fixture(autouse=True)
def own_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test registers is forgotten after it."""
    monkeypatch.setattr(registry, "_recomputers", dict(registry._recomputers))


@pytest.fixture
def keeper() -> object:
    """A floor above that keeps one open date, as matters and supervision do."""
    limit, start = Limit(10, Unit.WORKING_DAYS), date(2027, 2, 1)
    kept = {"due": compute(start, limit, queries.calendar()).due}

    def recompute(change: registry.CalendarChange) -> int:
        new = compute(start, limit, change.after)
        old, kept["due"] = kept["due"], new.due
        data = {"old": old.isoformat(), "new": new.due.isoformat(), "notice": change.notice}
        journal.record(
            stream="matter:1", verb="matters.due_moved", actor=change.actor, at=change.at, data=data
        )
        return int(old != new.due)

    registry.register("test", recompute)
    return kept


class TestImport:
    def test_settles_the_year_and_moves_open_dates(self, keeper: dict[str, date]) -> None:
        assert keeper["due"] == date(2027, 2, 17)
        assert queries.is_provisional(keeper["due"])
        load()
        assert keeper["due"] == date(2027, 2, 22)
        assert not queries.is_provisional(keeper["due"])
        assert Entry.objects.get(stream="matter:1").facts == {
            "old": "2027-02-17",
            "new": "2027-02-22",
            "notice": "国办发明电〔2026〕99号",
        }

    def test_is_journalled_with_its_days_and_reads_like_chinese(self, keeper: dict[str, date]) -> None:
        assert load().moved == 1
        entry = Entry.objects.get(stream="workdays:2027")
        assert entry.facts["shifted"]["test"] == sum(entry.facts["shifted"].values()) == 1
        assert len(entry.facts["days"]) == len(NOTICE)
        told = wording(entry.verb).sentence(entry.facts)
        assert told == "导入2027年工作日历（国办发明电〔2026〕99号），重新计算时限，调整1项"

    def test_replaces_the_table_of_the_year_only(self) -> None:
        before = queries.calendar().count(date(2025, 12, 31), date(2026, 12, 27))
        load()
        again = load([row for row in NOTICE if row.name != "端午节"])
        assert again.version == 3  # the statutory days that shipped, then two notices
        assert not SpecialDay.objects.filter(date=date(2027, 6, 9)).exists()
        assert queries.calendar().count(date(2025, 12, 31), date(2026, 12, 27)) == before

    def test_may_name_the_end_of_the_december_before(self) -> None:
        load([*NOTICE, Row(date(2026, 12, 31), DayKind.HOLIDAY, "元旦")])
        assert not queries.calendar().works(date(2026, 12, 31))

    def test_a_keeper_that_fails_undoes_everything(self) -> None:
        def fail(change: registry.CalendarChange) -> int:
            raise Refusal("no", "不行。")

        before = queries.calendar()
        registry.register("fails", fail)
        with refused("no"), transaction.atomic():
            load()
        assert not Year.objects.get(year=2027).is_announced
        assert queries.calendar().special == before.special
        assert queries.is_provisional(date(2027, 3, 1))

    def test_only_the_system_administrator_may(self) -> None:
        with refused("not_system_admin", Forbidden):
            load(actor=replace(GAO, admin_role="audit"))

    @pytest.mark.parametrize(
        ("rows", "code"),
        [
            ([], "statutory_day_missing"),
            ([row for row in NOTICE if row.date != date(2027, 10, 2)], "statutory_day_missing"),
            ([*NOTICE, NOTICE[0]], "day_twice"),
            ([*NOTICE, Row(date(2028, 1, 3), DayKind.HOLIDAY)], "wrong_year"),
            ([*NOTICE, Row(date(2026, 11, 30), DayKind.HOLIDAY)], "wrong_year"),
            ([*NOTICE, Row(date(2027, 3, 3), DayKind.MAKE_UP)], "weekday_made_up"),
            ([*NOTICE, Row(date(2027, 3, 3), DayKind.REST)], "bad_kind"),
        ],
    )
    def test_refuses_a_table_that_cannot_be_the_notice(self, rows: list[Row], code: str) -> None:
        with pytest.raises(Refusal) as refusal:
            load(rows)
        assert refusal.value.code == code
        assert not Year.objects.get(year=2027).is_announced

    def test_refuses_a_table_without_the_number_of_its_notice(self) -> None:
        with pytest.raises(Refusal) as refusal:
            load(notice=" ")
        assert refusal.value.code == "notice_missing"


class TestRemembering:
    def test_a_second_look_costs_one_small_query(self) -> None:
        first = queries.calendar()
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert queries.calendar() is first
        assert len([query for query in asked if "workdays_edition" in query["sql"]]) == 1
        assert not [query for query in asked if "workdays_specialday" in query["sql"]]

    def test_a_change_by_another_process_is_noticed(self) -> None:
        assert queries.calendar().works(date(2027, 3, 3))
        SpecialDay.objects.create(
            date=date(2027, 3, 3), kind="holiday", name="临时", year=Year.objects.get(year=2027)
        )
        Edition.objects.update(token="drawn elsewhere")
        assert not queries.calendar().works(date(2027, 3, 3))


def workbook(lines: list[list[object]]) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet = book.add_worksheet()
        for at, line in enumerate(lines):
            for column, value in enumerate(line):
                sheet.write(at, column, value, day if isinstance(value, date) else None)
    return content.getvalue()


LINES: list[list[object]] = [
    ["日期", "类型", "名称"],
    ["2027年1月1日", "放假", "元旦"],
    ["2027-2-14", "上班", "春节"],
]
READ = [Row(date(2027, 1, 1), DayKind.HOLIDAY, "元旦"), Row(date(2027, 2, 14), DayKind.MAKE_UP, "春节")]
TEXT = "\n".join(",".join(map(str, line)) for line in LINES) + "\n,,\n"
AS_JSON = [
    {"date": "2027-01-01", "name": "元旦", "isOffDay": True},
    {"date": "2027-02-14", "name": "春节", "isOffDay": False},
]


class TestReading:
    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("日历.csv", TEXT.encode()),
            ("日历.CSV", TEXT.encode("utf-8-sig")),
            ("日历.csv", TEXT.encode("gb18030")),
            ("日历.xlsx", workbook(LINES)),
            ("日历.xlsx", workbook([LINES[0], [date(2027, 1, 1), "放假", "元旦"], LINES[2]])),
            ("日历.json", json.dumps(AS_JSON).encode()),
            ("日历.json", json.dumps({"year": 2027, "days": AS_JSON}).encode()),
        ],
    )
    def test_reads_what_offices_have(self, name: str, content: bytes) -> None:
        assert services.read_table(name, content) == READ

    @pytest.mark.parametrize(
        ("name", "content", "told"),
        [
            ("日历.docx", b"PK", "只能导入CSV、XLSX或JSON文件"),
            ("日历.csv", b"", "没有日期"),
            ("日历.csv", "日期,类型\n昨天,放假\n".encode(), "第1条：日期“昨天”看不懂"),
            ("日历.csv", "日期,类型\n2027-01-01,加班\n".encode(), "第1条：类型只能是"),
            ("日历.xlsx", b"not a workbook", "打不开"),
            ("日历.json", b"{", "JSON文件格式有误"),
            ("日历.json", b'{"days": 3}', "应当是日期记录的列表"),
            ("日历.csv", b"x" * 2_000_000, "文件太大"),
        ],
    )
    def test_says_what_is_wrong(self, name: str, content: bytes, told: str) -> None:
        with refused("unreadable_table") as refusal:
            services.read_table(name, content)
        assert told in str(refusal.value)
