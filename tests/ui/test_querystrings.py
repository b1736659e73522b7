"""Ends of addresses and addresses worked out once are those that are written out each time."""

from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from zhongshu.ui.addresses import fixed, numbered
from zhongshu.ui.querystrings import asked, changed

PAIRS = st.lists(st.tuples(st.text(max_size=6), st.text(max_size=6)))


@given(PAIRS)
def test_the_end_of_an_address_is_written_as_ever(pairs: list[tuple[str, str]]) -> None:
    assert asked(pairs) == asked(pairs) == f"?{urlencode(pairs)}"


def test_a_change_drops_the_place_in_the_list_and_keeps_the_rest() -> None:
    query = QueryDict("a=1&a=2&after=x&b=督办")
    assert changed(query, {"b": None, "c": "&"}) == "?a=1&a=2&c=%26"
    assert (
        changed(query, {"after": "y"}) == f"?{urlencode([('a', 1), ('a', 2), ('b', '督办'), ('after', 'y')])}"
    )


def test_addresses_worked_out_once_are_those_of_the_table() -> None:
    for language in ("zh-hans", "en"):
        with translation.override(language):
            assert fixed("ui:keys") == reverse("ui:keys")
            assert numbered("portal:read", 2026) == reverse("portal:read", args=[2026])
