"""Working time against the vectors of the rule book, the naive walk, and the cases people ask about."""

from calendar import monthrange
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhongshu.kernel.clock import BEIJING
from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.worktime import (
    Calendar,
    DayKind,
    Limit,
    Pause,
    Period,
    SpecialDay,
    Unit,
    Why,
    compute,
    ends_at,
    is_over,
    last_working_day_of,
    period_end,
    reckon,
    warning_dates,
    warning_level,
    working_days_between,
    working_days_left,
)


def span(first: date, days: int) -> list[date]:
    return [first + timedelta(days=n) for n in range(days)]


OFF_2026 = {
    "元旦": span(date(2026, 1, 1), 3),
    "春节": span(date(2026, 2, 15), 9),
    "清明节": span(date(2026, 4, 4), 3),
    "劳动节": span(date(2026, 5, 1), 5),
    "端午节": span(date(2026, 6, 19), 3),
    "中秋节": span(date(2026, 9, 25), 3),
    "国庆节": span(date(2026, 10, 1), 7),
}
MADE_UP_2026 = {
    (1, 4): "元旦",
    (2, 14): "春节",
    (2, 28): "春节",
    (5, 9): "劳动节",
    (9, 20): "国庆节",
    (10, 10): "国庆节",
}
SPECIAL = {day: SpecialDay(DayKind.HOLIDAY, name) for name, days in OFF_2026.items() for day in days}
SPECIAL |= {date(2026, m, d): SpecialDay(DayKind.MAKE_UP, name) for (m, d), name in MADE_UP_2026.items()}
CALENDAR = Calendar(SPECIAL, frozenset({2025, 2026}))


def working(n: int) -> Limit:
    return Limit(n, Unit.WORKING_DAYS)


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
        assert working_days_between(date(2025, 12, 31), date(2026, 12, 31), CALENDAR) == 248

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
        assert working_days_between(a, b, calendar) == walked
        assert working_days_between(b, a, calendar) == -walked

    @given(calendars(), st.dates(date(2025, 10, 1), date(2026, 6, 30)), st.integers(1, 150))
    def test_a_limit_and_the_count_between_are_inverse(self, calendar: Calendar, start: date, n: int) -> None:
        due = compute(start, working(n), calendar).due
        assert calendar.works(due)
        assert working_days_between(start, due, calendar) == n

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


class TestTheEndOfTheDay:
    def test_is_midnight_unless_the_institution_says_close_of_business(self) -> None:
        due = date(2026, 9, 22)
        evening = datetime(2026, 9, 22, 20, 0, tzinfo=BEIJING)
        assert not is_over(evening, due)
        assert is_over(evening, due, "17:30")
        assert ends_at(due) == datetime(2026, 9, 23, tzinfo=BEIJING)

    def test_days_left_are_working_days(self) -> None:
        friday = datetime(2026, 9, 18, 9, 0, tzinfo=BEIJING)
        assert working_days_left(friday, date(2026, 9, 22), CALENDAR) == 3
        assert working_days_left(date(2026, 9, 22), date(2026, 9, 22), CALENDAR) == 0
        assert working_days_left(date(2026, 10, 9), date(2026, 9, 30), CALENDAR) == -2


class TestPeriods:
    @pytest.mark.parametrize(
        ("day", "period", "end"),
        [
            (date(2026, 8, 3), Period.QUARTER, date(2026, 9, 30)),
            (date(2026, 9, 30), Period.QUARTER, date(2026, 9, 30)),
            (date(2026, 2, 3), Period.MONTH, date(2026, 2, 28)),
            (date(2024, 2, 3), Period.MONTH, date(2024, 2, 29)),
            (date(2026, 6, 30), Period.HALF_YEAR, date(2026, 6, 30)),
            (date(2026, 7, 1), Period.HALF_YEAR, date(2026, 12, 31)),
            (date(2026, 7, 1), Period.YEAR, date(2026, 12, 31)),
            (date(2026, 7, 5), Period.WEEK, date(2026, 7, 5)),
            (date(2026, 7, 6), Period.WEEK, date(2026, 7, 12)),
            (date(2026, 7, 10), Period.TEN_DAYS, date(2026, 7, 10)),
            (date(2026, 7, 11), Period.TEN_DAYS, date(2026, 7, 20)),
            (date(2026, 7, 21), Period.TEN_DAYS, date(2026, 7, 31)),
        ],
    )
    def test_ends_where_the_calendar_says(self, day: date, period: Period, end: date) -> None:
        assert period_end(day, period) == end

    def test_the_last_working_day_lies_within(self) -> None:
        assert last_working_day_of(date(2026, 5, 12), Period.MONTH, CALENDAR) == date(2026, 5, 29)
        assert last_working_day_of(date(2026, 2, 18), Period.WEEK, CALENDAR) == date(2026, 2, 14)


