"""Units that head a part of a paper lead what stands below, and nothing beyond it."""

from __future__ import annotations

from datetime import date

import pytest

from zhongshu.supervision.extraction import Directory, extract

CONTEXT = date(2026, 3, 20)
DIVIDED = (
    "一、县发改局\n1.4月底前完成项目储备。\n2.每月5日前报送投资进度。\n"
    "二、县财政局\n1.落实配套资金500万元。\n2.制定资金管理办法。\n"
    "三、工作要求\n1.4月10日前完成自查。"
)


def leads(text: str) -> list[list[str]]:
    return [[m.text for m in duty.lead] for duty in extract(text, context_date=CONTEXT)]


def test_a_unit_leads_what_stands_under_it_until_the_next_heading() -> None:
    assert leads(DIVIDED) == [["县发改局"], ["县发改局"], ["县财政局"], ["县财政局"], []]


def test_a_unit_before_a_colon_heads_the_numbered_lines_below_it_only() -> None:
    assert leads("张沟村：\n1.完成道路硬化3公里。\n2.制定村规民约。\n4月10日前完成自查。") == [
        ["张沟村"],
        ["张沟村"],
        [],
    ]


def test_whoever_is_named_in_the_line_itself_acts() -> None:
    assert leads("一、县发改局\n1.由县审计局于4月底前完成审计。") == [["县审计局"]]


def test_the_unit_of_a_heading_is_known_to_the_house() -> None:
    house = Directory.of([("u7", ["县发改局"])])
    (duty,) = extract("一、县发改局\n1.4月底前完成项目储备。", context_date=CONTEXT, directory=house)
    assert [m.unit_id for m in duty.lead] == ["u7"]
    assert duty.lead[0].span.start == 2


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("各处室、各直属单位：\n请认真检查，于4月10日前将报告报送机关党委。", [["各处室", "各直属单位"]]),
        ("各处室：\n请综合科于4月10日前将报告报送机关党委。", [["综合科"]]),
        ("各处室：\n请遵照执行。", []),
    ],
)
def test_a_notice_asks_those_it_is_written_to(text: str, asked: list[list[str]]) -> None:
    assert leads(text) == asked
