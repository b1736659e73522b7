from functools import lru_cache
from typing import ClassVar

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.clock import now

MOST_SEALS = 1000


class AdminRole(models.TextChoices):
    """The three administrators, who exclude one another and handle no business (rule G-07 {S}/{D})."""

    SYSTEM = "system", _("系统管理员")
    SECURITY = "security", _("安全管理员")
    AUDIT = "audit", _("审计管理员")


class UserManager(BaseUserManager["User"]):
    """Django asks for it by this name; accounts are opened by services, not here."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username=username)


class User(AbstractBaseUser):
    """An account: one person, one log-in name, at most one administrator's role.

    That the role is one field and not a set is how two of the three can never meet.
    ``session_epoch``     every session begun in an earlier epoch is over.
    ``second_factor_at``  since when a second factor is asked for; None while there is none.
    """

    username = models.CharField(_("登录名"), max_length=60, unique=True)
    is_active = models.BooleanField(default=True)
    admin_role = models.CharField(max_length=12, blank=True, choices=AdminRole.choices)
    must_change_password = models.BooleanField(default=False)
    password_changed_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(default=now)
    session_epoch = models.PositiveIntegerField(default=0)
    second_factor_at = models.DateTimeField(null=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "username"

    def __str__(self) -> str:
        return self.username

    @property
    def stream(self) -> str:
        """Where the journal tells what happened to this account."""
        return f"account:{self.pk}"

    def end_sessions(self) -> None:
        """Let no session begun until now count any more; the caller saves."""
        self.session_epoch += 1

    def _get_session_auth_hash(self, secret: str | bytes | None = None) -> str:
        """What a session must carry to be this account's: it changes with the password and the epoch."""
        return _seal(f"{self.password}|{self.session_epoch}", secret or settings.SECRET_KEY)


@lru_cache(MOST_SEALS)
def _seal(sealed: str, secret: str | bytes) -> str:
    seal = salted_hmac("zhongshu.accounts.session", sealed, secret=secret, algorithm="sha256")
    return seal.hexdigest()
