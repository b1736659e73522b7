"""Titles are held against one another (D-04): by halves as by the whole."""

from hypothesis import given
from hypothesis import strategies as st

from zhongshu.supervision.queries.titles import Title, levelled, likeness

TITLES = st.text(alphabet="编制重点项目投资计划Ａa ，_", max_size=20)


def _by_the_book(one: str, other: str) -> int:
    mine, yours = (
        {a + b for a, b in zip(words, words[1:], strict=False)} for words in map(levelled, (one, other))
    )
    return round(200 * len(mine & yours) / (len(mine) + len(yours))) if mine & yours else 0


@given(TITLES, TITLES)
def test_likeness_is_the_share_of_common_pairs(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one) == _by_the_book(one, other)


@given(TITLES, TITLES, st.integers(1, 100))
def test_what_is_not_taken_apart_was_not_alike_enough(one: str, other: str, least: int) -> None:
    whole = _by_the_book(one, other)
    told = Title(one).likeness(levelled(other), least=least)
    assert told == whole or (told == 0 and whole < least)


@given(TITLES)
def test_blanks_and_marks_widths_and_letter_case_are_no_difference(title: str) -> None:
    words = levelled(title)
    assert levelled(f" {title}。".replace("Ａ", "a")) == words
    assert words == "" or words.isalnum()
