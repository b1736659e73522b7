"""The web server finds the view of an address as the framework does, and once."""

from io import BytesIO
from typing import Any
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.core.exceptions import DisallowedHost, TooManyFieldsSent
from django.core.handlers.wsgi import WSGIRequest
from django.test import RequestFactory, override_settings
from django.urls import Resolver404, resolve
from hypothesis import given
from hypothesis import strategies as st

from zhongshu.config.asked import FORM, Asked
from zhongshu.config.wsgi import application, view_at


@pytest.mark.parametrize("path", ["/", "/supervision/", "/supervision/7/", "/supervision/7/progress/"])
def test_an_address_leads_where_the_framework_leads(path: str) -> None:
    request: Any = RequestFactory().get(path)
    view, args, kwargs = application.resolve_request(request)
    assert (view, args, kwargs) == tuple(resolve(path))
    assert request.resolver_match.view_name == resolve(path).view_name


def test_it_is_looked_for_once() -> None:
    assert view_at("/supervision/", settings.ROOT_URLCONF) is view_at("/supervision/", settings.ROOT_URLCONF)


def test_what_was_tried_on_the_way_is_not_kept_with_it() -> None:
    assert view_at("/supervision/7/", settings.ROOT_URLCONF).tried is None


def test_what_leads_nowhere_is_refused_each_time() -> None:
    for _turn in range(2):
        with pytest.raises(Resolver404):
            view_at("/nowhere/at/all/", settings.ROOT_URLCONF)


@pytest.mark.parametrize("host", ["house.test", "house.test:8000", "a.inner.test", "HOUSE.test.", "[::1]:80"])
def test_a_host_of_ours_is_known_as_the_framework_knows_it(host: str) -> None:
    with override_settings(ALLOWED_HOSTS=["house.test", ".inner.test", "[::1]"]):
        for _turn in range(2):
            asked: Any = [RequestFactory(headers={"host": host}).get("/").environ for _each in range(2)]  # type: ignore[attr-defined]
            assert Asked(asked[0]).get_host() == WSGIRequest(asked[1]).get_host()
    with override_settings(ALLOWED_HOSTS=["another.test"]), pytest.raises(DisallowedHost):
        Asked(asked[0]).get_host()


def sent(body: bytes, request_class: type[WSGIRequest], kind: str = FORM) -> WSGIRequest:
    environ = RequestFactory().post("/", data=body, content_type=kind).environ  # type: ignore[attr-defined]
    return request_class(environ | {"wsgi.input": BytesIO(body)})


@given(st.lists(st.tuples(st.text(max_size=5), st.text(max_size=20))), st.binary(max_size=30))
def test_the_fields_of_a_form_are_those_the_framework_reads(
    fields: list[tuple[str, str]], odd: bytes
) -> None:
    for body in (urlencode(fields, errors="replace").encode(), odd):
        ours, theirs = sent(body, Asked), sent(body, WSGIRequest)
        assert (ours.POST, ours.FILES) == (theirs.POST, theirs.FILES)
        assert (ours.POST.encoding, ours.body) == (theirs.POST.encoding, body)
        assert ours.POST.copy() == theirs.POST
    with pytest.raises(AttributeError):
        ours.POST["more"] = "1"


def test_other_bodies_are_read_by_the_framework() -> None:
    assert sent(b'{"a": 1}', Asked, "application/json").POST == {}
    late = sent(b"a=1", Asked)
    late.read()
    assert late.POST == {}


@override_settings(DATA_UPLOAD_MAX_NUMBER_FIELDS=2)
def test_more_fields_than_are_taken_are_refused() -> None:
    assert sent(b"a=1&b=2", Asked).POST.dict() == {"a": "1", "b": "2"}
    with pytest.raises(TooManyFieldsSent):
        _ = sent(b"a=1&b=2&c=3", Asked).POST
