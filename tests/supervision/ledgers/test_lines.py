"""Titles without their counts, tasks without their numbers, rows that only count."""

from pathlib import Path

import pytest

from tests.supervision.ledgers.paper import Paper
from zhongshu.supervision.ledgers import read_ledger
from zhongshu.supervision.ledgers.cleaning import running
from zhongshu.supervision.ledgers.lines import is_count, without_number, without_own_number


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("（一）冷链仓储（4处）", "冷链仓储"),
        ("二、内控管理方面（2个问题）", "内控管理方面"),
        ("道路运输（共12家）", "道路运输"),
        ("信访积案（计15起）", "信访积案"),
        ("民生实事（共十项）", "民生实事"),
        ("燃气用户 共8户", "燃气用户"),
        ("园区建设（2026年）", "园区建设（2026年）"),
        ("安置小区（一期）", "安置小区（一期）"),
        ("专项债项目（第二批）", "专项债项目（第二批）"),
    ],
)
def test_a_title_is_read_without_its_count(title: str, bare: str) -> None:
    assert without_number(title) == bare


@pytest.mark.parametrize(
    ("task", "bare"),
    [
        ("4.清理欠款：（1）核对账目；（2）发函催收。", "清理欠款：（1）核对账目；（2）发函催收。"),
        ("（三）盘活资产：1.摸底；2.挂牌", "盘活资产：1.摸底；2.挂牌"),
        ("2、①制定方案；②组织演练", "①制定方案；②组织演练"),
        ("1.制定方案；2.组织演练", "1.制定方案；2.组织演练"),
        ("1.制定方案；（1）调研；2.组织演练", "1.制定方案；（1）调研；2.组织演练"),
        ("1）盘点备件；（1）入库", "盘点备件；（1）入库"),
        ("1）摸底；2）挂牌", "1）摸底；2）挂牌"),
        ("3.5千米管网更新", "3.5千米管网更新"),
    ],
)
def test_a_head_number_goes_unless_others_of_its_style_follow(task: str, bare: str) -> None:
    assert without_own_number(task) == bare


@pytest.mark.parametrize(
    ("text", "counts"), [("5项", True), ("共4处", True), ("新增5项", False), ("5", False)]
)
def test_what_only_counts_is_told(text: str, counts: bool) -> None:
    assert is_count(text) is counts


def test_a_row_that_only_counts_is_no_matter(tmp_path: Path) -> None:
    p = Paper()
    p.put("议题", "议定事项", "责任科室", "完成时限")
    p.put("第一议题", "修订印章管理办法", "办公室", "3月底")
    p.put("第二议题", "清查固定资产", "财务科", "6月底")
    p.put("已办结", "1项")
    assert [m.task for m in read_ledger(p.save(tmp_path, "count"))] == ["修订印章管理办法", "清查固定资产"]


@pytest.mark.parametrize("heading", ["纪要期次", "纪要文号", "会议", "文号"])
def test_when_it_was_decided_is_no_category(heading: str, tmp_path: Path) -> None:
    p = Paper()
    p.put(heading, "议定事项", "承办部门", "办结时限")
    for number, task in enumerate(("修缮实验楼", "购置校园巴士", "调整作息时间", "清理闲置设备")):
        p.put(f"〔2026〕{1 + number // 2}号", task, "后勤处", "6月底")
    p.merge("A2:A3")
    p.merge("A4:A5")
    assert [m.category for m in read_ledger(p.save(tmp_path, "when"))] == [""] * 4


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("1.主楼封顶；\n2.管线进场", "1.主楼封顶；2.管线进场"),
        ("1.主楼封顶。\n2.管线进场", "1.主楼封顶。2.管线进场"),
        ("1.主楼封顶\n2.管线进场", "1.主楼封顶\n2.管线进场"),
    ],
)
def test_a_line_that_ends_a_point_runs_on(text: str, joined: str) -> None:
    assert running(text) == joined
