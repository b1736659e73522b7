"""Who acts when an account asks."""

from datetime import datetime

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.org.queries.actors import actor_behind
from zhongshu.platform.accounts.models import User


def actor_of_account(user: User, at: datetime, absent_id: int | None = None) -> Actor | None:
    """Who acts with this account at ``at``, standing in for ``absent_id`` where that is lawful.

    One of the three administrators need not be entered among the people of an organ (rule G-07).
    """
    actor = actor_behind(user.pk, local_day(at), admin_role=user.admin_role, absent_id=absent_id)
    if actor is None and user.admin_role:
        return Actor(person_id=None, name=user.username, user_id=user.pk, admin_role=user.admin_role)
    return actor


def asker(user_id: int, absent_id: int | None, at: datetime) -> Actor | None:
    """As ``actor_of_account``; None for an account that has been closed."""
    user = User.objects.filter(pk=user_id, is_active=True).first()
    return actor_of_account(user, at, absent_id) if user else None
