from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _


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
    """

    username = models.CharField(_("登录名"), max_length=60, unique=True)
    is_active = models.BooleanField(default=True)
    admin_role = models.CharField(max_length=12, blank=True, choices=AdminRole.choices)
    must_change_password = models.BooleanField(default=False)
    password_changed_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "username"

    def __str__(self) -> str:
        return self.username
