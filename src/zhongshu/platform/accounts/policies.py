"""Who may do what to accounts: the three administrators, each only his own (rule G-07 {S}/{D})."""

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Forbidden, NotFound
from zhongshu.platform.accounts.models import AdminRole, User


def keeps_accounts(actor: Actor) -> bool:
    """The security administrator, or the system itself."""
    return actor.is_system or actor.admin_role == AdminRole.SECURITY


def reads_journal(actor: Actor) -> bool:
    """The audit administrator, or the system itself."""
    return actor.is_system or actor.admin_role == AdminRole.AUDIT


def require_keeper(actor: Actor) -> None:
    """Forbidden unless ``actor`` may administer accounts."""
    if not keeps_accounts(actor):
        raise Forbidden(
            "not_security_admin",
            _("账号由安全管理员管理。"),
            rule="G-07",
            hint=_("请联系安全管理员办理。"),
        )


def require_keeper_of(actor: Actor, user: User) -> None:
    """As :func:`require_keeper`; and nobody opens, closes or raises his own account."""
    require_keeper(actor)
    if not actor.is_system and actor.user_id == user.pk:
        raise Forbidden(
            "own_account",
            _("不能给自己的账号办理这一项。"),
            rule="G-07",
            hint=_("请由另一位安全管理员办理。"),
        )


def require_page(allowed: bool) -> None:
    """A console that is not one's own does not exist."""
    if not allowed:
        raise NotFound("no_such_page", _("没有找到这一页。"))
