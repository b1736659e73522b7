"""Who may look after the system: the system administrator alone (rule G-07 {S})."""

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import NotFound


def may_look_after(actor: Actor) -> bool:
    """Whether the page of the system is this actor's."""
    return actor.admin_role == "system"


def require_keeper(actor: Actor) -> None:
    """For everybody else the page does not exist."""
    if not may_look_after(actor):
        raise NotFound("no_such_page", _("没有这个页面，或者它不归您管。"))
