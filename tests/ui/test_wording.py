"""The words of dates and spans."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhongshu.kernel.clock import BEIJING
from zhongshu.ui import wording

TODAY = date(2026, 11, 18)
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    ("due", "working_days", "text", "tone"),
    [
        (None, None, "未定时限", ""),
        (date(2026, 11, 15), None, "逾期 3 天", "late"),
        (TODAY, 0, "今天到期", "soon"),
        (date(2026, 11, 19), 1, "明天到期", "soon"),
        (date(2026, 11, 24), 4, "还有 4 个工作日", ""),
        (date(2026, 11, 23), 3, "还有 3 个工作日", "soon"),
        (date(2026, 12, 20), None, "还有 32 天", ""),
    ],
)
def test_due_words(due: date | None, working_days: int | None, text: str, tone: str) -> None:
    words = wording.due_words(due, TODAY, working_days=working_days)
    assert (words.text, words.tone) == (text, tone)


@given(due=DAYS, today=DAYS)
def test_late_exactly_when_the_day_has_passed(due: date, today: date) -> None:
    assert (wording.due_words(due, today).tone == "late") == (due < today)


@given(done=DAYS, due=DAYS)
def test_done_late_exactly_when_after_the_day(done: date, due: date) -> None:
    assert (wording.done_words(done, due).tone == "late") == (done > due)


@given(day=DAYS, today=DAYS)
def test_a_short_date_is_never_ambiguous_about_its_year(day: date, today: date) -> None:
    words = wording.short_date(day, today)
    assert (len(words) == len("11-15")) == (day.year == today.year)


def test_moments_are_told_in_beijing_time() -> None:
    assert wording.short_moment(datetime(2026, 11, 15, 17, 0, tzinfo=UTC), TODAY) == "11-16 01:00"


@given(st.datetimes(datetime(1900, 1, 1), timezones=st.timezones()))
def test_a_minute_is_told_as_the_calendar_of_the_system_tells_it(at: datetime) -> None:
    assert wording.minute(at) == at.astimezone(BEIJING).strftime("%Y-%m-%d %H:%M")


def test_long_date_and_weekday() -> None:
    assert wording.long_date(TODAY, TODAY) == "11 月 18 日"
    assert wording.long_date(TODAY) == "2026 年 11 月 18 日"
    assert wording.weekday(TODAY) == "周三"


@pytest.mark.parametrize(
    ("size", "text"),
    [(0, "0 B"), (1023, "1023 B"), (1024, "1.0 KB"), (290_816, "284 KB"), (5 * 1024**3, "5.0 GB")],
)
def test_file_size(size: int, text: str) -> None:
    assert wording.file_size(size) == text
