"""Text out of a PDF: lines broken at the edge of the page are one paragraph, blanks around numbers do not count."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhongshu.supervision.extraction import extract, sentences
from zhongshu.supervision.extraction.wrapping import unwrapped

DAY = date(2026, 3, 20)
PARAGRAPH = (
    "会议议定，由市发展改革委牵头，市财政局配合，于2026年6月底前提出窗口延时服务补贴方案，报市政府常务会议审定。"
    "市水务局要抓紧完成河道清淤，各区政府要于每月25日前报送进展情况。"
)


def wrapped(text: str, width: int) -> str:
    return "\n".join(text[i : i + width] for i in range(0, len(text), width))


def noted(text: str) -> list[tuple[list[str], str | None]]:
    return [
        ([m.text for m in duty.lead], duty.due.iso or duty.due.rule)
        for duty in extract(text, context_date=DAY)
    ]


@pytest.mark.parametrize("width", [14, 17, 22, 26])
def test_a_narrow_page_reads_as_the_paragraph_itself(width: int) -> None:
    assert noted(wrapped(PARAGRAPH, width)) == noted(PARAGRAPH)


def test_items_and_labels_open_a_line_of_their_own() -> None:
    items = (
        "1.市住建局要完成老旧小区改造方案编制",
        "2.市水务局要完成龙河白沙河清淤疏浚",
        "3.市教育局要完成中小学校舍安全排查",
    )
    text = "\n".join(items)
    assert [lead for lead, _ in noted(text)] == [["市住建局"], ["市水务局"], ["市教育局"]]


def test_short_lines_stay_lines() -> None:
    text = "参加：市发改委\n列席：市财政局\n记录：李敏\n市教育局要于6月底前完成校舍排查。"
    assert noted(text) == [(["市教育局"], "2026-06-30")]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("请市财政局于 2026 年 6 月 底前拨付资金。", "2026-06-30"),
        ("市水务局要在 9 月 15 日前完成清淤。", "2026-09-15"),
    ],
)
def test_blanks_around_numbers_do_not_hide_a_date(text: str, iso: str) -> None:
    (duty,) = extract(text, context_date=DAY)
    assert duty.due.iso == iso
    assert duty.due.span is not None
    assert text[duty.due.span.start : duty.due.span.end] == duty.due.raw


@given(st.integers(8, 60), st.text(alphabet="市发改委要于6月底前完成方案，。、\n 1.", max_size=200))
@settings(max_examples=200, deadline=None)
def test_sentences_of_wrapped_text_cover_every_letter_once(width: int, text: str) -> None:
    page = wrapped(text, width)
    found = sentences(page)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    covered = {i for s in found for i in range(s.start, s.end)}
    assert all(c.isspace() or c == "。" for i, c in enumerate(page) if i not in covered)


@pytest.mark.parametrize("comma", ["，", ",", "、"])
def test_a_comma_ends_no_paragraph_however_narrow_the_lines(comma: str) -> None:
    text = f"危房核查由各街道入户摸底{comma}\n区住建局负责复核{comma}\n11月底前完成。"
    assert len(unwrapped(text)[0]) == 1


def test_a_numbered_line_is_its_own_though_a_comma_stands_before() -> None:
    assert len(unwrapped("请各科室抓好两项工作，\n1.清理台账。\n2.核对库存。")[0]) == 3
