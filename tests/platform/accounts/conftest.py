"""Accounts of people who are nobody's officials: what stands here knows no organisation."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest

from zhongshu.kernel.actors import SYSTEM, Actor
from zhongshu.platform.accounts import services
from zhongshu.platform.accounts.models import AdminRole, User

AT = datetime(2026, 9, 18, 1, 30, tzinfo=UTC)
PASSWORD = "澄江-summer-rain-42"


def actor_of(user: User) -> Actor:
    """The actor behind an account that has no person."""
    return Actor(person_id=None, name=user.username, user_id=user.pk, admin_role=user.admin_role)


@dataclass(frozen=True, slots=True)
class House:
    """Three administrators and a clerk."""

    security: User
    audit: User
    system: User
    clerk: User

    @property
    def keeper(self) -> Actor:
        """The security administrator at work."""
        return actor_of(self.security)


@pytest.fixture(autouse=True)
def cheap_hashing(settings: Any) -> None:
    """Argon2 as strong as it is in use would cost each test a fifth of a second."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def house(db: None) -> House:
    """The accounts, all under one password."""
    digest = services.hashed(PASSWORD)

    def opened(name: str, role: str = "") -> User:
        return services.open_account(
            actor=SYSTEM, username=name, password_hash=digest, must_change=False, admin_role=role, at=AT
        )

    return House(
        opened("liangxue", AdminRole.SECURITY),
        opened("hanbing", AdminRole.AUDIT),
        opened("luokai", AdminRole.SYSTEM),
        opened("limin"),
    )
