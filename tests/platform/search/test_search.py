"""Search is exact: what Python finds in the folded text, it finds, on both databases."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhongshu.platform.search import queries, services
from zhongshu.platform.search.spelling import MARKS, MAX_KEYS, MAX_WORD, MAX_WORDS, keys, searchable, words

pytestmark = pytest.mark.django_db

ALPHABET = "市政府办公室督查发改委Aa1２，。《》\"'*-%_\\ \n\t\u3000𠮷𰻝İß㎡﨑\x00"
TEXTS = st.lists(st.text(alphabet=ALPHABET, max_size=30), min_size=1, max_size=8)
QUERY = st.text(alphabet=ALPHABET, min_size=1, max_size=8)
REUSED = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None
)


@pytest.fixture
def filled():
    """Fills the index with texts numbered from 1, empties it again."""
    held: dict[int, str] = {}

    def fill(texts: list[str]) -> None:
        for doc_id, text in held.items():
            services.remove(doc_id, text)
        held.clear()
        held.update(enumerate(texts, 1))
        services.index_many(held.items())

    return fill


def expected(texts: list[str], query: str) -> list[int]:
    wanted = words(query)
    hits = [n for n, text in enumerate(texts, 1) if all(word in searchable(text) for word in wanted)]
    return sorted(hits, reverse=True) if wanted else []


@REUSED
@given(texts=TEXTS, query=QUERY)
def test_finds_exactly_what_stands_in_the_text(filled, texts, query):
    filled(texts)
    hits = expected(texts, query)
    assert queries.newest(query, limit=100) == hits
    assert queries.next_newer(query, above=0, limit=100) == hits[::-1]
    above = [hit for hit in hits[::-1] if hit > 2]
    other = [hit for hit in expected(texts, texts[-1])[::-1] if hit > 2]
    asked = [query, texts[-1], " ", query]
    assert queries.reaching(asked, above=2, limit=100) == [above, other, [], above]
    assert queries.count(query, cap=100) == len(hits)
    assert queries.among(query, range(1, 100)) == set(hits)


@REUSED
@given(texts=TEXTS, start=st.integers(0, 20), length=st.integers(1, 12))
def test_finds_every_piece_cut_out_of_a_text(filled, texts, start, length):
    filled(texts)
    for number, text in enumerate(texts, 1):
        piece = text[start : start + length]
        if words(piece):
            assert number in queries.newest(piece, limit=100)


@REUSED
@given(before=TEXTS, after=TEXTS, query=QUERY)
def test_a_changed_text_is_found_under_its_new_words_only(filled, before, after, query):
    filled(before)
    now = list(before)
    for number, text in enumerate(after[: len(before)], 1):
        services.index(number, text, old=before[number - 1])
        now[number - 1] = text
    assert queries.newest(query, limit=100) == expected(now, query)
    for number, text in enumerate(now, 1):
        services.index(number, before[number - 1], old=text)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("关于印发《督查工作办法》的通知", "督查"),
        ("关于印发《督查工作办法》的通知", "查"),
        ("关于印发《督查工作办法》的通知", "《督查"),
        ("信创工作由张小明负责", "张小明"),
        ("督办〔2026〕17号", "〔2026〕17号"),
        ("ＯＦＤ格式", "ofd"),
        ("督查 系统 上线", "上线 督查"),
        ("𰻝𰻝面产业", "𰻝面"),
        ("第一行\n第二行", "行 第二"),
    ],
)
def test_finds_what_an_office_looks_for(filled, text, query):
    filled([text, "别的事项"])
    assert queries.newest(query) == [1]


@pytest.mark.parametrize("query", ['" OR body:', "NEAR(1 2)", "*", "a AND", "') --", "%", "_", "\\", "{1,2}"])
def test_nothing_typed_is_syntax(filled, query):
    filled(["市政府", f"收到 {query} 一件"])
    assert queries.newest(query) == [2]


def test_neighbours_across_blanks_are_no_word(filled):
    filled(["市 政府"])
    assert queries.newest("市政") == []


@pytest.mark.parametrize("query", ["", "  ", "\u3000\n", "\x00"])
def test_an_empty_question_finds_nothing(filled, query):
    filled(["市政府"])
    assert (queries.newest(query), queries.count(query), queries.among(query, [1])) == ([], 0, set())


def test_pages_go_down_by_id_and_counting_stops_at_the_cap(filled):
    filled(["防汛"] * 30)
    assert queries.newest("防汛", limit=3) == [30, 29, 28]
    assert queries.newest("防汛", below=28, limit=3) == [27, 26, 25]
    assert queries.next_newer("防汛", above=27, limit=2) == [28, 29]
    assert queries.count("防汛", cap=20) == 20


def test_what_is_remembered_of_a_question_stays_as_it_was():
    words("水库 督办").append("信访")
    assert words("水库 督办") == ["水库", "督办"]


def test_a_question_without_measure_is_cut_short():
    asked = words(" ".join("市" * 100 + str(n) for n in range(50)))
    assert [len(word) for word in asked] == [MAX_WORD]
    assert len(words(" ".join(map(str, range(50))))) == MAX_WORDS


@given(st.text(alphabet="督办事项水库信访，〔", min_size=1, max_size=MAX_WORD))
def test_a_word_is_looked_up_by_few_of_its_keys(word: str) -> None:
    found = keys(word)
    assert len(found.whole) <= MAX_KEYS and all(key in word for key in found.whole)
    assert all(len(key) == 1 for key in found.whole if MARKS & set(key))
    assert found.whole or found.start == word[-1]
    assert not found.suffice or len(word) <= 2


@pytest.mark.parametrize(
    ("word", "whole"),
    [
        ("关于水库除险加固的通知", "于水 库除 险加 固的"),  # of those that tell something, four
        ("关于水库的督办事项", "事项 关于 库的 的督 办事 于水"),  # too few of them: as they come
        ("水库:除险", ": 库 水库 除险"),
    ],
)
def test_what_offices_write_every_day_is_looked_up_where_there_is_little_else(word: str, whole: str) -> None:
    assert set(keys(word).whole) == set(whole.split())
