"""What is no duty: exhortation, results, definitions, permissions, sanctions, composition."""

from __future__ import annotations

from datetime import date

import pytest

from zhongshu.supervision.extraction import extract

NOTHING_TO_CHASE = [
    "全市上下要切实提高政治站位，充分认识此项工作的重要意义。",
    "各级各部门要高度重视，加强组织领导，密切配合，形成工作合力。",
    "各部门要增强大局意识，切实履行职责，狠抓工作落实。",
    "会议听取了市应急局关于安全生产工作情况的汇报。",
    "今年以来，全市共排查整治各类安全隐患1.2万处。",
    "过去一年，我们新建改建农村公路412公里，完成危桥改造31座。",
    "市住建局组织了专项检查，对发现的问题进行了现场交办。",
    "本办法所称重点项目，是指列入年度投资计划的项目。",
    "符合条件的企业可以申请补贴。",
    "鼓励各地积极探索创新。",
    "领导小组由市长任组长，分管副市长任副组长，相关部门负责人为成员。",
    "对工作推进不力的单位，予以通报批评。",
    "联系人：王芳，联系电话：12345678。",
    "附件：1.重点任务分解表；2.联系人名单",
    "已阅。",
    "市直有关部门主要负责同志参加了会议。",
    "为进一步加强作风建设，根据有关文件精神，制定本方案。",
    "区卫健局牵头的社区医院标准化建设尚有2家未启动。",
    "市发展改革委牵头的能源类项目完成投资52.3亿元。",
    "成员由区水利局、区应急局、区住建局等单位主要负责同志担任。",
    "河道漂浮物长期无人打捞，垃圾清运车辆每周仅出动一次。",
]


@pytest.mark.parametrize("text", NOTHING_TO_CHASE)
def test_nothing_to_chase(text: str) -> None:
    assert extract(text, context_date=date(2026, 3, 20)) == []


@pytest.mark.parametrize("text", ["", " \n\t\n", "。。。", "|||\n|||", "├──┼──┤"])
def test_empty_texts_hold_no_duty(text: str) -> None:
    assert extract(text) == []


def test_half_a_year_gone_by_dates_nothing() -> None:
    assert extract("上半年，全区签约项目34个，协议投资额97亿元。", context_date=date(2026, 8, 18)) == []
