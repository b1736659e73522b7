"""Two rows a matter, 计划 above and 实际 below it: one matter, which tells what was done."""

from pathlib import Path

import pytest

from tests.supervision.ledgers.paper import Paper
from zhongshu.supervision.ledgers import read_ledger
from zhongshu.supervision.ledgers.model import Matter


def written(plan: str = "计划", done: str = "实际", *, merged: bool = True) -> Paper:
    """Two goals in three matters with a row for the plan and one for what was done, below headings of two rows."""
    p = Paper("跟踪")
    p.put(
        "序号",
        "重点任务",
        "具体举措",
        "牵头部门",
        "完成节点",
        f"{plan}/{done}",
        "推进情况",
        None,
        None,
        "风险",
    )
    p.put(None, None, None, None, None, None, "1月", "2月", "3月")
    p.merge("G1:I1")
    for column in "ABCDEFJ":
        p.merge(f"{column}1:{column}2")
    p.put(
        1,
        "一、做优主业",
        "新增充电场站6座并投入运营",
        "市场部",
        "9月底",
        plan,
        "选址",
        "签约",
        "开工",
        "征地慢",
    )
    p.put(None, None, None, None, None, done, "已选址8处", "签约6处", None, None)
    p.put(2, None, "完成三家老旧变电站数字化改造", "生产部", "年底", plan, "招标", None, "进场", None)
    p.put(None, None, None, None, None, done, "已招标", "—", "设备到货", "停电窗口未批")
    p.put(
        3, "二、从严治企", "开展物资采购领域专项审计工作", "审计部", "6月底", plan, None, "进点", "出具报告"
    )
    p.put(None, None, None, None, None, done)
    if merged:
        p.merge("B3:B6")
        p.merge("B7:B8")
        for column in "ACDE":
            for top in (3, 5, 7):
                p.merge(f"{column}{top}:{column}{top + 1}")
    return p


def matters(paper: Paper, folder: Path) -> list[Matter]:
    return list(read_ledger(paper.save(folder, "plans")))


@pytest.mark.parametrize(
    ("plan", "done"),
    [
        ("计划", "实际"),
        ("目标", "进展"),
        ("安排", "完成"),
        ("计划进度", "实际进度"),
        ("月度计划", "完成情况"),
    ],
)
def test_what_was_done_last_is_the_progress(plan: str, done: str, tmp_path: Path) -> None:
    read = matters(written(plan, done), tmp_path)
    assert [(m.row, m.progress) for m in read] == [(3, "签约6处"), (5, "设备到货"), (7, "")]
    assert [m.lead for m in read] == [["市场部"], ["生产部"], ["审计部"]]


def test_the_goal_merged_over_its_measures_is_the_category(tmp_path: Path) -> None:
    assert [(m.category, m.task) for m in matters(written(), tmp_path)] == [
        ("做优主业", "新增充电场站6座并投入运营"),
        ("做优主业", "完成三家老旧变电站数字化改造"),
        ("从严治企", "开展物资采购领域专项审计工作"),
    ]


def test_a_problem_may_stand_in_either_row(tmp_path: Path) -> None:
    assert [m.problem for m in matters(written(), tmp_path)] == ["征地慢", "停电窗口未批", ""]


def test_blank_cells_join_the_rows_as_merged_ones_do(tmp_path: Path) -> None:
    read = matters(written(merged=False), tmp_path)
    assert [(m.row, m.progress) for m in read] == [(3, "签约6处"), (5, "设备到货"), (7, "")]


def test_the_headings_may_come_again_on_the_next_page(tmp_path: Path) -> None:
    p = Paper("跟踪")
    for first in (1, 3):
        p.put("序号", "重点任务", "牵头部门", "计划/实际", "一季度", "二季度")
        for number in (first, first + 1):
            p.put(number, f"建设第{number}座智能仓库并投用", "储运部", "计划", "设计", "开工")
            p.put(None, None, None, "实际", f"第{number}座设计获批", None)
    read = matters(p, tmp_path)
    assert [(m.row, m.progress) for m in read] == [
        (2, "第1座设计获批"),
        (4, "第2座设计获批"),
        (7, "第3座设计获批"),
        (9, "第4座设计获批"),
    ]


@pytest.mark.parametrize("wider", ["年度推进计划", "进度安排", "推进情况"])
def test_months_tell_the_progress_whatever_they_stand_below(wider: str, tmp_path: Path) -> None:
    p = Paper()
    p.put("序号", "项目名称", "责任单位", "类型", wider, None, None)
    p.put(None, None, None, None, "1月", "2月", "3月")
    p.merge("E1:G1")
    for column in "ABCD":
        p.merge(f"{column}1:{column}2")
    for number in (1, 2):
        p.put(number, f"改造第{number}水厂取水口", "水务公司", "目标", "设计", "招标", "3月")
        p.put(None, None, None, "进展", f"设计{number}稿", "/", None)
    assert [m.progress for m in matters(p, tmp_path)] == ["设计1稿", "设计2稿"]


def test_what_was_done_may_stand_below_a_heading_that_says_little(tmp_path: Path) -> None:
    p = Paper()
    p.put("序号", "重点任务", "责任单位", "完成时限", "事项", "内容")
    for number in (1, 2):
        p.put(
            number, f"建设第{number}个基层服务站点", "民政局", "2026年9月底", "安排", "上半年选址，下半年建成"
        )
        p.put(None, None, None, "2026年8月5日", "完成", f"已建成{number}个")
    read = matters(p, tmp_path)
    assert [(m.task, m.progress) for m in read] == [
        ("建设第1个基层服务站点", "已建成1个"),
        ("建设第2个基层服务站点", "已建成2个"),
    ]


def test_a_struck_plan_withdraws_the_matter(tmp_path: Path) -> None:
    paper = written()
    paper.strike(5, 1, 2, 3, 4, 5)
    assert [m.withdrawn for m in matters(paper, tmp_path)] == [False, True, False]


def test_a_column_of_states_makes_no_pairs(tmp_path: Path) -> None:
    p = Paper()
    p.put("序号", "督办事项", "责任单位", "完成时限", "类别", "进展情况")
    p.put(1, "修订仓库管理制度", "储运部", "3月底", "计划", "起草")
    p.put(2, "更换消防水带三十盘", "安保部", "4月底", "完成", "已更换")
    p.put(3, "改造职工食堂排烟道", "后勤部", "5月底", "计划", "询价")
    p.put(4, "补办两处用地手续", "工程部", "6月底", "完成", "已办结")
    assert [m.row for m in matters(p, tmp_path)] == [2, 3, 4, 5]
