"""Whose session it is."""

from typing import Any

from django.contrib.auth.backends import ModelBackend

from zhongshu.platform.accounts.models import User
from zhongshu.platform.accounts.queries.door import account


class AccountBackend(ModelBackend):
    """Accounts of the house by password; the one behind a session is looked up as every page does it."""

    def get_user(self, user_id: Any) -> User | None:
        """The account ``user_id``, unless it is closed."""
        user = account.first(user_id)
        return user if user is not None and self.user_can_authenticate(user) else None
