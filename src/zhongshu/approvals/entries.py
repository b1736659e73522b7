"""The entries of approvals in the frame."""

from django.utils.translation import gettext_lazy as _

from zhongshu.approvals import policies
from zhongshu.kernel.actors import Actor
from zhongshu.ui import menu


def works_here(actor: Actor) -> bool:
    """Whether ``actor`` has business at all."""
    return bool(policies.may_work(actor))


menu.register(
    menu.Entry(
        "approvals", _("审批"), "clipboard-check", "approvals:papers",
        order=12, key="p", words="sp shenpi daiban", visible=works_here,
    ),
    menu.Entry(
        "routes", _("审批路线"), "git-branch", "approvals:routes",
        group="settings", order=40, words="splx liucheng", visible=works_here,
    ),
    menu.Entry(
        "approval-new", _("发起审批"), "clipboard-check", "approvals:new",
        group="create", order=15, words="fqsp shenqing", visible=works_here,
    ),
)  # fmt: skip
