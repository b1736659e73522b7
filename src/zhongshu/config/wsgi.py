"""The web server's entry."""

import os
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse
from django.urls import ResolverMatch, get_resolver

from zhongshu.config.asked import Asked
from zhongshu.config.threads import keep_by_thread, see_settings_plainly

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhongshu.config.settings")
MOST_ADDRESSES = 2000


class Application(WSGIHandler):
    """The framework's, which asks for the view of an address once, not with every request."""

    request_class = Asked
    _view_middleware: list[Callable[..., HttpResponse | None]]

    def resolve_request(self, request: Any) -> ResolverMatch:
        """The view that answers ``request``, with its arguments; raises Resolver404."""
        request.resolver_match = match = view_at(request.path_info, settings.ROOT_URLCONF)
        return match

    def _get_response(self, request: Any) -> Any:
        """As the framework does it, for views that are plain functions and answer with what they have drawn: all of ours."""
        view, args, kwargs = self.resolve_request(request)
        for refused_by in self._view_middleware:
            if refusal := refused_by(request, view, args, kwargs):
                return refusal
        try:
            response = view(request, *args, **kwargs)
        except Exception as failure:
            response = self.process_exception_by_middleware(failure, request)
            if response is None:
                raise
        self.check_response(response, view)
        return response


@lru_cache(MOST_ADDRESSES)
def view_at(path: str, urlconf: str) -> ResolverMatch:
    """The view at ``path``. A path that leads nowhere raises Resolver404, and is not kept.

    Nor is what was tried on the way: 7 kB for each address, which only the page of a developer's 404 shows.
    """
    match = get_resolver(urlconf).resolve(path)
    match.tried = None
    return match


django.setup(set_prefix=False)
keep_by_thread()
see_settings_plainly()
application = Application()
