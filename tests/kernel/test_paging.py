"""Keyset pages: forwards and back again one reads the same list, whatever it is and however it is cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhongshu.kernel.keysets import merged
from zhongshu.kernel.paging import Key, Keyset, Page, decode_cursor, encode_cursor
from zhongshu.kernel.refusals import Refusal

Entry = tuple[str, int]
LISTS = st.lists(st.tuples(st.sampled_from(["2026-01-05", "2026-03-01"]), st.integers(0, 40)), unique=True)


def listed(rows: list[Entry]) -> Keyset[Entry]:
    ordered = sorted(rows)
    return Keyset(
        lambda key, most: [row for row in ordered if key is None or row > key][:most],
        lambda key, most: [row for row in reversed(ordered) if row < key][:most],
        lambda row: row,
        (str, int),
    )


def forwards(pages: Keyset[Entry], size: int) -> list[Page[Entry]]:
    found = [pages.page(size=size)]
    while found[-1].next_cursor:
        found.append(pages.page(after=found[-1].next_cursor, size=size))
    return found


@given(LISTS, st.integers(1, 7))
def test_forwards_every_row_comes_once_and_in_order(rows: list[Entry], size: int) -> None:
    pages = forwards(listed(rows), size)
    assert [row for page in pages for row in page.rows] == sorted(rows)
    assert all(len(page.rows) == size for page in pages[:-1])


@given(LISTS, st.integers(1, 7))
def test_backwards_from_the_last_page_one_meets_the_same_pages(rows: list[Entry], size: int) -> None:
    keyset = listed(rows)
    pages = forwards(keyset, size)
    back = [pages[-1]]
    while back[-1].previous_cursor:
        back.append(keyset.page(before=back[-1].previous_cursor, size=size))
    assert [page.rows for page in reversed(back)] == [page.rows for page in pages]
    assert not back[-1].previous_cursor
    assert all(page.next_cursor for page in back[1:])


@given(LISTS, LISTS, st.integers(1, 7))
def test_two_lists_merged_read_as_one(some: list[Entry], more: list[Entry], size: int) -> None:
    more = [row for row in more if row not in some]
    keyset = merged(listed(some), listed(more))
    pages = forwards(keyset, size)
    assert [row for page in pages for row in page.rows] == sorted([*some, *more])
    back = [pages[-1]]
    while back[-1].previous_cursor:
        back.append(keyset.page(before=back[-1].previous_cursor, size=size))
    assert [page.rows for page in reversed(back)] == [page.rows for page in pages]


def test_a_row_gone_meanwhile_leaves_no_stub_at_the_start() -> None:
    rows = [("2026-01-05", number) for number in range(5)]
    second = listed(rows).page(after=listed(rows).page(size=3).next_cursor, size=3)
    fewer = listed(rows[1:]).page(before=second.previous_cursor, size=3)
    assert fewer.rows == rows[1:4]
    assert fewer.previous_cursor == ""


@pytest.mark.parametrize(
    "key",
    [
        ("2026-01-05",),
        ("2026-01-05", "seven"),
        ("2026-01-05", 1, 2),
        (None, None),
        ("2026-01-05", 1.5),
    ],
)
@pytest.mark.parametrize("way", ["after", "before"])
def test_a_mangled_cursor_is_refused_in_words(way: str, key: Key) -> None:
    with pytest.raises(Refusal) as refused:
        listed([("2026-01-05", 1)]).page(**{way: encode_cursor(key)}, size=3)
    assert refused.value.code == "bad_cursor"


def test_a_truth_and_a_number_that_equals_it_are_two_cursors() -> None:
    assert decode_cursor(encode_cursor((True,))) == (True,)
    assert repr(decode_cursor(encode_cursor((1,)))) == "(1,)"
