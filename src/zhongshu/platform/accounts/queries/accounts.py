"""Accounts as the security administrator sees them; for everybody else they do not exist."""

from dataclasses import dataclass

from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.keysets import ordered
from zhongshu.kernel.paging import Page
from zhongshu.kernel.refusals import NotFound
from zhongshu.platform.accounts import policies, registry
from zhongshu.platform.accounts.models import AdminRole, ApiToken, User
from zhongshu.platform.accounts.registry import Holder

NOBODY = Holder("")
STATES = {
    "open": Q(is_active=True),
    "closed": Q(is_active=False),
    "admins": ~Q(admin_role=""),
    "factor": Q(second_factor_at__isnull=False),
}


@dataclass(frozen=True, slots=True)
class Card:
    """An account as listed: whose it is, its role in words, whether wrong tries have locked it."""

    user: User
    holder: Holder
    role: str
    locked: bool = False


def cards(
    actor: Actor, *, words: str = "", state: str = "", after: str = "", before: str = "", limit: int = 50
) -> Page[Card]:
    """One page of accounts by log-in name, ``words`` in the name or the person's, in ``state`` of STATES."""
    policies.require_page(policies.keeps_accounts(actor))
    rows = User.objects.filter(STATES.get(state, Q()))
    if words:
        rows = rows.filter(Q(username__icontains=words) | Q(pk__in=registry.accounts_called(words)))
    found = ordered(rows, username=str).page(after=after, before=before, size=limit)
    return Page(_cards(list(found.rows)), found.next_cursor, found.previous_cursor)


def card(actor: Actor, user_id: int) -> Card:
    """One account; NotFound when there is none."""
    policies.require_page(policies.keeps_accounts(actor))
    user = User.objects.filter(pk=user_id).first()
    if user is None:
        raise NotFound("no_such_account", _("没有这个账号。"))
    return _cards([user])[0]


def keys_of(actor: Actor) -> QuerySet[ApiToken]:
    """The actor's own keys, newest first."""
    return ApiToken.objects.filter(user_id=actor.user_id or 0).order_by("-made_at", "-id")


def locked_names(names: list[str]) -> set[str]:
    """Those of ``names`` under which wrong tries have reached the limit."""
    reached = AccessAttempt.objects.filter(
        username__in=names, failures_since_start__gte=settings.AXES_FAILURE_LIMIT
    )
    return {str(name) for name in reached.values_list("username", flat=True)}


def _cards(users: list[User]) -> list[Card]:
    holders = registry.holders(user.pk for user in users)
    locked = locked_names([user.username for user in users])
    return [Card(u, holders.get(u.pk, NOBODY), _role(u), u.username in locked) for u in users]


def _role(user: User) -> str:
    return str(AdminRole(user.admin_role).label) if user.admin_role else ""
