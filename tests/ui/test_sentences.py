"""Sentences wait for the next page as the framework lets them wait; where there are none, nothing is made for them."""

from collections.abc import Sequence
from typing import Any

from django.contrib.messages import INFO
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.http import HttpRequest, HttpResponse
from django.test import override_settings
from django.utils.safestring import SafeString, mark_safe
from hypothesis import given
from hypothesis import strategies as st

from zhongshu.ui.sentences import Sentences


def asked_with(cookies: dict[str, str], session: SessionStore) -> HttpRequest:
    request: Any = HttpRequest()
    request.COOKIES, request.session = cookies, session
    return request  # type: ignore[no-any-return]


def left(store: type[FallbackStorage], said: Sequence[str]) -> tuple[dict[str, str], SessionStore]:
    """The cookies and the session that an answer leaves behind on which ``said`` waits."""
    session = SessionStore()
    waiting, answer = store(asked_with({}, session)), HttpResponse()
    for one in said:
        waiting.add(INFO, one)
    waiting.update(answer)
    return {name: morsel.value for name, morsel in answer.cookies.items()}, session


def read(store: type[FallbackStorage], cookies: dict[str, str], session: SessionStore) -> list[str]:
    return [str(one) for one in store(asked_with(cookies, session))]


@given(st.lists(st.text(min_size=1, max_size=400) | st.just("件已催办。" * 300), max_size=6))
def test_what_was_left_is_read_by_the_framework_and_by_us(said: list[str]) -> None:
    for leaving, reading in ((Sentences, FallbackStorage), (FallbackStorage, Sentences)):
        assert read(reading, *left(leaving, said)) == said


def test_a_page_without_sentences_makes_no_store() -> None:
    waiting = Sentences(asked_with({}, SessionStore()))
    assert list(waiting) == []
    waiting.update(HttpResponse())
    assert "storages" not in vars(waiting)


def test_a_sentence_with_markup_stays_one_and_what_is_sealed_by_another_house_is_nothing() -> None:
    session, answer = SessionStore(), HttpResponse()
    waiting = Sentences(asked_with({}, session))
    waiting.add(INFO, mark_safe("<b>已同意。</b>"))
    waiting.update(answer)
    cookies = {name: morsel.value for name, morsel in answer.cookies.items()}
    (found,) = Sentences(asked_with(cookies, session))
    assert isinstance(found.message, SafeString)
    cookies, session = left(Sentences, ["已同意。"])
    with override_settings(SECRET_KEY="another"):
        assert read(Sentences, cookies, session) == read(FallbackStorage, cookies, session) == []
        assert read(FallbackStorage, *left(Sentences, ["已同意。"])) == ["已同意。"]


def test_the_cookie_is_kept_as_the_frameworks() -> None:
    kept = []
    for store in (Sentences, FallbackStorage):
        waiting, answer = store(asked_with({}, SessionStore())), HttpResponse()
        waiting.add(INFO, "已同意。", extra_tags="ok")
        waiting.update(answer)
        kept.append({name: value for name, value in answer.cookies["messages"].items() if value})
    assert kept[0] == kept[1]
