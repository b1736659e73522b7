"""What is asked at once beside what is asked by a day, and days that stand with a title or a stage."""

from __future__ import annotations

from datetime import date

import pytest

from zhongshu.supervision.extraction import Duty, extract

DAY = date(2024, 3, 1)


def told(text: str) -> list[tuple[str | None, str | None]]:
    return [(duty.due.iso, duty.due.rule) for duty in extract(text, context_date=DAY)]


@pytest.mark.parametrize(
    "text",
    [
        "供热公司应立即抢修泄漏管段，3月5日前恢复全部供热。",
        "请县住建局立即组织对在建工地开展排查，并于3月5日前将台账报县安委办。",
        "县教体局要立即停用该校车，3月5日前更换完毕并报告结果。",
    ],
)
def test_at_once_and_by_a_day_are_two(text: str) -> None:
    assert told(text) == [(None, "immediate"), ("2024-03-05", None)]


def test_what_is_ensured_by_a_day_is_the_end_of_what_is_asked_at_once() -> None:
    assert told("各镇要立即开展河道清障，确保3月25日前全部清零。") == [("2024-03-25", None)]


def test_at_once_when_something_happens_is_no_duty_of_its_own() -> None:
    assert told("各站发现水位异常的，应立即报告，3月25日前提交巡查总结。") == [("2024-03-25", None)]


def test_a_title_does_not_keep_an_item_whole() -> None:
    text = "3.整治占道经营。上半年完成摸底登记，10月底前完成整治率95%以上。（牵头单位：县城管局；配合单位：县公安局）"
    duties = extract(text, context_date=DAY)
    assert [duty.action.text for duty in duties] == ["上半年完成摸底登记", "10月底前完成整治率95%以上"]
    assert [duty.due.iso for duty in duties] == ["2024-06-30", "2024-10-31"]
    assert all([m.text for m in duty.support] == ["县公安局"] for duty in duties)


@pytest.mark.parametrize(
    "text",
    [
        "（二）全面清理（3月11日—3月29日），各社区清理楼道堆物。",
        "三、工作步骤。（二）全面清理（3月11日至3月29日），各社区清理楼道堆物。",
    ],
)
def test_a_numbered_stage_dates_what_it_asks(text: str) -> None:
    assert told(text) == [("2024-03-29", None)]


def test_a_day_counts_more_than_its_keeping() -> None:
    text = "整改措施：修订差旅审批流程。责任科室：财务科。整改时限：2024年6月底前完成，长期坚持。"
    assert told(text) == [("2024-06-30", None)]


def cycles(duties: list[Duty]) -> list[str | None]:
    return [duty.cycle.text if duty.cycle else None for duty in duties]


def test_how_often_a_register_is_renewed_is_said_of_it() -> None:
    duties = extract("县民政局要建立独居老人台账，做到一户一档，每季度更新一次。", context_date=DAY)
    assert cycles(duties) == ["每季度"]


def test_minutes_stand_behind_an_actor() -> None:
    (duty,) = extract("各镇街20分钟内上报险情。", context_date=DAY)
    assert ([m.text for m in duty.lead], duty.due.rule) == (["各镇街"], "PT20M")
