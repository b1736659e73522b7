"""What a pattern cannot do without is told from the pattern itself; nothing it would find is passed over for that."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhongshu.supervision.extraction import actors, assignments, carrying, casting, due_grammar, labels, roles
from zhongshu.supervision.extraction.due_shapes import SHAPES, Shapes, hits_of, shapes_in
from zhongshu.supervision.extraction.letters import needed, one_of
from zhongshu.supervision.extraction.pattern_letters import DIGIT

_GUARDED = {
    "called": (assignments.CALLED_BY, assignments._CALLED),
    "assigned": (assignments.ASSIGNED_BY, assignments._ASSIGNED),
    "proposed": (assignments.PROPOSED_BY, assignments._PROPOSER),
    "told": (actors.TOLD_BY, actors._TOLD),
    "owned": (actors.OWNED_BY, actors._WHOSE),
    "in case": (actors.IN_CASE_OF, actors._IN_CASE),
    "post": (actors._OF_POSTS, actors._POST),
    "paper": (labels._PAPERS, labels._HEADS_A_PAPER),
    "each": (actors.OF_EACH, actors._EACH),
    "each whose": (actors.OF_EACH, actors._EACH_WHOSE),
    "takes charge": (assignments.TAKING_CHARGE, assignments._IN_CHARGE),
    "brings in": (casting._BRINGS_IN, casting._WITH),
    "condition": (carrying._OF_CONDITIONS, carrying._CONDITION),
    "direction": (carrying._OF_DIRECTIONS, carrying._DIRECTED),
    "first leads": (roles._LEADS, roles._FIRST_LEADS),
    "role": (roles._OF_ROLES, roles._ROLE_WORD),
    "known eve": (due_grammar.SOMETHING_COMES, due_grammar.KNOWN_EVE),
}


@pytest.mark.parametrize(
    ("pattern", "groups"),
    [
        ("(?:本周|下周)[一二](?!上)前?", ["周", "一二"]),
        ("局长|处长|科长", ["长"]),
        (r"\d{1,2}(?:日|号)前", ["号日", "前"]),
        ("(?<=每)月(?=底)", ["月", "底"]),
        ("由[一-鿿]{2,4}负责", ["由", "负", "责"]),
        ("(?:要|应)?[^，。]", []),
    ],
)
def test_the_letters_a_pattern_needs(pattern: str, groups: list[str]) -> None:
    told = {frozenset(group) for group in needed(pattern)} - {frozenset([DIGIT])}
    assert told == {frozenset(group) for group in groups}


def test_a_digit_of_any_script_is_a_digit() -> None:
    assert needed(r"\d日") == (frozenset([DIGIT]), frozenset("日"))
    assert shapes_in("٣日之内") == shapes_in("3日之内")
    assert "relative" in _names(shapes_in("3日之内")) and "relative" not in _names(shapes_in("三个县"))
    assert one_of(r"\d{1,2}[日号天]").search("٣") and not one_of(r"\d{1,2}[日号天]").search("三")


def _names(shapes: Shapes) -> set[str]:
    return {shape.name for kind in shapes for shape in kind}


_WORDS = (
    "每月25日前 由 市财政局 牵头 ，请 国庆节前 三季度末 收到 后5个工作日内 。于 会前 分管副局长 要 党组书记 负责 同意 "
    "提交的 方案 报送 的， 各单位 总结 @审计局 责成 立即 全年 共12场 任务分解表 经办人 应当 在换届前，"
).split()


def _texts(pattern: re.Pattern[str]) -> st.SearchStrategy[str]:
    """Texts put together of what ``pattern`` may find and of words of papers."""
    found = st.from_regex(_bare(pattern), fullmatch=True)
    return st.lists(st.one_of(found, st.sampled_from(_WORDS)), min_size=1, max_size=6).map("".join)


def _bare(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """``pattern`` without what it looks for around it, which the generator of texts cannot look for."""
    text, around = pattern.pattern, re.compile(r"\(\?<?[=!](?:[^()\[\]]|\[[^\]]*\])*\)")
    inner = re.compile(r"\(\?:((?:[^()\[\]|]|\[[^\]]*\])*)\)(?![?*+{])")
    while (shorter := inner.sub(r"\1", around.sub("", text))) != text:
        text = shorter
    return re.compile(text)


@pytest.mark.parametrize("name", sorted(SHAPES))
@settings(max_examples=25)
@given(data=st.data())
def test_no_deadline_is_passed_over_for_its_letters(name: str, data: st.DataObject) -> None:
    text = data.draw(_texts(SHAPES[name]))
    looked_for = tuple(shape for kind in shapes_in(text) for shape in kind if shape.name == name)
    told = [hit.span() for _, hit in hits_of(looked_for, text)]
    assert told == [hit.span() for hit in SHAPES[name].finditer(text)]


@pytest.mark.parametrize("name", sorted(_GUARDED))
@settings(max_examples=25)
@given(data=st.data())
def test_nobody_is_passed_over_for_the_letters_of_a_clause(name: str, data: st.DataObject) -> None:
    letter, pattern = _GUARDED[name]
    text = data.draw(_texts(pattern))
    assert letter.search(text) or not pattern.search(text)
