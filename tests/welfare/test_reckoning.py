"""The day by which papers go out: never after the window closes, never before they came in, always the same (F-15)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhongshu.kernel.worktime import Calendar, DayKind, SpecialDay
from zhongshu.welfare.models import Rest
from zhongshu.welfare.rules import Terms, of_period, read, reckon, slots

EVER = date(2000, 1, 1), date(2200, 1, 1)
GOLDEN = {date(2026, 10, day): SpecialDay(DayKind.HOLIDAY, "国庆节") for day in range(1, 8)}
CALENDAR = Calendar(
    {**GOLDEN, date(2026, 10, 10): SpecialDay(DayKind.MAKE_UP, "国庆节")}, frozenset({2025, 2026, 2027})
)


def terms(text: str = "每月1—15日", rest: Rest = Rest.BEFORE, lead: int = 3) -> list[Terms]:
    return [Terms(read(text), rest, lead, *EVER)]


def reckoned(asked: date, **told: object) -> tuple[str, str]:
    found = reckon(terms(**told), CALENDAR, asked)  # type: ignore[arg-type]
    assert found is not None
    return str(found.slot.closes), str(found.slot.due)


@pytest.mark.parametrize(
    ("asked", "told", "expected"),
    [
        (date(2026, 9, 1), {}, ("2026-09-15", "2026-09-10")),
        (date(2026, 9, 10), {}, ("2026-09-15", "2026-09-10")),
        (date(2026, 9, 11), {}, ("2026-10-15", "2026-10-12")),
        (date(2026, 11, 1), {}, ("2026-11-13", "2026-11-10")),  # the 15th is a Sunday
        (date(2026, 11, 1), {"rest": Rest.AFTER}, ("2026-11-16", "2026-11-11")),
        (date(2026, 11, 1), {"rest": Rest.STAYS}, ("2026-11-15", "2026-11-11")),
        (date(2026, 9, 16), {"text": "每月1—9日"}, ("2026-10-09", "2026-10-08")),  # not before it opens
        (date(2026, 9, 16), {"text": "每月3日"}, ("2026-09-30", "2026-09-30")),  # the 3rd lies in a holiday
        (date(2026, 9, 1), {"lead": 0}, ("2026-09-15", "2026-09-15")),
    ],
)
def test_the_date_is_the_closing_day_less_the_lead(
    asked: date, told: dict[str, object], expected: tuple[str, str]
) -> None:
    assert reckoned(asked, **told) == expected


def test_what_was_too_near_is_named() -> None:
    found = reckon(terms(), CALENDAR, date(2026, 9, 14))
    assert found is not None and [str(one.closes) for one in found.passed] == ["2026-09-15"]


def test_each_edition_holds_until_the_next() -> None:
    turn = date(2026, 11, 1)
    old = Terms(read("每月1—15日"), Rest.BEFORE, 0, EVER[0], turn - timedelta(days=1))
    new = Terms(read("每月1—20日"), Rest.BEFORE, 0, turn, EVER[1])
    found = slots([old, new], CALENDAR, date(2026, 9, 1), date(2026, 12, 31))
    assert [one.closes.day for one in found] == [15, 15, 20, 18]


def test_without_a_window_ahead_there_is_no_date() -> None:
    assert reckon(terms("2026年6月1—10日"), CALENDAR, date(2026, 9, 1)) is None
    assert of_period(terms(), CALENDAR, "2026-10") is not None
    assert of_period(terms("每年7月1—31日"), CALENDAR, "2026-10") is None


def test_a_date_that_waits_for_a_notice_says_so() -> None:
    unannounced = Calendar({}, frozenset({2026}))
    found = reckon(terms("每年2月1—15日"), unannounced, date(2026, 9, 1))
    assert found is not None and found.slot.provisional


days = st.dates(date(2025, 1, 1), date(2027, 6, 30))
monthly = st.builds("每月{}—{}日".format, st.integers(1, 14), st.integers(14, 31))
turning = st.builds("每月{}日—次月{}日".format, st.integers(16, 31), st.integers(1, 15))
yearly = st.builds("每年{}月1—{}日".format, st.integers(1, 12), st.integers(1, 28))
several = st.lists(monthly | turning | yearly, min_size=1, max_size=3).map("\n".join)
holidays = st.dictionaries(
    st.dates(date(2025, 1, 1), date(2028, 1, 1)),
    st.sampled_from([SpecialDay(DayKind.HOLIDAY), SpecialDay(DayKind.MAKE_UP)]),
    max_size=30,
)


@given(text=several, rest=st.sampled_from(Rest), lead=st.integers(0, 20), asked=days, special=holidays)
def test_due_is_in_time_and_never_after_the_window_closes(
    text: str, rest: Rest, lead: int, asked: date, special: dict[date, SpecialDay]
) -> None:
    calendar = Calendar(special, frozenset(range(2024, 2031)))
    said = [Terms(read(text), rest, lead, *EVER)]
    found = reckon(said, calendar, asked)
    assert found is not None
    slot = found.slot
    assert asked <= slot.due <= slot.closes and slot.opens <= slot.due
    assert all(one.due < asked for one in found.passed)
    assert rest is Rest.STAYS or calendar.works(slot.closes)
    again = Calendar(dict(special), frozenset(range(2024, 2031)))
    assert reckon(said, again, asked) == found


@given(text=monthly, rest=st.sampled_from(Rest), lead=st.integers(0, 10), asked=days)
def test_who_asks_later_is_not_due_earlier(text: str, rest: Rest, lead: int, asked: date) -> None:
    said = [Terms(read(text), rest, lead, *EVER)]
    first, later = (reckon(said, CALENDAR, day) for day in (asked, asked + timedelta(days=1)))
    assert first is not None and later is not None
    assert first.slot.closes <= later.slot.closes
