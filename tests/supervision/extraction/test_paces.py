"""How often a thing is done: a clause that only says so belongs to the thing; a rule of reports ends where another day begins."""

from __future__ import annotations

from datetime import date

import pytest

from zhongshu.supervision.extraction import extract

TOLD = date(2025, 5, 6)
ONE = [
    ("水质监测由市疾控中心承担，每周向指挥部报送一次数据。", "每周"),
    ("临时供水由县消防大队负责，每两日送水一次。", "每两日"),
    ("市教育局负责校外培训机构专项检查，每年抽查比例不低于20%。", "每年"),
    ("各镇街要实行周调度、周清零，每周五17时前将进度报县治理办。", "周调度"),
    ("整改台账由办公室双周更新。", "双周"),
]


@pytest.mark.parametrize(("text", "cycle"), ONE, ids=[text[:10] for text, _ in ONE])
def test_a_clause_that_says_how_often_is_no_duty_of_its_own(text: str, cycle: str) -> None:
    (duty,) = extract(text, context_date=TOLD)
    assert duty.cycle and duty.cycle.text == cycle


def test_a_rule_of_reports_and_what_has_a_day_of_its_own_are_two() -> None:
    rule, other = extract(
        "各县农业农村局要落实生猪出栏十日报制度，按时上报数据，6月30日前完成种畜场普查。", context_date=TOLD
    )
    assert rule.cycle and (rule.cycle.text, rule.due.iso) == ("十日报", None)
    assert (other.cycle, other.due.iso) == (None, "2025-06-30")


def test_what_comes_of_it_is_a_line_of_the_item() -> None:
    (duty,) = extract(
        "工作任务：开展食堂检查\n具体要求：每学期对各校食堂实地检查一遍\n成果形式：检查通报\n责任科室：后勤科\n完成时限：12月31日前",
        context_date=TOLD,
    )
    assert duty.cycle and (duty.cycle.text, duty.due.iso) == ("每学期", "2025-12-31")
    assert [unit.text for unit in duty.lead] == ["后勤科"]


def test_what_one_may_apply_for_every_year_is_no_duty() -> None:
    assert not extract("符合条件的企业可于每年3月、9月向所在乡镇提出申请。", context_date=TOLD)
