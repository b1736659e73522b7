"""Letter size, density and single keys, kept on this device."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from zhongshu.ui.preferences import COOKIE, Preferences
from zhongshu.ui.views.preferences import update


def test_a_first_visit_has_standard_letters() -> None:
    assert Preferences.of(RequestFactory().get("/")) == Preferences("standard", "comfortable", "on")


@pytest.mark.parametrize(
    "cookie", ["size=huge", "size", "%%%", "density=;size=<script>", "a=b&size=large&size=giant"]
)
def test_nonsense_in_the_cookie_counts_as_not_said(cookie: str) -> None:
    request = RequestFactory().get("/")
    request.COOKIES[COOKIE] = cookie
    assert Preferences.of(request).size in ("standard", "large")
    assert Preferences.of(request).density == "comfortable"


def test_what_is_kept_is_read_back() -> None:
    answer = HttpResponse()
    Preferences("xlarge", "compact", "off").keep(answer, secure=True)
    request = RequestFactory().get("/")
    request.COOKIES[COOKIE] = answer.cookies[COOKIE].value
    assert Preferences.of(request) == Preferences("xlarge", "compact", "off")
    assert answer.cookies[COOKIE]["secure"]


def test_the_switch_goes_round_all_three_sizes() -> None:
    sizes, now = [], Preferences()
    for _ in range(3):
        now = now.changed({"size": now.next_size})
        sizes.append(now.size)
    assert sizes == ["large", "xlarge", "standard"]


@pytest.mark.parametrize(
    ("back", "goes"),
    [("/ledger/?state=late", "/ledger/?state=late"), ("https://evil.example/", "/"), ("//evil.example", "/")],
)
def test_the_switch_returns_to_our_own_pages_only(back: str, goes: str) -> None:
    answer = update(RequestFactory().post("/look/preferences/", {"size": "large", "next": back}))
    assert answer["Location"] == goes
    assert "size=large" in answer.cookies[COOKIE].value
