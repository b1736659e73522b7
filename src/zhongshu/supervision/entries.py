"""Supervision's entries in the frame."""

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.org.models import Duty
from zhongshu.supervision import policies
from zhongshu.ui import menu


def works_here(actor: Actor) -> bool:
    """Whether ``actor`` has business at all: the three administrators have none (rule G-05)."""
    return not actor.admin_role


def supervises(actor: Actor) -> bool:
    """Whether ``actor`` brings texts in."""
    return not actor.admin_role and actor.has_duty(Duty.SUPERVISE)


def oversees(actor: Actor) -> bool:
    """Whether ``actor`` sees what units are asked for."""
    return bool(policies.may_oversee_asks(actor))


menu.register(
    menu.Entry(
        "asks", _("数据索取"), "list-check", "supervision:asks",
        order=30, words="sjsq shuju", visible=oversees,
    ),
    menu.Entry(
        "supervision", _("督查督办"), "clipboard-list", "supervision:ledger",
        order=10, phone=20, short=_("督办"), key="d", words="dcdb duban", visible=works_here,
    ),
    menu.Entry(
        "board", _("督办一张图"), "chart-histogram", "supervision:board",
        order=5, group="desk", phone=30, short=_("一张图"), key="t", words="dbyzt", visible=works_here,
    ),
    menu.Entry(
        "intakes", _("材料导入"), "file-upload", "supervision:intakes",
        order=20, key="m", words="cldr jiyao", visible=supervises,
    ),
    menu.Entry(
        "papers", _("督办文书"), "file-text", "supervision:papers",
        order=15, words="dbws tongzhidan zhuanbao tongbao", visible=supervises,
    ),
    menu.Entry(
        "new", _("督办事项"), "clipboard-list", "supervision:new",
        group="create", order=20, words="dbsx lixiang", visible=supervises,
    ),
    menu.Entry(
        "intake-new", _("导入材料"), "file-upload", "supervision:intake-new",
        group="create", order=10, visible=supervises,
    ),
)  # fmt: skip
