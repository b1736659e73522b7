"""Lists of what was found and is to be put right: the problem is what was found, whatever keeps it from being done."""

from pathlib import Path

import pytest

from tests.supervision.ledgers.paper import Paper
from zhongshu.supervision.ledgers import read_ledger


def problems(folder: Path, *headings: str) -> list[tuple[str, str]]:
    """Task and problem of two matters: ``headings`` of what was found, of the measure, of why it is not done."""
    found, measure, why = headings
    p = Paper("整改")
    p.put("序号", found, measure, "责任科室", "整改时限", "整改进展", why)
    p.put(1, "冷库温度记录缺失", "加装自动记录仪并每日核对", "储运科", "2026年5月底", "已加装", None)
    p.put(2, "危废台账不完整", "补登全年转移联单", "环保科", "2026年8月底", "补登三个月", "原始单据散失")
    return [(m.task, m.problem) for m in read_ledger(p.save(folder, "found"))]


@pytest.mark.parametrize("why", ["未完成原因", "存在困难", "存在的困难和问题", "滞后原因"])
@pytest.mark.parametrize(
    "found", ["反馈问题", "评审发现的问题", "隐患描述", "检查发现", "巡察反馈意见", "存在问题", "问题清单"]
)
def test_what_was_found_is_the_problem(found: str, why: str, tmp_path: Path) -> None:
    assert problems(tmp_path, found, "整改措施", why) == [
        ("加装自动记录仪并每日核对", "冷库温度记录缺失"),
        ("补登全年转移联单", "危废台账不完整"),
    ]


def test_where_nothing_was_found_the_difficulty_is_the_problem(tmp_path: Path) -> None:
    p = Paper("任务")
    p.put("序号", "重点任务", "工作举措", "责任科室", "完成时限", "进展情况", "存在困难")
    p.put(1, "建成智能仓储", "完成货架安装与系统联调", "储运科", "2026年5月底", "安装中", "厂家交货晚")
    p.put(2, "降低能耗", "更换高耗能电机十二台", "设备科", "2026年8月底", "已更换四台", None)
    assert [m.problem for m in read_ledger(p.save(tmp_path, "tasks"))] == ["厂家交货晚", ""]


@pytest.mark.parametrize(("asked", "is_problem"), [("反映问题", True), ("信访诉求", False)])
def test_what_a_petitioner_reports_is_the_problem_and_a_demand_the_task(
    asked: str, is_problem: bool, tmp_path: Path
) -> None:
    p = Paper("积案")
    p.put("编号", "信访人", asked, "化解举措", "主办单位", "化解期限", "化解情况")
    p.put("1", "李某", "地下车位重复出售", "督促开发商退款", "区住建局", "2026年6月底", "置换11户")
    told = [(m.task, m.problem) for m in read_ledger(p.save(tmp_path, "asked"))]
    report, measure = "地下车位重复出售", "督促开发商退款"
    assert told == [(measure, report) if is_problem else (report, "")]


@pytest.mark.parametrize(
    ("found", "measure"),
    [
        ("曝光问题", "整改承诺"),
        ("审计查出问题", "审计建议"),
        ("不达标情况", "整改对策"),
        ("扣分项", "改进办法"),
    ],
)
def test_what_is_advised_or_promised_about_it_is_the_task(found: str, measure: str, tmp_path: Path) -> None:
    p = Paper("问题")
    p.put("序号", "条款内容", found, measure, "责任科室", "整改时限", "进展")
    p.put(1, "急诊绿色通道", "急诊检查等候超时", "增配急诊专用设备1台", "设备科", "2026年6月底", "已完成招标")
    assert [(m.task, m.problem) for m in read_ledger(p.save(tmp_path, "advised"))] == [
        ("增配急诊专用设备1台", "急诊检查等候超时")
    ]
