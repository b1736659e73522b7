"""Who may load a table of workdays."""

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Forbidden


def may_import(actor: Actor) -> bool:
    """The system administrator, or the system itself."""
    return actor.is_system or actor.admin_role == "system"


def require_import(actor: Actor) -> None:
    """Forbidden unless ``actor`` may load a table."""
    if not may_import(actor):
        raise Forbidden(
            "not_system_admin",
            _("只有系统管理员可以导入工作日历。"),
            rule="T-03",
            hint=_("请把国务院办公厅的放假通知交给系统管理员导入。"),
        )
