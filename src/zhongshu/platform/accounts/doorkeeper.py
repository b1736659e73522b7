"""At the door: is it this person, how he is let in, and whether this is the demonstration on one's own machine."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from zhongshu.platform.accounts import queries, services
from zhongshu.platform.accounts.models import User
from zhongshu.platform.accounts.rules import plain

PENDING = "factor_awaited"
PATIENCE = timedelta(minutes=5)
BACKEND = "zhongshu.platform.accounts.backends.AccountBackend"
# Headers that only an intermediary adds: with one of them, "from this machine" proves nothing.
PROXY_HEADERS = (
    "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_PROTO", "HTTP_X_REAL_IP",
    "HTTP_X_FORWARDED", "HTTP_FORWARDED", "HTTP_FORWARDED_FOR", "HTTP_X_CLIENT_IP", "HTTP_TRUE_CLIENT_IP",
    "HTTP_CF_CONNECTING_IP", "HTTP_VIA",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a try: the person, or minutes of waiting, or neither: wrong."""

    user: User | None = None
    wait_minutes: int = 0


def knock(request: HttpRequest, username: str, password: str, at: datetime) -> Verdict:
    """Whether ``username`` and ``password`` are somebody's. Every wrong try is journalled (G-05).

    A name that is nobody's, a closed account and a wrong password cannot be told apart.
    """
    name = plain(username)
    wait = queries.locked_for(request, name, at)
    if wait:
        return Verdict(wait_minutes=wait)
    user = authenticate(request, username=name, password=password)
    if isinstance(user, User):
        return Verdict(user)
    meant = services.caller(User.objects.filter(username=name).first())
    address = queries.address_of(request)
    services.note_refusal(actor=meant, why="password", address=address, at=at)
    wait = queries.locked_for(request, name, at)
    if wait:
        services.note_refusal(actor=meant, why="locked", address=address, at=at)
    return Verdict(wait_minutes=wait)


def let_in(request: HttpRequest, user: User, way: str, at: datetime) -> None:
    """Begin a session under a new key, and journal it; ``way`` as in ``services.note_entry``."""
    login(request, user, backend=BACKEND)
    services.note_entry(actor=services.caller(user), way=way, address=queries.address_of(request), at=at)


def pass_password(request: HttpRequest, user: User, asked: str, at: datetime) -> str:
    """Whoever has proved his password is let in, or asked for his second factor; the page to go to."""
    if user.second_factor_at:
        ask_for_factor(request, user, asked, at)
        return reverse("accounts:factor")
    let_in(request, user, "password", at)
    return way_on(request, user, asked)


def ask_for_factor(request: HttpRequest, user: User, asked: str, at: datetime) -> None:
    """Remember, under a new session key, that the password was right; nobody is in yet."""
    request.session.cycle_key()
    until = (at + PATIENCE).isoformat()
    seal = user.get_session_auth_hash()
    request.session[PENDING] = {"user": user.pk, "until": until, "seal": seal, "asked": asked}


def awaited(request: HttpRequest, at: datetime) -> tuple[User, str] | None:
    """Whose code is awaited and where he asked to go; None when the password was given too long ago."""
    told = request.session.get(PENDING)
    if not told or datetime.fromisoformat(told["until"]) < at:
        return None
    user = queries.user_of(told["user"])
    if user is None or not user.second_factor_at or user.get_session_auth_hash() != told["seal"]:
        return None
    return user, told["asked"]


def try_code(request: HttpRequest, user: User, code: str, at: datetime) -> bool:
    """Whether ``code`` is this person's; then he is in."""
    address = queries.address_of(request)
    way = services.check_factor(
        user_id=user.pk, code=code, address=address, actor=services.caller(user), at=at
    )
    if way:
        request.session.pop(PENDING, None)
        login(request, user, backend=BACKEND)
    return bool(way)


def see_out(request: HttpRequest, at: datetime) -> None:
    """End the session, and journal it; nothing when nobody is in."""
    user = request.user
    if isinstance(user, User):
        services.note_leaving(actor=services.caller(user), address=queries.address_of(request), at=at)
    logout(request)


def way_on(request: HttpRequest, user: User, asked: str) -> str:
    """Where to go now: what is owed, what was sent too late, the page asked for if it is ours, one's own place."""
    owed = queries.owed_by(user)
    if owed:
        return reverse(owed)
    if services.left_over_for(request, user, to_offer=True):
        return reverse("accounts:left-over")
    if asked and url_has_allowed_host_and_scheme(
        asked, {request.get_host()}, require_https=request.is_secure()
    ):
        return asked
    return reverse(queries.landing(user.admin_role))


def is_demo_here(request: HttpRequest) -> bool:
    """Whether this is the demonstration, asked for from this very machine and through nobody."""
    if not settings.DEMO or any(request.META.get(header) for header in PROXY_HEADERS):
        return False
    try:
        return ip_address(queries.address_of(request)).is_loopback
    except ValueError:
        return False
