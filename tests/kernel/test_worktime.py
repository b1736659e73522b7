"""Working time against the vectors of the rule book, the naive walk, and the cases people ask about."""

from calendar import monthrange
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kernel.notice_of_2026 import CALENDAR, SPECIAL, span, working
from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.worktime import (
    Calendar,
    DayKind,
    Limit,
    SpecialDay,
    Unit,
    Why,
    compute,
)


class TestVectors:
    @pytest.mark.parametrize(
        ("start", "limit", "due"),
        [
            (date(2026, 9, 18), working(3), date(2026, 9, 22)),  # TV-06
            (date(2026, 2, 12), working(5), date(2026, 2, 26)),  # TV-06
            (date(2026, 9, 1), Limit(30, Unit.CALENDAR_DAYS), date(2026, 10, 8)),  # TV-07
            (date(2025, 8, 31), Limit(6, Unit.MONTHS), date(2026, 2, 28)),  # TV-07
            (date(2025, 8, 31), Limit(1, Unit.YEARS, rolls=False), date(2026, 8, 31)),  # TV-07
            (date(2026, 4, 20), working(20), date(2026, 5, 20)),  # TV-08
            (date(2026, 2, 10), working(20), date(2026, 3, 16)),  # across the whole Spring Festival
            (date(2026, 9, 25), working(1), date(2026, 9, 28)),  # starts on a holiday
            (date(2024, 2, 29), Limit(1, Unit.YEARS, rolls=False), date(2025, 2, 28)),
            (date(2026, 1, 31), Limit(1, Unit.MONTHS), date(2026, 2, 28)),  # a Saturday made a workday
            (date(2026, 5, 31), Limit(1, Unit.MONTHS), date(2026, 6, 30)),
            (date(2026, 4, 1), Limit(1, Unit.MONTHS), date(2026, 5, 6)),
            (date(2026, 11, 20), Limit(0, Unit.CALENDAR_DAYS), date(2026, 11, 20)),
            (date(2026, 11, 21), working(0), date(2026, 11, 23)),  # "today" on a Saturday
        ],
    )
    def test_ends_on_the_day_of_the_rule_book(self, start: date, limit: Limit, due: date) -> None:
        assert compute(start, limit, CALENDAR).due == due

    def test_2026_has_248_working_days(self) -> None:
        assert CALENDAR.count(date(2025, 12, 31), date(2026, 12, 31)) == 248

    def test_a_moment_counts_as_its_day_in_beijing(self) -> None:
        late = datetime.fromisoformat("2026-09-17T16:30:00+00:00")  # half past midnight on the 18th
        assert compute(late, working(3), CALENDAR).due == date(2026, 9, 22)


class TestYearsWithoutNotice:
    def test_a_day_in_2027_is_provisional(self) -> None:  # TV-15
        assert compute(date(2026, 12, 20), working(15), CALENDAR).provisional
        assert not compute(date(2026, 11, 2), working(15), CALENDAR).provisional

    def test_the_last_days_of_december_wait_for_the_next_notice(self) -> None:
        assert compute(date(2026, 12, 21), working(5), CALENDAR).provisional
        assert not compute(date(2026, 12, 18), working(5), CALENDAR).provisional

    def test_fixed_statutory_days_are_off_and_nothing_is_guessed(self) -> None:
        assert CALENDAR.kind(date(2027, 10, 1)) is DayKind.HOLIDAY
        assert CALENDAR.kind(date(2027, 10, 4)) is DayKind.WORKDAY
        assert CALENDAR.kind(date(2027, 2, 6)) is DayKind.REST

    def test_a_limit_that_only_crosses_an_unknown_year_by_calendar_is_certain_of_its_last_day(self) -> None:
        known = Calendar(SPECIAL, frozenset({2026}))
        deadline = compute(date(2025, 8, 31), Limit(6, Unit.MONTHS), known)
        assert not deadline.provisional
        assert compute(date(2026, 8, 31), Limit(6, Unit.MONTHS), known).provisional
        assert not compute(date(2026, 8, 31), Limit(6, Unit.MONTHS, rolls=False), known).provisional


