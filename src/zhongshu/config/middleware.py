"""At the door: who is acting, and at what moment."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.middleware import get_user
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import patch_vary_headers
from django.utils.http import urlencode

from zhongshu.kernel.clock import now
from zhongshu.org import queries as org
from zhongshu.platform.accounts import queries as accounts
from zhongshu.platform.accounts.models import User
from zhongshu.ui.pages import OF_PAGES

Respond = Callable[[HttpRequest], HttpResponse]
SEEN = "seen_at"
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
        actor, owed = None, ""
        if isinstance(user, User) and not _idle_too_long(request, at):
            owed = accounts.owed_by(user)
            if not owed or request.path.startswith(DOOR):
                actor = org.actor_of_account(user, at, request.session.get(STANDING_IN))
        request.__dict__.update(at=at, actor=actor)
        if actor is None and not request.path.startswith(PUBLIC_PREFIXES):
            return redirect(owed) if owed else _to_the_door(request)
        return self.respond(request)


def _idle_too_long(request: HttpRequest, at: datetime) -> bool:
    """Ends a session left alone for too long; notes the present at most once a minute."""
    seen = request.session.get(SEEN)
    last = datetime.fromisoformat(seen) if seen else None
    if last and at - last > timedelta(minutes=settings.SESSION_IDLE_MINUTES):
        logout(request)
        return True
    if last is None or at - last > timedelta(minutes=1):
        request.session[SEEN] = at.isoformat()
    return False


def _to_the_door(request: HttpRequest) -> HttpResponse:
    back = urlencode({"next": request.get_full_path()}) if request.method == "GET" else ""
    return redirect(f"{DOOR}?{back}" if back else DOOR)
