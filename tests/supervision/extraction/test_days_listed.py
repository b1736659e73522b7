"""Several days in a row: the first that is still to come counts."""

from __future__ import annotations

from datetime import date

import pytest

from tests.supervision.extraction.deadlines import read_due
from zhongshu.supervision.extraction import extract

ROWS = [
    ("各单位要于3月、6月、9月底前将进展情况报区府办。", date(2024, 3, 1), "2024-03-31"),
    ("各单位要于3月、6月、9月底前将进展情况报区府办。", date(2024, 4, 8), "2024-06-30"),
    ("各单位于6月10日、12月10日前将总结报送县委办。", date(2024, 3, 1), "2024-06-10"),
    ("请各单位于4月5日、7月5日和10月5日前报送季度进展。", date(2024, 5, 6), "2024-07-05"),
]


@pytest.mark.parametrize(("text", "context", "iso"), ROWS)
def test_the_first_day_to_come_counts(text: str, context: date, iso: str) -> None:
    (duty,) = extract(text, context_date=context)
    assert duty.due.iso == iso


def test_days_of_every_year_stay_a_rule() -> None:
    (duty,) = extract("各单位每年6月、12月底前报送总结。", context_date=date(2024, 3, 1))
    assert duty.due.iso is None
    assert duty.cycle is not None


def test_counted_each_month_and_handed_in_the_next_is_one() -> None:
    (duty,) = extract("各县区每月统计一次，次月5日前报市统计局。", context_date=date(2024, 3, 1))
    assert (duty.cycle and duty.cycle.text, duty.due.rule) == ("每月", "monthly 05")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("各镇每月底前上报台账，县应急局汇总后于次月5日前报县安委会。", [("每月", "monthly EOM"), ("每月", "monthly 05")]),
        ("各公司每半年检查一次，检查报告于次月15日前报集团。", [("每半年", None), ("每半年", "next-month 15")]),
        ("市统计局每年监测一次，监测报告于次年2月底前报省局。", [("每年", None), ("每年", "next-year 02-EOM")]),
        ("实行“周报告、月通报”制度，各县区每周四前报送进度。", [("每周四", "weekly Thu")]),
        ("材料请于3月20日至3月30日报送省科技厅。", [(None, "2024-03-30")]),
    ],
)  # fmt: skip
def test_what_follows_from_a_repeated_duty_is_repeated(
    text: str, told: list[tuple[str | None, str | None]]
) -> None:
    duties = extract(text, context_date=date(2024, 3, 1))
    assert [(d.cycle and d.cycle.text, d.due.iso or d.due.rule) for d in duties] == told


@pytest.mark.parametrize("words", ["会前1~2天", "会前1至2天", "会前1-2天"])
def test_a_span_before_a_meeting_ends_with_its_last_day(words: str) -> None:
    assert [due.rule for due in read_due(f"会议通知应在{words}发出。")] == ["P2D before meeting"]


def test_once_a_week_is_no_monday() -> None:
    (duty,) = extract("各乡镇河长对辖区河道每周一巡，发现问题及时报告。")
    assert duty.due.rule != "weekly Mon"
    (duty,) = extract("各乡镇每周一报送进展。")
    assert duty.due.rule == "weekly Mon"


def test_what_is_told_of_last_year_may_be_asked_each_year() -> None:
    (duty,) = extract("各县（市、区）每年1月底前公布上年度决算情况。")
    assert duty.cycle is not None
