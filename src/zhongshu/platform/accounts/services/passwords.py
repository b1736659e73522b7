from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Refusal
from zhongshu.platform.accounts import policies
from zhongshu.platform.accounts.models import User
from zhongshu.platform.accounts.rules import one_time_password
from zhongshu.platform.accounts.services.finding import found, own
from zhongshu.platform.accounts.services.secret import Secret
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case


def hashed(password: str) -> str:
    """``password`` as it is kept (Argon2, some 0.2 s); for opening many accounts with one."""
    return make_password(password)


@use_case("accounts.reset_password")
def reset_password(*, actor: Actor, user_id: int, at: datetime) -> Secret:
    """A new one-time password, to be shown once; it must be changed on entering, and all sessions end."""
    policies.require_keeper(actor)
    user, secret = found(user_id), one_time_password()
    user.set_password(secret)
    user.must_change_password = True
    user.end_sessions()
    user.save(update_fields=["password", "must_change_password", "session_epoch"])
    journal.record(stream=user.stream, verb="accounts.password_reset", actor=actor, at=at)
    return Secret(secret)


@use_case("accounts.change_password")
def change_password(*, actor: Actor, old: str, new: str, at: datetime) -> User:
    """One's own password; whoever is in elsewhere under the old one is put out.

    Refused when ``old`` is not right, when ``new`` is the same, too short, too common or like the name.
    """
    user = own(actor)
    if not user.check_password(old):
        raise Refusal("wrong_password", _("原密码不对。"), fields={"old": _("原密码不对，请重新输入。")})
    if old == new:
        raise Refusal("same_password", _("新密码与原密码相同。"), fields={"new": _("请换一个不同的密码。")})
    require_strong(new, user)
    user.set_password(new)
    user.must_change_password = False
    user.password_changed_at = at
    user.save(update_fields=["password", "must_change_password", "password_changed_at"])
    journal.record(stream=user.stream, verb="accounts.password_changed", actor=actor, at=at)
    return user


def require_strong(password: str, user: User, field: str = "new") -> None:
    """A Refusal saying what is wrong with ``password`` (rule G-01; the demands are settings)."""
    try:
        validate_password(password, user)
    except ValidationError as weak:
        told = " ".join(weak.messages)
        raise Refusal("weak_password", told, fields={field: told}, rule="G-01") from weak
