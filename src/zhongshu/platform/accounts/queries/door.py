"""What the door asks: whose a key is, who is listed for the demonstration, what a session still owes."""

import hmac
from datetime import datetime, timedelta

from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase
from django.db.models import Max, QuerySet, Sum
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

from zhongshu.kernel.clock import now
from zhongshu.kernel.prepared import prepared
from zhongshu.platform.accounts.models import AdminRole, ApiToken, DemoGuest, Factor, RecoveryCode, User
from zhongshu.platform.accounts.rules import key_digest, plain

OURS = "zhongshu.platform.accounts.backends.AccountBackend"
HOME = "portal:home"
LANDINGS: dict[str, str] = {
    AdminRole.SECURITY: "accounts:accounts",
    AdminRole.AUDIT: "accounts:journal",
    AdminRole.SYSTEM: "jobs:system",
}


@prepared
def account(user_id: int) -> QuerySet[User]:
    """The account, open or closed."""
    return User.objects.filter(pk=user_id)


def account_behind(session: SessionBase) -> User | None:
    """The open account whose session this is, by the seal in use now.

    None is not an answer: the framework knows older keys of the house, and what to do with a session that is nobody's.
    """
    told = session.get
    if told(BACKEND_SESSION_KEY) != OURS:
        return None
    user = account.first(int(told(SESSION_KEY, 0)))
    sealed = told(HASH_SESSION_KEY, "")
    return (
        user
        if user and user.is_active and constant_time_compare(sealed, user.get_session_auth_hash())
        else None
    )


def user_of_token(key: str) -> User | None:
    """The open account whose unrevoked key this is, or None. Takes as long for a wrong key as for a right one."""
    digest = key_digest(key)
    token = ApiToken.objects.select_related("user").filter(digest=digest, revoked_at__isnull=True).first()
    if token is None or not hmac.compare_digest(token.digest, digest):
        return None
    return token.user if token.user.is_active and not token.user.admin_role else None


def owed_by(user: User) -> str:
    """The page that this person must pass before any other, or "": a password or a second factor to be set."""
    if user.must_change_password or is_password_old(user, now()):
        return "accounts:password"
    if not user.second_factor_at and must_have_factor(user):
        return "accounts:factor-add"
    return ""


def is_password_old(user: User, at: datetime) -> bool:
    """Whether the password must be changed for its age (rule G-01 {S}: periodic change; PASSWORD_DAYS, 0 for never)."""
    if not settings.PASSWORD_DAYS or not user.has_usable_password():
        return False
    return at - (user.password_changed_at or user.opened_at) > timedelta(days=settings.PASSWORD_DAYS)


def must_have_factor(user: User) -> bool:
    """Whether the house demands a second factor of this person (setting SECOND_FACTOR: off, admins, all)."""
    return settings.SECOND_FACTOR == "all" or (settings.SECOND_FACTOR == "admins" and bool(user.admin_role))


def factor_waits(user: User) -> int:
    """Seconds for which no code is heard after wrong ones, 0 if one is."""
    allowed, why = Factor.objects.get(user=user).verify_is_allowed()
    return 0 if allowed else max(1, -(-int((why["locked_until"] - now()).total_seconds()) // 1))


def recovery_codes_left(user: User) -> int:
    """How many recovery codes have not been used."""
    return RecoveryCode.objects.filter(user=user, used_at__isnull=True).count()


def user_named(username: str) -> User | None:
    """The account of this log-in name, in whatever spelling."""
    return User.objects.filter(username=plain(username)).first()


def user_of(user_id: int) -> User | None:
    """An open account."""
    return User.objects.filter(pk=user_id, is_active=True).first()


def landing(admin_role: str) -> str:
    """Where the work of one in this role begins: the desk, or the administrator's own console."""
    return LANDINGS.get(admin_role, HOME)


def demo_guests() -> list[DemoGuest]:
    """Whom the demonstration's log-in page lists, in order."""
    return list(DemoGuest.objects.filter(user__is_active=True).select_related("user"))


def demo_guest(guest_id: int) -> DemoGuest | None:
    """One of them."""
    return DemoGuest.objects.filter(pk=guest_id, user__is_active=True).select_related("user").first()


def locked_for(request: HttpRequest, username: str, at: datetime) -> int:
    """Minutes for which no try under this name from this address is heard, 0 if it is (rule G-02 {S}).

    The same for names that are nobody's, so that it tells nothing.
    """
    address = address_of(request)
    if AxesProxyHandler.is_allowed(request, {"username": username}):
        return _address_locked_for(address, at)
    tries = AccessAttempt.objects.filter(username=username, ip_address=address).order_by("-attempt_time")
    last = tries.values_list("attempt_time", flat=True).first() or at
    left = last + (get_cool_off(request) or timedelta()) - at
    return max(1, -(-int(left.total_seconds()) // 60))


def _address_locked_for(address: str, at: datetime) -> int:
    """Minutes for which nothing is heard from ``address``, whatever the name: too many wrong tries in a while."""
    if not settings.LOGIN_TRIES_PER_ADDRESS:
        return 0
    since = at - timedelta(hours=settings.AXES_COOLOFF_TIME)
    tries = AccessAttempt.objects.filter(ip_address=address, attempt_time__gte=since)
    told = tries.aggregate(wrong=Sum("failures_since_start"), last=Max("attempt_time"))
    if (told["wrong"] or 0) < settings.LOGIN_TRIES_PER_ADDRESS:
        return 0
    return max(1, -(-int((told["last"] - since).total_seconds()) // 60))


def address_of(request: HttpRequest) -> str:
    """The address that this request came from, as the server itself saw it."""
    return str(request.META.get("REMOTE_ADDR") or "")
