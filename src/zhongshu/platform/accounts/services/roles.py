from datetime import datetime

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.platform.accounts import policies, registry
from zhongshu.platform.accounts.models import AdminRole, ApiToken, User
from zhongshu.platform.accounts.services.finding import found
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case


@use_case("accounts.grant_admin_role")
def grant_admin_role(*, actor: Actor, user_id: int, role: str, at: datetime) -> User:
    """Make somebody one of the three administrators; refused when he is one already (rule G-07, TV-11).

    An administrator handles no business: refused while he still holds any; his keys for programs are revoked and
    he must enter anew.
    """
    user = found(user_id)
    policies.require_keeper_of(actor, user)
    if role not in AdminRole.values:
        raise Refusal("no_such_role", _("没有这种管理员。"), rule="G-07")
    if user.admin_role:
        held = AdminRole(user.admin_role).label
        raise Conflict(
            "holds_a_role",
            _("%(name)s已是%(held)s，三员不得兼任。") % {"name": user.username, "held": held},
            rule="G-07",
            hint=_("确需调整的，请先撤销现有角色。"),
        )
    if held_still := registry.still_held(user.pk):
        raise Conflict(
            "still_holds",
            _("%(name)s手上还有%(held)s；管理员不办业务，授予后就没有人办了。")
            % {"name": user.username, "held": held_still},
            rule="G-07",
            hint=_("请先由机构人员管理员把在办的事移交给别人，再授予。"),
        )
    ApiToken.objects.filter(user=user, revoked_at__isnull=True).update(revoked_at=at)
    return _set(user, role, "accounts.role_granted", role, actor, at)


@use_case("accounts.withdraw_admin_role")
def withdraw_admin_role(*, actor: Actor, user_id: int, at: datetime) -> User:
    """Somebody is an administrator no longer; Conflict when he is none."""
    user = found(user_id)
    policies.require_keeper_of(actor, user)
    if not user.admin_role:
        raise Conflict("holds_no_role", _("%(name)s不是管理员。") % {"name": user.username}, rule="G-07")
    return _set(user, "", "accounts.role_withdrawn", user.admin_role, actor, at)


def _set(user: User, role: str, verb: str, told: str, actor: Actor, at: datetime) -> User:
    user.admin_role = role
    user.end_sessions()
    user.save(update_fields=["admin_role", "session_epoch"])
    journal.record(stream=user.stream, verb=verb, actor=actor, at=at, data={"role": told})
    return user
