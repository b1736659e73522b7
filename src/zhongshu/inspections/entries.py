"""The entry of inspections in the frame."""

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.ui import menu


def works_here(actor: Actor) -> bool:
    """Whether ``actor`` has business at all: any unit may be inspected, the three administrators have none."""
    return not actor.admin_role


menu.register(
    menu.Entry(
        "inspections", _("督查行动"), "eye-check", "inspections:inspections",
        order=12, words="dcxd ducha xunshi", visible=works_here,
    )
)  # fmt: skip
