"""Who acts where no known word follows the name, where 各 speaks of somebody, and where only persons answer."""

from __future__ import annotations

from datetime import date

import pytest

from zhongshu.supervision.extraction import extract

DAY = date(2026, 3, 7)

# What is written, and of each duty who leads, who joins in, who answers in person, the day or the rule.
CASES: list[tuple[str, list[tuple[list[str], list[str], list[str], str | None]]]] = [
    ("县信访局挂账督办，自今日起逐旬调度。", [(["县信访局"], [], [], None)]),
    (
        "分工如下：县委编办核编，县人社局备案岗位；待遇由县财政局先行垫付。",
        [(["县委编办"], [], [], None), (["县人社局"], [], [], None), (["县财政局"], [], [], None)],
    ),
    (
        "机电动力部对全部26条运输皮带逐条过筛，安全环保部抽复核不低于30%。",
        [(["机电动力部"], [], [], None), (["安全环保部"], [], [], None)],
    ),
    (
        "请住建局牵头，3月20日前逐栋排查到位。督查室跟踪督办。",
        [(["住建局"], [], [], "2026-03-20"), (["督查室"], [], [], None)],
    ),
    ("各考点6月15日前完成监控设备的检测调试。", [(["各考点"], [], [], "2026-06-15")]),
    ("各定点零售药店于3月底前签订诚信经营承诺书。", [(["各定点零售药店"], [], [], "2026-03-31")]),
    ("各科室年度总结12月10日前交人事科。", [(["各科室"], [], [], "2026-12-10")]),
    ("各县政府组织子项目于6月30日前完成县级初验。", [(["各县政府"], [], [], "2026-06-30")]),
    ("机要科牵头、办公室协助对涉密计算机全覆盖检查，12月15日前形成总结。",
     [(["机要科"], ["办公室"], [], "2026-12-15")]),
    ("区城管局牵头、区市场监管局会同沿街各镇街，5月20日前装上隔油池。",
     [(["区城管局"], ["区市场监管局", "沿街各镇街"], [], "2026-05-20")]),
    ("财务资产部牵总，市场营销部、各项目部具体落实，12月25日前余额压到8.6亿元以内。",
     [(["财务资产部"], ["市场营销部", "各项目部"], [], "2026-12-25")]),
    ("项目部须在5月1日前撤场，逾期由城管局强制清场。",
     [(["项目部"], [], [], "2026-05-01"), (["城管局"], [], [], None)]),
    ("经信、科技、税务三家抓紧对接，4月10日前形成合并清单。", [(["经信", "科技", "税务"], [], [], "2026-04-10")]),
    ("请住建城管牵头，4月底前拿出整治方案。", [(["住建", "城管"], [], [], "2026-04-30")]),
    ("工信、商务各动员重点企业拿出一批实岗。", [(["工信", "商务"], [], [], None)]),
    ("逾期未拆的，由生态环境部门提请同级政府予以关停。", [(["生态环境部门"], [], [], None)]),
    ("结题材料须本月底前由学院汇总后交科研处。", [(["学院"], [], [], "2026-03-31")]),
    ("水利局要组织力量检修渠系，确保3月20日干支渠全线通水。", [(["水利局"], [], [], "2026-03-20")]),
    ("县教育局抓紧施工，确保9月新学期投入使用。", [(["县教育局"], [], [], "2026-09-30")]),
    ("县卫生健康局为每个考点安排1名医生、1辆救护车。", [(["县卫生健康局"], [], [], None)]),
    ("渗漏问题由县水利局局长高玉成领办，汛期到来前必须完成堵漏。", [([], [], ["高玉成"], "before 汛期")]),
    ("应收款由法务合规部逐笔拿出清收方案，报总会计师陈立明审定。", [(["法务合规部"], [], ["陈立明"], None)]),
    ("市水务局牵头，责任人张伟，6月底前完成河道清淤。", [(["市水务局"], [], ["张伟"], "2026-06-30")]),
    ("联席会议原则上每两个月召开一次，由区政府分管领导召集。",
     [(["联席会议"], [], ["区政府分管领导"], None)]),
    ("由你局主要负责人于4月1日前向县委书面说明情况。", [(["你局"], [], ["主要负责人"], "2026-04-01")]),
]  # fmt: skip

# The beginning of a longer word, whose thing it is, who was there, and what is no actor at all.
NOBODY = [
    "城东标准厂房项目没有按期开工。",
    "行政处罚得到有效规范。",
    "局领导班子成员出席，各科室主要负责人列席。",
    "人人都是招商员，处处都是营商环境。",
    "市教育局网站设有专栏。",
    "领导小组组成人员如下：组长由区委常委黄锦程担任，办公室主任由区发改局局长邱志远兼任，承担日常联络工作。",
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text[:16] for text, _ in CASES])
def test_whoever_is_told_acts(
    text: str, wanted: list[tuple[list[str], list[str], list[str], str | None]]
) -> None:
    told = [
        (
            [m.text for m in duty.lead],
            [m.text for m in duty.support],
            [m.text for m in duty.leaders],
            duty.due.iso or duty.due.rule,
        )
        for duty in extract(text, context_date=DAY)
    ]
    assert told == wanted


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_made_to_act(text: str) -> None:
    assert extract(text, context_date=DAY) == []
