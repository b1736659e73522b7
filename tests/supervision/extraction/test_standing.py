"""Whether a pattern stands in a text is told sooner than by searching it, and always as a search tells it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhongshu.supervision.extraction import names, parsed
from zhongshu.supervision.extraction.due_shapes import SHAPES
from zhongshu.supervision.extraction.letters import is_sought_slowly, one_of, standing
from zhongshu.supervision.extraction.parsed import parsed as parts_of
from zhongshu.supervision.extraction.pattern_letters import opening_of

_ASKED = {**SHAPES, "foreign": names.FOREIGN}


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("(?<!申)请|务必", "请务"),
        ("(?:到|至)?(?:本|这)周", "到至本这"),
        (r"(?:到|)(?P<m>\d{1,2})月", r"到\d"),
        ("(?=[上下])[一-鿿]旬", "上下"),
        ("^每?月", "每月"),
        ("[一-鿿]{2}局|厅", None),
        ("(?:到|至)?", None),
        ("(?!不)", None),
    ],
)
def test_the_letters_that_open_a_pattern(pattern: str, letters: str | None) -> None:
    told = None if letters is None else set(letters.replace(r"\d", ""))
    opening = opening_of(parts_of(pattern))
    assert (opening and opening - {r"\d"}) == told


@pytest.mark.parametrize(
    ("pattern", "slowly"),
    [("(?<!申)请", True), ("(?:到|至)?周末", True), ("务必|[请须]", True), ("务必|请", False)],
)
def test_what_opens_plainly_is_found_soon_anyway(pattern: str, slowly: bool) -> None:
    assert is_sought_slowly(re.compile(pattern), 9) is slowly


_LETTERS = sorted(set("".join(re.findall("[一-鿿]", "".join(p.pattern for p in _ASKED.values())))))
_TEXTS = st.text(st.sampled_from([*_LETTERS, *"0129，。；：（）/.“” \n"]), max_size=40)


@pytest.mark.parametrize("name", sorted(_ASKED))
@settings(max_examples=40)
@given(text=_TEXTS, start=st.integers(0, 9), cut=st.integers(0, 9))
def test_it_stands_where_a_search_finds_it(name: str, text: str, start: int, cut: int) -> None:
    pattern = _ASKED[name]
    place = min(start, len(text)), max(0, len(text) - cut)
    assert bool(_STANDING[name].match(text, *place)) == bool(pattern.search(text, *place))


_STANDING = {name: standing(pattern) for name, pattern in _ASKED.items()}


def test_where_the_interpreter_tells_nothing_of_a_pattern_nothing_is_put_aside(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parsed, "_parser", None)
    assert one_of("由|请").search("市财政局")
    assert not is_sought_slowly(re.compile("(?<!申)请"), 9)
    assert standing(re.compile("(?<!申)请")).match("原则同意，请抓紧")
    assert not standing(re.compile("(?<!申)请")).match("现申请资金")
