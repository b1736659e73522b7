"""The second factor: a time-based code from the person's own device (rule G-03 {S}), and ways around a lost one."""

import re
import time
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _
from django_otp.oath import TOTP

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.platform.accounts import policies
from zhongshu.platform.accounts.models import Factor, RecoveryCode, User
from zhongshu.platform.accounts.rules import key_digest, new_recovery_code, plain_code
from zhongshu.platform.accounts.services.door import caller
from zhongshu.platform.accounts.services.finding import found, own
from zhongshu.platform.accounts.services.secret import Secret
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case

RECOVERY_CODES = 10
STEPS_OF_TOLERANCE = 1
DIGITS = re.compile(r"\d{6}")


@use_case("accounts.add_factor")
def add_factor(*, actor: Actor, secret: str, code: str, at: datetime) -> list[Secret]:
    """From now on a code is asked for after the password; the person's other sessions end.

    ``secret`` is the hex key that his device was given, ``code`` what it shows for it. Returns ten
    recovery codes, to be shown once. Refused when the code does not fit.
    """
    user = own(actor)
    if user.second_factor_at:
        raise Conflict(
            "has_factor", _("已经启用动态口令。"), hint=_("换手机的，请联系安全管理员停用后重新启用。")
        )
    shown: Any = TOTP(bytes.fromhex(secret))  # type: ignore[no-untyped-call]
    shown.time = time.time()
    if not DIGITS.fullmatch(code) or not shown.verify(int(code), STEPS_OF_TOLERANCE):
        told = _("动态口令不对。请核对手机时间，再输入当前显示的 6 位数字。")
        raise Refusal("wrong_code", told, fields={"code": told}, rule="G-03")
    Factor.objects.filter(user=user).delete()
    device = Factor(user=user, name=user.username, last_t=shown.t(), drift=shown.drift, confirmed=True)
    device.keep(secret)
    device.save()
    user.second_factor_at = at
    user.end_sessions()
    user.save(update_fields=["second_factor_at", "session_epoch"])
    journal.record(stream=user.stream, verb="accounts.factor_added", actor=actor, at=at)
    return _fresh_codes(user)


@use_case("accounts.remove_factor")
def remove_factor(*, actor: Actor, user_id: int, at: datetime) -> User:
    """No code is asked for any more; for a lost device. By the security administrator, not for oneself."""
    user = found(user_id)
    policies.require_keeper_of(actor, user)
    if not user.second_factor_at:
        raise Conflict("has_no_factor", _("这个账号没有启用动态口令。"))
    Factor.objects.filter(user=user).delete()
    RecoveryCode.objects.filter(user=user).delete()
    user.second_factor_at = None
    user.end_sessions()
    user.save(update_fields=["second_factor_at", "session_epoch"])
    journal.record(stream=user.stream, verb="accounts.factor_removed", actor=actor, at=at)
    return user


@use_case("accounts.new_recovery_codes")
def new_recovery_codes(*, actor: Actor, at: datetime) -> list[Secret]:
    """Ten fresh recovery codes, to be shown once; those of before are good no more."""
    user = own(actor)
    if not user.second_factor_at:
        raise Conflict("has_no_factor", _("请先启用动态口令。"))
    journal.record(stream=user.stream, verb="accounts.recovery_codes_made", actor=actor, at=at)
    return _fresh_codes(user)


@use_case("accounts.check_factor")
def check_factor(*, user_id: int, code: str, address: str, actor: Actor, at: datetime) -> str:
    """How ``code`` proves the person: "second_factor", "recovery_code", or "" when it does not.

    A code is good once; wrong ones make the next try wait, longer each time (rule G-02).
    """
    user = found(user_id)
    device = Factor.objects.select_for_update().get(user=user)
    given = plain_code(code)
    way = ""
    if device.verify_is_allowed()[0]:
        if _uses_up(user, given, at):
            way = "recovery_code"
        elif device.verify_token(given if DIGITS.fullmatch(given) else "-"):
            way = "second_factor"
    if not way:
        told = {"user": user.pk, "address": address, "why": "second_factor"}
        journal.record(stream="door", verb="accounts.entry_refused", actor=actor, at=at, data=told)
    else:
        told = {"user": user.pk, "address": address, "way": way}
        journal.record(stream="door", verb="accounts.entered", actor=actor, at=at, data=told)
    return way


@use_case("accounts.reseal_factors")
def reseal_factors(*, actor: Actor, at: datetime) -> int:
    """Seal every device's secret under the present secret of the house, after that was changed; how many.

    Afterwards the former secret may leave SECRET_KEY_FALLBACKS.
    """
    policies.require_keeper(actor)
    devices = list(Factor.objects.select_for_update())
    for device in devices:
        device.seal_again()
        device.save(update_fields=["key"])
    told = {"count": len(devices)}
    journal.record(stream="door", verb="accounts.factors_resealed", actor=actor, at=at, data=told)
    return len(devices)


def _uses_up(user: User, code: str, at: datetime) -> bool:
    unused = RecoveryCode.objects.filter(user=user, digest=key_digest(code), used_at__isnull=True)
    if not unused.update(used_at=at):
        return False
    journal.record(stream=user.stream, verb="accounts.recovery_code_used", actor=caller(user), at=at)
    return True


def _fresh_codes(user: User) -> list[Secret]:
    RecoveryCode.objects.filter(user=user).delete()
    codes = [new_recovery_code() for _n in range(RECOVERY_CODES)]
    RecoveryCode.objects.bulk_create(
        RecoveryCode(user=user, digest=key_digest(plain_code(code))) for code in codes
    )
    return [Secret(code) for code in codes]
