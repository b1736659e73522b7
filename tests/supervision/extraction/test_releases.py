"""What is no longer asked for, was never allowed, or is done already: no duty, whatever cycle or day it names."""

from datetime import date

import pytest

from zhongshu.supervision.extraction import extract

DAY = date(2022, 2, 18)


@pytest.mark.parametrize(
    "text",
    [
        "自本月起，不再要求各学院每周报送线上教学日报。",
        "各村无需再于每月5日前报送纸质表格。",
        "取消原来每周一报的进度日报。",
        "采购单位未经评审或者评审不合格的项目，不得实施。",
        "去年以来，区住建局牵头建立了物业纠纷调处机制，9月底前就化解了全部积案。",
        "第三条 本规定所称小额采购，是指单项预算不足20万元或者年度累计不足50万元的货物采购。",
        "所需数据由平台自动汇总。",
    ],
)
def test_nobody_is_asked(text: str) -> None:
    assert extract(text, context_date=DAY) == []


@pytest.mark.parametrize(
    ("text", "lead", "rule"),
    [
        ("各村无需再报送纸质表格，由镇统计站每月5日前从系统导出。", "镇统计站", "monthly 05"),
        ("取消原来每周一报的日报，改为由各指挥部每月25日前报送一次。", "各指挥部", "monthly 25"),
    ],
)
def test_what_is_asked_instead_stands(text: str, lead: str, rule: str) -> None:
    (duty,) = extract(text, context_date=DAY)
    assert [m.text for m in duty.lead] == [lead]
    assert duty.due.rule == rule


def test_how_short_a_thing_is_to_be_made_is_no_deadline() -> None:
    text = "供电公司要在年底前公开服务清单，将新装用电办理时间压减至10个工作日以内。"
    (duty,) = extract(text, context_date=DAY)
    assert duty.due.raw == "年底前"


def test_a_meeting_that_is_to_be_held_tells_no_past() -> None:
    (duty,) = extract("各街道（镇）会后三日内要召开干部会议传达学习。", context_date=DAY)
    assert [m.text for m in duty.lead] == ["各街道（镇）"]
    assert extract("会议传达学习了上级文件精神。", context_date=DAY) == []


def test_so_many_a_week_is_no_monday() -> None:
    (duty,) = extract("带班领导每周一次到窗口值守。", context_date=DAY)
    assert duty.due.raw is None
    assert duty.cycle is not None
