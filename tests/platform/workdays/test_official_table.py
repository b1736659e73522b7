"""The table that ships, against the notices and against the statute."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from zhongshu.kernel.worktime import DayKind, Limit, Unit, compute
from zhongshu.platform import workdays
from zhongshu.platform.workdays import queries
from zhongshu.platform.workdays.models import Year

TABLE = Path(workdays.__file__).with_name("data") / "holidays.csv"
# Counted by hand from the notices: weekdays of the year, less weekdays off, plus week-end days worked.
WORKING_DAYS = {
    2020: 262 - 19 + 6,
    2021: 261 - 18 + 7,
    2022: 260 - 18 + 7,
    2023: 260 - 18 + 7,
    2024: 262 - 19 + 8,
    2025: 261 - 18 + 5,
    2026: 261 - 19 + 6,
}


@pytest.fixture
def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_row_says_where_it_comes_from(rows: list[dict[str, str]]) -> None:
    assert {row["checked"] for row in rows if row["year"] != "2027"} == {"full_text_copy"}
    assert {(row["notice"], row["checked"]) for row in rows if row["year"] == "2027"} == {
        ("", "statute_only")
    }
    assert len({row["date"] for row in rows}) == len(rows)


def test_only_week_ends_are_worked_up(rows: list[dict[str, str]]) -> None:
    worked = Counter(row["year"] for row in rows if row["kind"] == "make_up")
    assert worked == {"2020": 6, "2021": 7, "2022": 7, "2023": 7, "2024": 8, "2025": 5, "2026": 6}
    assert all(date.fromisoformat(row["date"]).weekday() >= 5 for row in rows if row["kind"] == "make_up")


@pytest.mark.django_db
class TestCalendar:
    @pytest.mark.parametrize(("year", "days"), WORKING_DAYS.items())
    def test_counts_the_working_days_of_a_year(self, year: int, days: int) -> None:
        assert queries.calendar().count(date(year - 1, 12, 31), date(year, 12, 31)) == days

    def test_knows_the_extension_of_2020(self) -> None:
        calendar = queries.calendar()
        assert [calendar.works(date(2020, 1, 31)), calendar.works(date(2020, 2, 1))] == [False, False]
        assert calendar.on_or_after(date(2020, 1, 24)) == date(2020, 2, 3)
        assert "国办发明电〔2020〕1号" in Year.objects.get(year=2020).notice

    @pytest.mark.parametrize(
        ("start", "limit", "due"),
        [
            (date(2026, 9, 18), Limit(3, Unit.WORKING_DAYS), date(2026, 9, 22)),  # TV-06
            (date(2026, 2, 12), Limit(5, Unit.WORKING_DAYS), date(2026, 2, 26)),  # TV-06
            (date(2026, 9, 1), Limit(30, Unit.CALENDAR_DAYS), date(2026, 10, 8)),  # TV-07
            (date(2025, 8, 31), Limit(6, Unit.MONTHS), date(2026, 2, 28)),  # TV-07
            (date(2026, 4, 20), Limit(20, Unit.WORKING_DAYS), date(2026, 5, 20)),  # TV-08
        ],
    )
    def test_answers_the_vectors(self, start: date, limit: Limit, due: date) -> None:
        deadline = compute(start, limit, queries.calendar())
        assert (deadline.due, deadline.provisional) == (due, False)

    def test_2027_is_provisional_with_its_thirteen_statutory_days(self) -> None:
        calendar = queries.calendar()
        off = [day for day in calendar.special if day.year == 2027]
        assert len(off) == 13
        assert all(calendar.kind(day) is DayKind.HOLIDAY and calendar.is_provisional(day) for day in off)
        assert not calendar.is_provisional(date(2026, 12, 27))
