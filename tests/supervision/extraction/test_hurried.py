"""Patterns and lists of words written so that they are asked sooner find what they found as they were."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhongshu.supervision.extraction.due_shapes import SHAPES
from zhongshu.supervision.extraction.letters import any_letter, foretold, hurried, needed
from zhongshu.supervision.extraction.roles import DUE_LABEL, LABEL, TASK_LABEL
from zhongshu.supervision.extraction.segmentation import NUMBERING
from zhongshu.supervision.extraction.vocabulary_cues import ADVERB_WORDS, ADVERBS, DELIVERABLE, any_of

_GUARD = re.compile(r"\(\?=\[[^\]]*\]\)\((\?:.*)\)", re.DOTALL)
_ASKED = {"label": LABEL, "due": DUE_LABEL, "task": TASK_LABEL, "number": NUMBERING}


def _letters_of(pattern: re.Pattern[str]) -> list[str]:
    return sorted({*re.findall("[一-鿿]", pattern.pattern), *"019，。；：:（）.、 \n"})


@pytest.mark.parametrize("name", sorted(_ASKED))
@settings(max_examples=60)
@given(data=st.data())
def test_what_looks_at_its_letter_first_finds_the_same(name: str, data: st.DataObject) -> None:
    quick = _ASKED[name]
    guard = _GUARD.fullmatch(quick.pattern)
    assert guard, "the pattern is not hurried"
    plain = re.compile(f"({guard[1]})")
    text = data.draw(st.text(st.sampled_from(_letters_of(quick)), max_size=30))
    assert [hit.span() for hit in quick.finditer(text)] == [hit.span() for hit in plain.finditer(text)]


@pytest.mark.parametrize("name", sorted(SHAPES))
@settings(max_examples=15)
@given(data=st.data())
def test_any_pattern_may_be_hurried(name: str, data: st.DataObject) -> None:
    plain = SHAPES[name]
    quick = re.compile(hurried(plain.pattern))
    text = data.draw(st.text(st.sampled_from(_letters_of(plain)), max_size=30))
    assert [hit.span() for hit in quick.finditer(text)] == [hit.span() for hit in plain.finditer(text)]


@pytest.mark.parametrize("name", sorted(SHAPES))
@settings(max_examples=15)
@given(data=st.data())
def test_any_pattern_may_look_ahead_for_what_it_needs(name: str, data: st.DataObject) -> None:
    plain = SHAPES[name]
    quick = re.compile(foretold(plain.pattern))
    text = data.draw(st.text(st.sampled_from(_letters_of(plain)), max_size=30))
    assert [hit.span() for hit in quick.finditer(text)] == [hit.span() for hit in plain.finditer(text)]
    for start, end in ((0, len(text) // 2), (len(text) // 3, len(text))):
        told, bare = quick.match(text, start, end), plain.match(text, start, end)
        assert (told and told.span()) == (bare and bare.span())


def test_what_needs_no_letter_is_not_looked_ahead_for() -> None:
    assert foretold("(?:市|县)?[^，]") == "(?:市|县)?[^，]"


def test_what_may_open_with_anything_or_nothing_is_left_as_it_is() -> None:
    assert hurried("[一-鿿]{2}局") == "[一-鿿]{2}局"
    assert hurried("(?:市|县)?") == "(?:市|县)?"


_WORDS = ("完成", "完善", "完", "报送", "报(?!社)", "报告(?=书|会)", "告", "每[日月]")


@given(text=st.text(st.sampled_from("完成善报送社告书会每日月"), max_size=12))
def test_words_that_open_alike_stand_together_and_the_longest_is_taken(text: str) -> None:
    plain = re.compile("|".join(sorted(_WORDS, key=len, reverse=True)))
    assert re.findall(any_of(_WORDS), text) == plain.findall(text)


def test_no_word_of_the_vocabulary_is_lost() -> None:
    adverb, verb = re.compile(ADVERBS), re.compile(DELIVERABLE)
    assert all(adverb.match(word) for word in ADVERB_WORDS if word.isalpha())
    assert verb.fullmatch("完成") and verb.fullmatch("牵头抓总") and not verb.match("天气")


def test_a_set_of_letters_finds_any_of_them() -> None:
    assert any_letter(frozenset("]^-")).findall("a]b-c^") == ["]", "-", "^"]
    assert any_letter(needed(r"\d日")[0]).search("٣日")
    assert any_letter(frozenset()).search("市财政局")
