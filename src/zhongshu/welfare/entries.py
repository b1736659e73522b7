"""The entry of services to employees in the frame."""

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.ui import menu


def works_here(actor: Actor) -> bool:
    """Whether ``actor`` is somebody's employee here: the three administrators come for their consoles only."""
    return not actor.admin_role


menu.register(
    menu.Entry(
        "welfare", _("职工服务"), "user-check", "welfare:cases",
        order=36, words="zgfw zhigong yanglao yiliao gongjijin shebao", visible=works_here,
    )
)  # fmt: skip
