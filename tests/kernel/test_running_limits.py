"""Ends of days and periods, pauses (rule T-09), extensions and warnings."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kernel.notice_of_2026 import CALENDAR, span, working
from zhongshu.kernel.clock import BEIJING
from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.worktime import (
    Limit,
    Pause,
    Period,
    Unit,
    compute,
    ends_at,
    is_over,
    last_working_day_of,
    period_end,
    reckon,
    warning_dates,
    warning_level,
    working_days_left,
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
