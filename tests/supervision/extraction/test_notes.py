"""Notes as leaders and clerks jot them down: called by @, passed on, quoted, one after the other."""

from __future__ import annotations

from datetime import date

import pytest

from zhongshu.supervision.extraction import Duty, extract

CONTEXT = date(2026, 3, 18)

# What is written, and of each duty who leads, who joins in, and the day or the rule.
NOTES: list[tuple[str, list[tuple[list[str], list[str], str | None]]]] = [
    ("@财政局 @审计局 本周五下班前把使用情况表报到办公室。", [(["财政局", "审计局"], [], "2026-03-20")]),
    ("@李强 落实。", [([], [], None)]),
    ("阅。转市信访局妥处，结果报市委办。", [(["市信访局"], [], None)]),
    ("此件转应急局、气象局，请结合实际抓好贯彻落实，有关情况5月底前报我。", [(["应急局", "气象局"], [], "2026-05-31")]),
    ("拟同意。请财政局核拨经费，审计局跟进监督。", [(["财政局"], [], None), (["审计局"], [], None)]),
    (
        "市长批示：“海洋局认真抓紧整改，市督查室搞好配合。”副市长批示：“已完成20项，请交通局尽快销号。”",
        [(["海洋局"], ["市督查室"], None), (["交通局"], [], "asap")],
    ),
    (
        "杨书记最后要求，办公室本周内把42个问题分到人头，工程部、市场部两个部门下周一拿出方案，到党委会上说明情况。",
        [(["办公室"], [], "2026-03-22"), (["工程部", "市场部"], [], "2026-03-23")],
    ),
    ("县防指要求：各乡镇19时前完成转移；县文旅局关闭涉水景区；县融媒体中心滚动播发预警。",
     [(["各乡镇"], [], "2026-03-18"), (["县文旅局"], [], None), (["县融媒体中心"], [], None)]),
    ("董事会要求经营层在三季度内完成处置。", [(["经营层"], [], "2026-09-30")]),
    ("研究生招生宣传——招生办拿方案，下周五的会上讨论。", [(["招生办"], [], "2026-03-27")]),
    ("★督办事项：滨河路积水点改造  主责：市城管局  协办：市水务局  时限：汛期前  要求：彻底消除",
     [(["市城管局"], ["市水务局"], "before 汛期")]),
    ("【任务】完成窗口人员轮训  【责任单位】行政审批局  【时限】4月30日", [(["行政审批局"], [], "2026-04-30")]),
    ("办好“春风行动”。市人社局要在3月底前办会（牵头：市人社局；配合：市总工会）。",
     [(["市人社局"], ["市总工会"], "2026-03-31")]),
]  # fmt: skip


def told(duty: Duty) -> tuple[list[str], list[str], str | None]:
    """Who leads, who joins in, and the day or the rule."""
    due = duty.due.iso or duty.due.rule
    return [m.text for m in duty.lead], [m.text for m in duty.support], due


@pytest.mark.parametrize(("text", "duties"), NOTES, ids=[text[:16] for text, _ in NOTES])
def test_a_note_is_read_as_its_writer_meant(
    text: str, duties: list[tuple[list[str], list[str], str | None]]
) -> None:
    assert [told(duty) for duty in extract(text, context_date=CONTEXT)] == duties


def test_who_is_called_by_name_answers_in_person() -> None:
    (duty,) = extract("@李强 落实。", context_date=CONTEXT)
    assert [m.text for m in duty.leaders] == ["李强"]


@pytest.mark.parametrize(
    "text",
    [
        "总指挥：陈志远 市委副书记、市长\n副总指挥：吴海涛 副市长\n成员：李斌 市水利局局长\n赵永红 市应急管理局局长",
        "3月17日，代市长对海洋督察整改工作作出批示。",
        "一年来，新签约项目43个，完成高标准农田建设5.6万亩。",
        "因火灾导致基本生活严重困难的，可一次性给予救助。",
        "会议决定，成立县域医共体建设工作专班，由副县长刘春晖任组长。",
    ],
)
def test_nobody_is_told_to_do_anything(text: str) -> None:
    assert extract(text, context_date=CONTEXT) == []
