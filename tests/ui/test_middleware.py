"""Every answer carries the strict headers."""

from django.http import HttpResponse
from django.test import RequestFactory

from zhongshu.ui.middleware import HEADERS, SecurityHeaders


def answer_with(response: HttpResponse) -> HttpResponse:
    answer = SecurityHeaders(lambda _: response)(RequestFactory().get("/"))
    assert isinstance(answer, HttpResponse)
    return answer


def test_nothing_is_allowed_that_is_not_ours() -> None:
    policy = answer_with(HttpResponse())["Content-Security-Policy"]
    parts = dict(part.split(" ", 1) for part in policy.split("; "))
    assert parts["default-src"] == "'none'"
    assert parts["script-src"] == parts["style-src"] == "'self'"
    assert not {word for value in parts.values() for word in value.split()} - {"'self'", "'none'", "data:"}


def test_no_page_stays_in_the_browser() -> None:
    assert answer_with(HttpResponse())["Cache-Control"] == "no-store"


def test_all_headers_are_set_and_a_view_may_set_its_own() -> None:
    own = HttpResponse(headers={"Cache-Control": "max-age=60", "Referrer-Policy": "no-referrer"})
    answer = answer_with(own)
    assert set(HEADERS) <= set(answer.headers)
    assert answer["Cache-Control"] == "max-age=60"
    assert answer["Referrer-Policy"] == "no-referrer"
