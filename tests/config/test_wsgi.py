"""The web server finds the view of an address as the framework does, and once."""

from typing import Any

import pytest
from django.conf import settings
from django.test import RequestFactory
from django.urls import Resolver404, resolve

from zhongshu.config.wsgi import application, view_at


@pytest.mark.parametrize("path", ["/", "/supervision/", "/supervision/7/", "/supervision/7/progress/"])
def test_an_address_leads_where_the_framework_leads(path: str) -> None:
    request: Any = RequestFactory().get(path)
    view, args, kwargs = application.resolve_request(request)
    assert (view, args, kwargs) == tuple(resolve(path))
    assert request.resolver_match.view_name == resolve(path).view_name


def test_it_is_looked_for_once() -> None:
    assert view_at("/supervision/", settings.ROOT_URLCONF) is view_at("/supervision/", settings.ROOT_URLCONF)


def test_what_leads_nowhere_is_refused_each_time() -> None:
    for _turn in range(2):
        with pytest.raises(Resolver404):
            view_at("/nowhere/at/all/", settings.ROOT_URLCONF)