class TestExplanation:
    def test_names_each_day_and_why(self) -> None:
        steps = compute(date(2026, 9, 18), working(3), CALENDAR).steps
        assert [(s.day.day, s.counted, s.number, s.why) for s in steps] == [
            (18, False, 0, Why.START),
            (19, False, 0, Why.WEEKEND),
            (20, True, 1, Why.MAKE_UP),
            (21, True, 2, Why.WORKDAY),
            (22, True, 3, Why.WORKDAY),
        ]
        assert steps[2].name == "国庆节"

    def test_tells_how_a_last_day_rolled(self) -> None:
        steps = compute(date(2026, 9, 1), Limit(30, Unit.CALENDAR_DAYS), CALENDAR).steps
        assert steps[30].day == date(2026, 10, 1)
        assert [s.why for s in steps[30:]] == [
            Why.CALENDAR_DAY,
            Why.LAST_DAY_RESTS,
            *[Why.HOLIDAY] * 6,
            Why.ROLLED_TO,
        ]
        assert steps[-1].day == date(2026, 10, 8)

    def test_tells_of_a_month_without_that_date(self) -> None:
        steps = compute(date(2025, 8, 31), Limit(6, Unit.MONTHS), CALENDAR).steps
        assert [s.why for s in steps] == [Why.START, Why.MONTH_END]

    @given(st.dates(date(2024, 1, 1), date(2028, 1, 1)), st.integers(1, 60))
    def test_the_counted_days_are_as_many_as_the_limit(self, start: date, n: int) -> None:
        deadline = compute(start, working(n), CALENDAR)
        assert sum(s.counted for s in deadline.steps) == n
        assert deadline.steps[-1].day == deadline.due
        assert deadline.provisional == any(s.provisional for s in deadline.steps[1:])


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    near = st.dates(date(2025, 11, 1), date(2026, 4, 30))
    kinds = st.sampled_from(DayKind)
    special = draw(st.dictionaries(near, kinds, max_size=60))
    years = draw(st.frozensets(st.sampled_from([2025, 2026]), max_size=2))
    return Calendar({day: SpecialDay(kind) for day, kind in special.items()}, years)


def walk(calendar: Calendar, day: date, n: int) -> date:
    """The naive way: one day after the other."""
    step = timedelta(days=1 if n > 0 else -1)
    while n:
        day += step
        if calendar.works(day):
            n -= step.days
    return day


class TestAgainstTheNaiveWalk:
    @settings(max_examples=300)
    @given(calendars(), st.dates(date(2025, 10, 1), date(2026, 6, 30)), st.integers(-150, 150))
    def test_shifting_agrees(self, calendar: Calendar, day: date, n: int) -> None:
        assert calendar.shift(day, n) == walk(calendar, day, n)

    @given(calendars(), st.dates(date(2025, 9, 1), date(2026, 6, 30)), st.integers(0, 300))
    def test_counting_agrees(self, calendar: Calendar, a: date, days: int) -> None:
        b = a + timedelta(days=days)
        walked = sum(calendar.works(day) for day in span(a, days + 1)[1:])
        assert calendar.count(a, b) == walked
        assert calendar.count(b, a) == -walked

    @given(calendars(), st.dates(date(2025, 10, 1), date(2026, 6, 30)), st.integers(1, 150))
    def test_a_limit_and_the_count_between_are_inverse(self, calendar: Calendar, start: date, n: int) -> None:
        due = compute(start, working(n), calendar).due
        assert calendar.works(due)
        assert calendar.count(start, due) == n

    @given(st.dates(date(2024, 1, 1), date(2027, 12, 31)), st.integers(0, 40))
    def test_months_keep_the_date_or_end_with_the_month(self, start: date, months: int) -> None:
        due = compute(start, Limit(months, Unit.MONTHS, rolls=False), CALENDAR).due
        assert (due.year * 12 + due.month) - (start.year * 12 + start.month) == months
        assert due.day == min(start.day, monthrange(due.year, due.month)[1])

    @given(st.dates(date(2024, 1, 1), date(2027, 12, 31)), st.integers(0, 400))
    def test_a_limit_never_ends_on_a_day_of_rest(self, start: date, days: int) -> None:
        due = compute(start, Limit(days, Unit.CALENDAR_DAYS), CALENDAR).due
        assert CALENDAR.works(due)
        assert not any(
            CALENDAR.works(d) for d in span(start + timedelta(days=days), (due - start).days - days)
        )


class TestLimit:
    @pytest.mark.parametrize("amount", [-1, 1201])
    def test_refuses_an_amount_out_of_range(self, amount: int) -> None:
        with pytest.raises(Refusal):
            Limit(amount, Unit.MONTHS)
