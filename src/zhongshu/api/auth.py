"""Who asks: a program with a token, or a browser that has entered (then with the CSRF token)."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.security import APIKeyCookie, HttpBearer

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Forbidden
from zhongshu.kernel.requests import Request
from zhongshu.org import queries as org
from zhongshu.org.models import Person
from zhongshu.platform.accounts import queries as accounts

ACTING_FOR = "X-Acting-For"


class Token(HttpBearer):
    """``Authorization: Bearer …``. With ``X-Acting-For`` (a person's id) the holder stands in for somebody."""

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        """The actor whose token it is; None when it is unknown, revoked, or its owner has left.

        Administrators (三员) have no tokens (rule G-07).
        """
        user = accounts.user_of_token(token)
        person = Person.objects.filter(user=user, left_on__isnull=True).first() if user else None
        if person is None:
            return None
        request.actor = actor = _actor(request, person)  # type: ignore[attr-defined]
        return actor


class Session(APIKeyCookie):
    """The cookie of a browser that has come through the door; the middleware has found its actor."""

    param_name = settings.SESSION_COOKIE_NAME

    def __call__(self, request: HttpRequest) -> Actor | None:
        """None before anything else when nobody has entered, so that the answer is 401 and not a CSRF error."""
        if getattr(request, "actor", None) is None:
            return None
        answer: Actor | None = super().__call__(request)
        return answer

    def authenticate(self, request: HttpRequest, key: str | None) -> Actor | None:
        """The actor found at the door."""
        return getattr(request, "actor", None)


def _actor(request: HttpRequest, person: Person) -> Actor:
    day = local_day(request.at)  # type: ignore[attr-defined]
    absent = request.headers.get(ACTING_FOR, "")
    if not absent:
        return org.actor_of(person, day)
    standing_in = org.actor_standing_in(person, int(absent), day) if absent.isdecimal() else None
    if standing_in is None:
        raise Forbidden(
            "no_stand_in",
            _("您今天没有代这个人办理的授权。"),
            hint=_("请核对代理期限，或去掉 X-Acting-For。"),
        )
    return standing_in


def common(request: Request) -> dict[str, Any]:
    """Who, when, and under which key: what every use case is given."""
    key = request.headers.get("Idempotency-Key", "")
    return {"actor": request.actor, "at": request.at, "idempotency_key": key}
