"""The forms in which offices write a deadline, each made for any day: what is read is the day it was made for."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.supervision.extraction.deadlines import read_due

WEEKDAYS = "一二三四五六日"
CARRIERS = ("市财政局要{}完成台账核对。", "由市财政局牵头，{}完成核对。", "市财政局务必{}报送核对结果。")

# A day of the same year, told in full or without its year.
OF_A_DAY: tuple[Callable[[date], str], ...] = (
    lambda day: f"{day.month}月{day.day}日前",
    lambda day: f"{day.month}月{day.day}号之前",
    lambda day: f"{day.month}月{day.day}日以前",
    lambda day: f"{day.month}月{day.day}日（星期{WEEKDAYS[day.weekday()]}）前",
    lambda day: f"{day.month}月{day.day}日周{WEEKDAYS[day.weekday()]}下班前",
    lambda day: f"{day.month}月{day.day}日17:30前",
    lambda day: f"{day.month}月{day.day}日早8点前",
    lambda day: f"{day.month}月{day.day}日下班以前",
    lambda day: f"{day.month}月{day.day}日（含）前",
    lambda day: f"{day.month}月{day.day}前",
    lambda day: f"{day.month}/{day.day}前",
    lambda day: f"{day.year}年{day.month}月{day.day}日前",
    lambda day: f"{day.isoformat()}前",
    lambda day: f"{day.year}.{day.month}.{day.day}前",
    lambda day: f"{day.year}/{day.month:02d}/{day.day:02d}前",
    lambda day: f"今年{day.month}月{day.day}日前",
    lambda day: f"不迟于{day.month}月{day.day}日",
    lambda day: f"即日起至{day.month}月{day.day}日",
)
OF_A_MONTHS_END: tuple[Callable[[date], str], ...] = (
    lambda day: f"{day.month}月底前",
    lambda day: f"{day.month}月末",
    lambda day: f"{day.month}月内",
    lambda day: f"{day.month}月份前",
    lambda day: f"{day.month}月下旬前",
    lambda day: f"{day.month}月底以前",
    lambda day: f"{day.year}年{day.month}月底前",
)
COUNTED: tuple[tuple[str, int], ...] = (
    ("{}日内", 1),
    ("{}天之内", 1),
    ("自即日起{}日内", 1),
    ("从今天起{}天内", 1),
    ("{}周内", 7),
    ("接下来{}周内", 7),
    ("用{}周时间", 7),
)
FEASTS = {
    "元旦": (1, 1),
    "五一": (5, 1),
    "“六一”": (6, 1),
    "七一": (7, 1),
    "建军节": (8, 1),
    "教师节": (9, 10),
    "国庆节": (10, 1),
    "“十一”黄金周": (10, 1),
}

days_of_a_paper = st.dates(date(2019, 1, 1), date(2029, 12, 31))
carriers = st.sampled_from(CARRIERS)


def read(carrier: str, phrase: str, context: date) -> str | None:
    """The day that the one deadline of the sentence falls on; it quotes nothing but the phrase."""
    (due,) = read_due(carrier.format(phrase), context)
    assert due.raw is not None and (due.raw in phrase or phrase in due.raw)
    day = due.day(context)
    return day.isoformat() if day else None


def month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


@given(days_of_a_paper, st.integers(0, 300), carriers, st.sampled_from(OF_A_DAY))
@settings(max_examples=200)
def test_a_day_of_the_year_is_read_in_every_form(
    context: date, ahead: int, carrier: str, form: Callable[[date], str]
) -> None:
    day = min(context + timedelta(days=ahead), date(context.year, 12, 31))
    assert read(carrier, form(day), context) == day.isoformat()


@given(days_of_a_paper, st.integers(0, 11), carriers, st.sampled_from(OF_A_MONTHS_END))
@settings(max_examples=100)
def test_the_end_of_a_month_is_its_last_day(
    context: date, ahead: int, carrier: str, form: Callable[[date], str]
) -> None:
    day = date(context.year, min(12, context.month + ahead), 1)
    assert read(carrier, form(day), context) == month_end(day).isoformat()


@given(days_of_a_paper, st.integers(2, 20), carriers, st.sampled_from(COUNTED))
@settings(max_examples=100)
def test_a_span_from_today_is_counted_from_the_day_of_the_paper(
    context: date, number: int, carrier: str, form: tuple[str, int]
) -> None:
    phrase, days = form
    assert read(carrier, phrase.format(number), context) == (context + timedelta(number * days)).isoformat()


@given(days_of_a_paper, carriers, st.sampled_from(sorted(FEASTS)))
@settings(max_examples=100)
def test_before_a_feast_is_its_eve(context: date, carrier: str, feast: str) -> None:
    eves = [date(year, *FEASTS[feast]) - timedelta(days=1) for year in (context.year, context.year + 1)]
    assert read(carrier, f"{feast}前", context) in {eve.isoformat() for eve in eves if eve >= context}


@given(
    days_of_a_paper,
    st.integers(1, 4),
    st.sampled_from(("{}季度末前", "第{}季度内", "{}季度结束前")),
    carriers,
)
@settings(max_examples=60)
def test_a_quarter_ends_with_its_third_month(context: date, quarter: int, form: str, carrier: str) -> None:
    """One that ended within the last 90 days is left to a person, like a day without its year."""
    end = month_end(date(context.year, quarter * 3, 1))
    later = end if end >= context else month_end(date(context.year + 1, quarter * 3, 1))
    just_gone = timedelta(0) < context - end <= timedelta(90)
    expected = None if just_gone else later.isoformat()
    assert read(carrier, form.format("一二三四"[quarter - 1]), context) == expected


@given(days_of_a_paper.filter(lambda day: day.month < 10), st.integers(0, 60), st.integers(1, 30), carriers)
@settings(max_examples=100)
def test_a_span_of_days_ends_with_its_last(context: date, ahead: int, length: int, carrier: str) -> None:
    first = context + timedelta(days=ahead)
    last = min(first + timedelta(days=length), date(context.year, 12, 31))
    phrase = f"{first.month}月{first.day}日至{last.month}月{last.day}日"
    assert read(carrier, phrase, context) == last.isoformat()


UNUSUAL = {
    "各县逢单月10日前报送数据。": "bimonthly 10",
    "各县于双月15日前报送数据。": "bimonthly 15",
    "市局要在4月的第二周内完成自查。": "2026-04-14",
    "各单位于4月第一个工作日前报送。": "--04-WD1",
    "请于3月25日下午三点前反馈。": "2026-03-25",
    "接到通知24小时内上报。": "PT24H after receipt",
    "接到审计报告、审计决定书90日内书面告知。": "P90D after receipt",
    "事故发生后30分钟内电话报告。": "PT30M after occurrence",
    "考试结束一周内完成阅卷。": "P1W after completion",
    "每季度终了15日内报送报表。": "quarterly P15D after end",
    "最迟不超过4月10日完成。": "2026-04-10",
    "报名截至4月10日。": "2026-04-10",
    "次日上午9点前报送。": "P1D",
    "会前报送材料。": "before meeting",
    "台风来临前完成加固。": "before 台风",
    "乙方应当自收到预付款之日起45个日历天内完工。": "P45D after receipt",
    "五四前举办青年歌手大赛。": "2026-05-03",
    "承包人应在开工前7日提交设计。": "P7D before event",
    "检查组进驻前完成自查。": "before 检查组",
}


@pytest.mark.parametrize(("text", "read"), UNUSUAL.items())
def test_forms_that_are_seldom_written(text: str, read: str) -> None:
    assert [due.iso or due.rule for due in read_due(text, date(2026, 3, 20))] == [read]


@pytest.mark.parametrize(
    "text",
    [
        "工作时间：每周一至周五9:00-17:00。",
        "目前完成12项。",
        "截至3月10日，已完成12项。",
        "统计数据截至3月10日。",
        "24个月内发生的事故。",
        "此前完成。",
    ],
)
def test_times_that_are_told_are_no_deadlines(text: str) -> None:
    assert read_due(text, date(2026, 3, 20)) == []


@given(hour=st.integers(1, 11), day=st.integers(1, 28))
def test_an_hour_in_words_is_the_hour_in_figures(hour: int, day: int) -> None:
    words = "零一二三四五六七八九十"
    written = words[hour] if hour < 11 else "十一"
    read = [
        [(due.iso, due.rule) for due in read_due(f"请于6月{day}日下午{clock}点前反馈。")]
        for clock in (written, hour)
    ]
    assert read[0] == read[1] == [(None, f"--06-{day:02d}T{hour + 12}:00")]