class TestRunning:
    def test_a_pause_moves_the_due_day_by_the_days_it_saved(self) -> None:
        pauses = [Pause(date(2026, 4, 22), date(2026, 4, 28), "等候上级机关答复")]
        state = reckon(date(2026, 4, 20), working(20), CALENDAR, today=date(2026, 4, 30), pauses=pauses)
        assert state.original_due == date(2026, 5, 20)
        assert state.current_due == date(2026, 5, 26)
        assert (state.original, state.extended, state.used, state.left, state.paused) == (20, 0, 4, 16, 4)
        assert not state.standing

    def test_a_standing_clock_uses_nothing(self) -> None:
        pauses = [Pause(date(2026, 4, 22), None, "现场核查未完")]
        for today in (date(2026, 4, 23), date(2026, 6, 1)):
            state = reckon(date(2026, 4, 20), working(20), CALENDAR, today=today, pauses=pauses)
            assert state.standing
            assert (state.used, state.left) == (2, 18)

    def test_an_extension_keeps_the_original_day(self) -> None:
        start = date(2026, 4, 20)
        state = reckon(start, working(20), CALENDAR, today=date(2026, 5, 21), extended_by=20)
        assert state.original_due == date(2026, 5, 20)
        assert state.current_due == compute(start, working(40), CALENDAR).due
        assert (state.original, state.extended, state.used, state.left) == (20, 20, 21, 19)

    def test_an_overrun_shows_as_negative_time(self) -> None:
        state = reckon(date(2026, 3, 2), Limit(10, Unit.CALENDAR_DAYS), CALENDAR, today=date(2026, 3, 15))
        assert (state.used, state.left, state.level()) == (13, -3, 100)

    def test_a_year_paused_for_a_month(self) -> None:
        pauses = [Pause(date(2025, 9, 1), date(2025, 10, 1), "委托鉴定")]
        state = reckon(
            date(2025, 3, 2), Limit(1, Unit.YEARS), CALENDAR, today=date(2026, 3, 1), pauses=pauses
        )
        assert state.current_due == date(2026, 4, 1)

    def test_warns_at_each_threshold(self) -> None:
        assert [warning_level(used, 10) for used in (0, 4, 5, 7, 8, 9, 10, 12)] == [
            0,
            0,
            50,
            50,
            80,
            80,
            100,
            100,
        ]
        dates = warning_dates(date(2026, 4, 20), date(2026, 5, 20), Unit.WORKING_DAYS, CALENDAR)
        assert dates == {50: date(2026, 5, 7), 80: date(2026, 5, 14), 100: date(2026, 5, 20)}

    @pytest.mark.parametrize(
        "pauses",
        [
            [Pause(date(2026, 4, 22), date(2026, 4, 28), "甲"), Pause(date(2026, 4, 27), None, "乙")],
            [Pause(date(2026, 4, 1), date(2026, 4, 28), "早于起算日")],
        ],
    )
    def test_refuses_pauses_that_cannot_be(self, pauses: list[Pause]) -> None:
        with pytest.raises(Refusal):
            reckon(date(2026, 4, 20), working(20), CALENDAR, today=date(2026, 5, 1), pauses=pauses)

    def test_refuses_a_pause_without_reason_or_backwards(self) -> None:
        with pytest.raises(Refusal):
            Pause(date(2026, 4, 22), None, "  ")
        with pytest.raises(Refusal):
            Pause(date(2026, 4, 22), date(2026, 4, 21), "写反了")

    @given(
        st.dates(date(2026, 1, 1), date(2026, 6, 30)),
        st.integers(1, 60),
        st.lists(st.integers(0, 15), min_size=2, max_size=6),
        st.sampled_from([Unit.WORKING_DAYS, Unit.CALENDAR_DAYS]),
    )
    def test_paused_days_are_never_used(self, start: date, n: int, gaps: list[int], unit: Unit) -> None:
        edges, day = [], start
        for gap in gaps[: len(gaps) // 2 * 2]:
            day += timedelta(days=gap)
            edges.append(day)
        pauses = [Pause(a, b, "补正材料") for a, b in zip(edges[::2], edges[1::2], strict=True)]
        stopped = {d for p in pauses for d in span(p.since, (p.until - p.since).days + 1)[1:] if p.until}
        limit = Limit(n, unit, rolls=False)
        due = reckon(start, limit, CALENDAR, today=start, pauses=pauses).current_due
        ran = [d for d in span(start, (due - start).days + 1)[1:] if d not in stopped]
        assert sum(unit is Unit.CALENDAR_DAYS or CALENDAR.works(d) for d in ran) == n


class TestLimit:
    @pytest.mark.parametrize("amount", [-1, 1201])
    def test_refuses_an_amount_out_of_range(self, amount: int) -> None:
        with pytest.raises(Refusal):
            Limit(amount, Unit.MONTHS)
