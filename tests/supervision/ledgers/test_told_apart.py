"""Cells that tell several things behind labels, and blanks that a note explains."""

from pathlib import Path

import pytest

from tests.supervision.ledgers.paper import Paper
from zhongshu.supervision.ledgers import read_ledger
from zhongshu.supervision.ledgers.model import Part
from zhongshu.supervision.ledgers.told_apart import told_apart


@pytest.mark.parametrize(
    ("cell", "progress", "problem", "following"),
    [
        ("进展：已开工。问题：缺土地指标。", "已开工。", "缺土地指标。", ""),
        ("进展情况：已开工\n存在问题：缺土地\n下一步打算：报批用地", "已开工", "缺土地", "报批用地"),
        ("【进展】已开工【困难】缺土地", "已开工【困难】缺土地", "", ""),
        ("【进展】已开工；【困难】缺土地", "已开工", "缺土地", ""),
        ("1.目前进展：已开工；2.存在问题：缺土地；3.下步计划：报批", "已开工", "缺土地", "报批"),
        ("已开工3个。主要困难：缺土地", "已开工3个。", "缺土地", ""),
        ("检查12次，发现问题：3处已整改", "检查12次，发现问题：3处已整改", "", ""),
    ],
)
def test_each_label_heads_what_follows(cell: str, progress: str, problem: str, following: str) -> None:
    told = told_apart(cell)
    parts = (Part.PROGRESS, Part.PROBLEM, Part.REMARK)
    assert tuple(told.of(part) for part in parts) == (progress, problem, following)


def test_a_column_headed_as_both_loses_its_labels_and_its_none(tmp_path: Path) -> None:
    p = Paper("督办")
    p.put("编号", "督办事项", "责任部门", "办理进展及存在问题")
    p.put("1", "完成停车楼移交", "工程部", "进展：已移交。问题：无。")
    p.put("2", "发行中期票据", "财务部", "进展：已取得注册通知书。")
    p.put("3", "改造服务区", "投资部", "进展：评审通过。\n问题：规划指标待调整。")
    assert [(m.progress, m.problem) for m in read_ledger(p.save(tmp_path, "both"))] == [
        ("已移交。", ""),
        ("已取得注册通知书。", ""),
        ("评审通过。", "规划指标待调整。"),
    ]


def test_what_is_hard_about_it_is_the_problem(tmp_path: Path) -> None:
    p = Paper("建议")
    p.put("序号", "案由", "主办科室", "办理情况", "办理难点")
    p.put(1, "规范校外配餐", "校园安全科", "已答复", "用地指标紧张")
    assert [(m.progress, m.problem) for m in read_ledger(p.save(tmp_path, "hard"))] == [
        ("已答复", "用地指标紧张")
    ]


@pytest.mark.parametrize(
    "note",
    [
        "（说明：主责科室栏空白的，与上一行相同）",
        "注：主责科室空白的视为同上。",
        "备注：主责科室未填写的与上一栏一致",
    ],
)
def test_a_blank_says_what_stands_above_where_a_note_says_so(note: str, tmp_path: Path) -> None:
    p = Paper("分解")
    p.put("序号", "落实举措", "主责科室", "协同科室", "完成时间")
    p.across(note, 5)
    p.put(1, "推行信用就医", "门诊部", "信息科", "2026年6月底")
    p.put(2, "预约诊疗率提高到75%以上", None, None, None)
    p.put(3, "开展床旁结算", "财务科", None, "2026年8月15日")
    read = [(m.lead, m.support, m.due) for m in read_ledger(p.save(tmp_path, "blank"))]
    assert read[1:] == [(["门诊部"], [], None), (["财务科"], [], "2026-08-15")]
