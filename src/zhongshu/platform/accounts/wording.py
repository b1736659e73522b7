"""How accounts and the door are told in the journal."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from zhongshu.platform.accounts.models import AdminRole
from zhongshu.platform.journal import sentences

WAYS = {
    "password": _("密码"),
    "second_factor": _("密码和动态口令"),
    "recovery_code": _("密码和恢复码"),
    "demo": _("演示入口"),
}
REASONS = {
    "password": _("登录名或密码不对"),
    "second_factor": _("动态口令不对"),
    "locked": _("连续输错，已暂停登录"),
}
FIXED = {
    "accounts.password_reset": (_("重置密码"), "key"),
    "accounts.password_changed": (_("修改密码"), "key"),
    "accounts.reopened": (_("恢复账号"), "user-check"),
    "accounts.unlocked": (_("解除登录锁定"), "lock"),
    "accounts.sessions_ended": (_("结束全部会话"), "logout"),
    "accounts.demo_guest": (_("列入演示入口"), "login"),
    "accounts.factor_added": (_("启用动态口令"), "shield-check"),
    "accounts.factors_resealed": (_("重新加密动态口令密钥"), "shield-check"),
    "accounts.factor_removed": (_("停用动态口令"), "shield-check"),
    "accounts.recovery_codes_made": (_("生成恢复码"), "key"),
    "accounts.recovery_code_used": (_("用掉一个恢复码"), "key"),
}


NAMES = {
    "accounts.entered": _("登录"),
    "accounts.entry_refused": _("登录被拒"),
    "accounts.opened": _("开通账号"),
    "accounts.role_granted": _("授予管理员"),
    "accounts.role_withdrawn": _("撤销管理员"),
}


def register() -> None:
    """Teach the journal our verbs."""
    sentences.name(NAMES)
    for verb, (text, icon) in FIXED.items():
        sentences.register(verb, text, icon=icon)
    sentences.register("accounts.opened", _opened, icon="user-plus")
    sentences.register("accounts.closed", _closed, icon="lock", tone="red")
    sentences.register("accounts.role_granted", _granted, icon="id-badge-2")
    sentences.register("accounts.role_withdrawn", _withdrawn, icon="id-badge-2")
    sentences.register("accounts.key_made", lambda told: now("生成程序密钥“%(name)s”") % told, icon="key")
    sentences.register("accounts.key_revoked", lambda told: now("停用程序密钥“%(name)s”") % told, icon="key")
    sentences.register("accounts.entered", _entered, icon="login")
    sentences.register("accounts.entry_refused", _refused, icon="alert-triangle", tone="red")
    sentences.register("accounts.journal_verified", _verified, icon="shield-check")
    sentences.register(
        "accounts.journal_exported", lambda told: now("导出留痕 %(count)s 条") % told, icon="download"
    )
    sentences.register("accounts.left", lambda told: now("退出，来自 %(address)s") % told, icon="logout")


def role(code: str) -> str:
    """The name of an administrator's role; "" for none."""
    return str(AdminRole(code).label) if code else ""


def _verified(told: Mapping[str, Any]) -> str:
    if told["where"]:
        return now("校验留痕，不相符：%(where)s") % told
    return now("校验留痕 %(count)s 条，完整") % told


def _opened(told: Mapping[str, Any]) -> str:
    if told["role"]:
        return now("开通账号 %(username)s（%(role)s）") % {**told, "role": role(told["role"])}
    return now("开通账号 %(username)s") % told


def _closed(told: Mapping[str, Any]) -> str:
    return now("停用账号，会话即时结束，同时停用密钥 %(keys)s 个") % told


def _granted(told: Mapping[str, Any]) -> str:
    return now("授予%(role)s") % {"role": role(told["role"])}


def _withdrawn(told: Mapping[str, Any]) -> str:
    return now("撤销%(role)s") % {"role": role(told["role"])}


def _entered(told: Mapping[str, Any]) -> str:
    return now("登录（%(way)s），来自 %(address)s") % {**told, "way": WAYS[told["way"]]}


def _refused(told: Mapping[str, Any]) -> str:
    return now("登录未成功（%(why)s），来自 %(address)s") % {**told, "why": REASONS[told["why"]]}
