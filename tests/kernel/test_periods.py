"""Ends of weeks, ten-day periods, months, quarters, halves and years."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhongshu.kernel.worktime import Period, period_end


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

    @given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(Period))
    def test_the_days_of_a_period_share_its_end_and_the_next_day_does_not(
        self, day: date, period: Period
    ) -> None:
        end = period_end(day, period)
        assert end >= day
        assert {period_end(day + timedelta(days=n), period) for n in range((end - day).days + 1)} == {end}
        assert period_end(end + timedelta(days=1), period) > end
