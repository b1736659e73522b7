"""The entry of assets in the frame."""

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.ui import menu


def works_here(actor: Actor) -> bool:
    """Whether ``actor`` has business at all: anybody may keep something, the three administrators have none."""
    return not actor.admin_role


menu.register(
    menu.Entry(
        "assets",
        _("资产"),
        "building",
        "assets:assets",
        order=57,
        words="zc zichan pandian",
        visible=works_here,
    )
)
