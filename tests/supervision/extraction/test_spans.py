"""Laws: no text breaks the reading; every field lies in the text and says what stands there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.supervision.extraction.deadlines import read_due
from zhongshu.supervision.extraction import Duty, Span, extract, sentences

PIECES = [
    "市发改委", "各县（市、区）人民政府", "办公室", "有关部门", "要", "由", "牵头", "配合", "会同", "负责", "、", "，", "。",
    "；", "：", "\n", "|", "│", "├──┤", "（", "）", "“", "”", "制定方案", "报送", "12月底前", "每月25日前", "收到后5个工作日内",
    "到2026年", "不低于", "85%", "100个", "一、", "1.", "责任单位：", "完成时限：", "请", "了", "第",
    "年", "月", "日", "前", "内",
    "\t", " ", "　", "三", "9", "２", "县长", "同志", "的", "等", "和",
]  # fmt: skip
office = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
anything = st.one_of(office, st.text(max_size=200))
dates = st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2060, 12, 31)))


def fields(duty: Duty) -> Iterator[Span]:
    yield duty.sentence
    yield duty.action
    for mention in (*duty.lead, *duty.support, *duty.leaders):
        yield mention.span
    if duty.due.span:
        yield duty.due.span
    if duty.cycle:
        yield duty.cycle
    for target in duty.targets:
        yield target.span


def letters(text: str) -> list[str]:
    return [c for c in text if not c.isspace()]


def stands_in(span: Span, text: str) -> bool:
    """The span is where it says; a cell broken over lines leaves out the rules between."""
    there = iter(text[span.start : span.end])
    return all(letter in there for letter in letters(span.text))


@given(anything, dates)
@example("│市财│年底│\n│政局│前 │\n", None)
@settings(max_examples=300, deadline=None)
def test_every_field_lies_in_the_text(text: str, context: date | None) -> None:
    for duty in extract(text, context_date=context):
        assert duty.action.text
        for span in fields(duty):
            assert 0 <= span.start <= span.end <= len(text)
            assert stands_in(span, text)


@given(office, dates)
@settings(max_examples=200, deadline=None)
def test_outside_tables_a_field_is_the_text_itself(text: str, context: date | None) -> None:
    plain = text.replace("│", "").replace("|", "").replace("├──┤", "").replace("\t", "")
    for duty in extract(plain, context_date=context):
        for span in fields(duty):
            assert letters(plain[span.start : span.end]) == letters(
                span.text
            )  # line breaks of a narrow page apart
            assert span.text in plain or "\n" in plain[span.start : span.end]


@given(anything, dates)
@settings(max_examples=200, deadline=None)
def test_the_same_text_reads_the_same_twice(text: str, context: date | None) -> None:
    assert extract(text, context_date=context) == extract(text, context_date=context)


@given(anything, dates)
@settings(max_examples=200, deadline=None)
def test_deadlines_lie_in_the_text_and_say_when(text: str, context: date | None) -> None:
    for due in read_due(text, context):
        assert due.span is not None
        assert letters(text[due.span.start : due.span.end]) == letters(due.raw or "")
        assert (due.iso is None) != (due.rule is None)
        if due.iso:
            date.fromisoformat(due.iso)


@given(anything)
@settings(max_examples=200, deadline=None)
def test_sentences_cover_every_letter_once(text: str) -> None:
    found = sentences(text)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    covered = {i for s in found for i in range(s.start, s.end)}
    assert all(c.isspace() or c in "。　" for i, c in enumerate(text) if i not in covered)


def test_each_duty_belongs_to_a_sentence() -> None:
    text = "会议听取了汇报。市财政局要于6月底前拨付资金。各单位要提高认识。"
    (duty,) = extract(text, context_date=date(2026, 1, 5))
    assert [s.text for s in sentences(text)] == [
        "会议听取了汇报。", "市财政局要于6月底前拨付资金。", "各单位要提高认识。"
    ]  # fmt: skip
    assert duty.sentence.text == "市财政局要于6月底前拨付资金。"
