"""A clause that only asks for reports belongs to the duty before it."""

from datetime import date

import pytest

from zhongshu.supervision.extraction import extract, with_reports

DAY = date(2026, 11, 20)


def pairs(text: str) -> list[tuple[str, str]]:
    return [
        (duty.action.text, asked.action.text if asked else "")
        for duty, asked in with_reports(extract(text, context_date=DAY))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "由市发展改革委牵头，市财政局配合，于12月底前完成老旧小区改造方案，每月25日前报送进展。",
        "市住建局要在明年3月底前完成危房改造，每季度末向市政府报告工作进展情况。",
    ],
)
def test_a_clause_that_asks_for_reports_goes_with_its_duty(text: str) -> None:
    found = pairs(text)
    assert len(found) == 1
    assert found[0][1]


@pytest.mark.parametrize(
    "text",
    [
        "市统计局每月5日前上报工业增加值，每月10日前报送用电情况。",
        "市教育局12月底前完成校舍排查。市公安局每月25日前报送巡查情况。",
        "市应急局12月底前完成演练，检查结果于2027年1月5日前书面报市委办公室。",
    ],
)
def test_what_is_a_duty_of_its_own_stays_one(text: str) -> None:
    duties = extract(text, context_date=DAY)
    assert pairs(text) == [(duty.action.text, "") for duty in duties]
    assert len(duties) > 1
