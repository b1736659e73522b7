"""At the door: who is acting, and at what moment."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.middleware import get_user
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import patch_vary_headers
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from zhongshu.kernel.clock import now
from zhongshu.org import queries as org
from zhongshu.platform.accounts import queries as accounts
from zhongshu.platform.accounts import services as door
from zhongshu.platform.accounts.models import User
from zhongshu.ui.pages import OF_PAGES, say

Respond = Callable[[HttpRequest], HttpResponse]
SEEN = "seen_at"
SINCE = "since"
STANDING_IN = "standing_in_for"
DOOR = "/enter/"
PUBLIC_PREFIXES = ("/static/", "/look/preferences/", DOOR, "/api/", "/favicon.ico", "/healthz")


class Sessions(SessionMiddleware):
    """The framework's; what nearly every answer leaves of a session, read and not changed, is told in a few steps."""

    def __call__(self, request: HttpRequest) -> HttpResponse:
        self.process_request(request)
        response: Any = self.get_response(request)
        return self.process_response(request, response)

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """A session that was changed, or is none, the framework keeps or clears."""
        session = request.session
        if (
            session.modified
            or not session.accessed
            or session.is_empty()
            or settings.SESSION_SAVE_EVERY_REQUEST
        ):
            return super().process_response(request, response)
        if response.headers.get("Vary") != OF_PAGES["Vary"]:
            patch_vary_headers(response, ("Cookie",))
        return response


class ActorMiddleware:
    """Sets ``request.at``, ``request.user`` and ``request.actor``; sends to the door whoever has not entered."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with org.one_look():
            return self._for_the_actor(request)

    def _for_the_actor(self, request: HttpRequest) -> HttpResponse:
        at = now()
        user = request.user = accounts.account_behind(request.session) or get_user(request)
        actor, owed, gone = None, "", None
        if isinstance(user, User) and _ended(request, at):
            gone = user
        elif isinstance(user, User):
            owed = accounts.owed_by(user)
            if not owed or request.path.startswith(DOOR):
                actor = org.actor_of_account(user, at, request.session.get(STANDING_IN))
        request.__dict__.update(at=at, actor=actor)
        if actor is None and not request.path.startswith(PUBLIC_PREFIXES):
            return redirect(owed) if owed else _to_the_door(request, gone)
        return self.respond(request)


def _ended(request: HttpRequest, at: datetime) -> bool:
    """Ends a session left alone for too long, or begun too long ago; notes the present at most once a minute."""
    seen, since = request.session.get(SEEN), request.session.get(SINCE)
    last = datetime.fromisoformat(seen) if seen else None
    first = datetime.fromisoformat(since) if since else at
    idle = last and at - last > timedelta(minutes=settings.SESSION_IDLE_MINUTES)
    if idle or at - first > timedelta(hours=settings.SESSION_HOURS):
        logout(request)
        return True
    if last is None or at - last > timedelta(minutes=1):
        request.session.update({SEEN: at.isoformat(), SINCE: first.isoformat()})
    return False


def _to_the_door(request: HttpRequest, gone: User | None) -> HttpResponse:
    """Out of the house, and back to this page after entering; what ``gone`` sent too late is kept for him."""
    kept = door.keep_late(request, gone) if gone else ""
    if kept:
        say(request, _("登录已到时限。刚才填写的内容留着，登录后接着提交。"), tone="warn")
    elif gone:
        say(request, _("登录已到时限，请重新登录，会回到原来的页面。"), tone="warn")
    back = kept or _page_asked(request)
    url = f"{DOOR}?{urlencode({'next': back})}" if back else DOOR
    if "HTTP_HX_REQUEST" in request.META:
        return HttpResponse(headers={"HX-Redirect": url})
    return redirect(url)


def _page_asked(request: HttpRequest) -> str:
    """The page to come back to; of a part of a page, the page that it stands in."""
    if "HTTP_HX_REQUEST" in request.META:
        whole = urlsplit(request.META.get("HTTP_HX_CURRENT_URL", ""))
        return f"{whole.path}?{whole.query}" if whole.query else whole.path
    return str(request.get_full_path()) if request.method == "GET" else ""
