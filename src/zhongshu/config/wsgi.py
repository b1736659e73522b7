"""The web server's entry."""

import os
from functools import lru_cache
from typing import Any

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.urls import ResolverMatch, get_resolver

from zhongshu.config.asked import Asked
from zhongshu.config.threads import keep_by_thread, see_settings_plainly

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhongshu.config.settings")
MOST_ADDRESSES = 2000


class Application(WSGIHandler):
    """The framework's, which asks for the view of an address once, not with every request."""

    request_class = Asked

    def resolve_request(self, request: Any) -> ResolverMatch:
        """The view that answers ``request``, with its arguments; raises Resolver404."""
        request.resolver_match = match = view_at(request.path_info, settings.ROOT_URLCONF)
        return match


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
