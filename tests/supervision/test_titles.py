"""The heading of a matter says what is to be done: no date, nobody's help, nothing that is not in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhongshu.supervision.extraction.titles import LONGEST, heading_of

DONE = ("拟订城区排水防涝应急预案", "完成老旧小区改造", "开展危化品企业专项检查", "落实惠企政策")
DATES = (
    "11月23日前",
    "12月底前",
    "2026年第三季度末前",
    "5个工作日内",
    "下周三下班前",
    "年底前",
    "十一月底之前",
)
HELP = (
    "市财政局配合",
    "市财政局、市住房和城乡建设局配合",
    "有关部门积极参与",
    "各县区协助落实",
    "由市公安局协办",
)
LETTERS = "制定方案报送市财政局配合参与月底前年日内季度，。；、 \n\t　１23一二"
ENDS = ("，", "；", "。", "")


def is_made_of(short: str, long: str) -> bool:
    """Whether the characters of ``short`` stand in ``long`` in this order."""
    rest = iter(long)
    return all(letter in rest for letter in short)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("制定城区停车综合治理方案，11月23日前报市政府审定", "制定城区停车综合治理方案"),
        ("制定城区停车综合治理方案，市财政局配合，11月23日前报市政府审定。", "制定城区停车综合治理方案"),
        ("12月底前完成老旧小区改造，市住建局配合", "完成老旧小区改造"),
        ("11月23日前报市政府审定", "报市政府审定"),
        ("梳理堵点问题，并于每月25日前报送进展", "梳理堵点问题"),
        ("加强部门间的协同配合，形成合力", "加强部门间的协同配合，形成合力"),
        ("建立台账，加强内部协同配合", "建立台账，加强内部协同配合"),
        ("排查主要风险点，需要在6月底前整改", "排查主要风险点，整改"),
        ("做好2026年春运保障", "做好2026年春运保障"),
        ("开展11月份消防安全检查", "开展11月份消防安全检查"),
        ("请市财政局牵头，年底前拿出方案", "请市财政局牵头，拿出方案"),
        ("  摸清底数\n第二行另有说明", "摸清底数"),
        ("市财政局配合", "市财政局配合"),
        ("建立台账，逐项销号，确保6月底前全部完成", "建立台账，逐项销号"),
    ],
)
def test_what_stays_and_what_goes(text: str, heading: str) -> None:
    assert heading_of(text) == heading


@given(
    done=st.sampled_from(DONE),
    day=st.sampled_from(DATES),
    helped=st.sampled_from(HELP),
    order=st.permutations(range(3)),
    end=st.sampled_from(ENDS),
)
def test_in_whatever_order_it_is_said(done: str, day: str, helped: str, order: list[int], end: str) -> None:
    said = [done, f"{day}报市政府", helped]
    text = "，".join(said[place] for place in order) + end
    heading = heading_of(text)
    assert done in heading
    assert day not in heading
    assert helped not in heading


@given(
    st.text(alphabet="制定方案报送市财政局配合参与月底前年日内季度，。；、 \n\t１23一二", max_size=150)
    | st.text(max_size=150)
)
def test_it_is_of_the_text_short_and_never_empty(text: str) -> None:
    heading = heading_of(text)
    assert len(heading) <= LONGEST
    assert bool(heading) == bool(text.strip())
    assert is_made_of(heading, text)
    assert heading == heading.strip()
    assert heading_of(text) == heading


@given(st.lists(st.sampled_from([*DONE, *HELP, *(f"{day}完成" for day in DATES)]), min_size=1, max_size=9))
def test_a_heading_is_its_own_heading(parts: list[str]) -> None:
    heading = heading_of("，".join(parts))
    assert heading_of(heading) == heading


def test_what_is_too_long_ends_where_a_clause_does() -> None:
    clauses = [f"第{n}项要紧的工作内容" for n in "一二三四五六七八九"]
    heading = heading_of("，".join(clauses))
    assert heading == "，".join(clauses[: heading.count("，") + 1])
    assert len(heading) <= LONGEST
    assert len(heading_of("长" * 200)) == LONGEST
