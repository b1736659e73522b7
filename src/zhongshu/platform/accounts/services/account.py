from datetime import datetime

from axes.utils import reset as forget_tries
from django.contrib.auth.hashers import make_password
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.platform.accounts import policies, registry
from zhongshu.platform.accounts.models import AdminRole, ApiToken, User
from zhongshu.platform.accounts.rules import clean_username
from zhongshu.platform.accounts.services.finding import found
from zhongshu.platform.accounts.services.passwords import require_strong
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case


@use_case("accounts.open_account")
def open_account(
    *,
    actor: Actor,
    username: str,
    password: str = "",
    password_hash: str = "",
    must_change: bool = True,
    admin_role: str = "",
    staff_number: str = "",
    at: datetime,
) -> User:
    """A new account under ``username``.

    ``password`` is checked for strength; ``password_hash`` (from ``hashed``) is taken as it is; with
    neither, nobody can enter until the password is reset. ``staff_number`` says whose it is ("" for
    one linked later, or an administrator who is nobody's official). Refused for a name that is taken,
    and for somebody who has an account.
    """
    policies.require_keeper(actor)
    if admin_role and admin_role not in AdminRole.values:
        raise Refusal("no_such_role", _("没有这种管理员。"), rule="G-07")
    name = clean_username(username)
    user = User(username=name, admin_role=admin_role, must_change_password=must_change, opened_at=at)
    if User.objects.filter(username=user.username).exists():
        taken = _("登录名 %(name)s 已有人使用，请换一个。") % {"name": user.username}
        raise Conflict("username_taken", taken, fields={"username": taken}, rule="G-01")
    if password:
        require_strong(password, user, "password")
    user.password = password_hash or make_password(password or None)
    user.save()
    told = {"username": user.username, "role": admin_role}
    journal.record(stream=user.stream, verb="accounts.opened", actor=actor, at=at, data=told)
    if staff_number:
        registry.link(staff_number, user.pk, actor, at)
    return user


@use_case("accounts.close_account")
def close_account(*, actor: Actor, user_id: int, at: datetime) -> User:
    """Nobody enters by this account any more: sessions end at once, keys are revoked (rule C-09 {V})."""
    user = found(user_id)
    policies.require_keeper_of(actor, user)
    if not user.is_active:
        raise Conflict("closed_already", _("这个账号已经停用。"))
    return cut_off(actor=actor, user=user, at=at)


def cut_off(*, actor: Actor, user: User, at: datetime) -> User:
    """End the access of ``user`` within a use case of another floor, which has asked who may (C-09)."""
    keys = ApiToken.objects.filter(user=user, revoked_at__isnull=True).update(revoked_at=at)
    user.is_active = False
    user.end_sessions()
    user.save(update_fields=["is_active", "session_epoch"])
    journal.record(stream=user.stream, verb="accounts.closed", actor=actor, at=at, data={"keys": keys})
    return user


@use_case("accounts.reopen")
def reopen(*, actor: Actor, user_id: int, at: datetime) -> User:
    """A closed account is good again; sessions and keys of before are not."""
    user = found(user_id)
    policies.require_keeper_of(actor, user)
    if user.is_active:
        raise Conflict("open_already", _("这个账号没有停用。"))
    user.is_active = True
    user.save(update_fields=["is_active"])
    journal.record(stream=user.stream, verb="accounts.reopened", actor=actor, at=at)
    return user


@use_case("accounts.unlock")
def unlock(*, actor: Actor, user_id: int, at: datetime) -> User:
    """Failed tries are forgotten, so that the person may try again at once (rule G-02)."""
    policies.require_keeper(actor)
    user = found(user_id)
    forget_tries(username=user.username)
    journal.record(stream=user.stream, verb="accounts.unlocked", actor=actor, at=at)
    return user


@use_case("accounts.end_sessions")
def end_sessions(*, actor: Actor, user_id: int, at: datetime) -> User:
    """Whoever is in under this account is put out. One's own, or by the security administrator."""
    user = found(user_id)
    if actor.user_id != user.pk:
        policies.require_keeper(actor)
    user.end_sessions()
    user.save(update_fields=["session_epoch"])
    journal.record(stream=user.stream, verb="accounts.sessions_ended", actor=actor, at=at)
    return user
