"""The portal's entries in the frame."""

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.org.models import Duty
from zhongshu.ui import menu


def leads_an_organ(actor: Actor) -> bool:
    """Whether ``actor`` is a leader of an organ, to whom the view for the hand is offered."""
    return actor.has_duty(Duty.LEAD_ORGAN)


def does_business(actor: Actor) -> bool:
    """Whether there is a desk and something to search: not for the three administrators (rule G-07)."""
    return not actor.admin_role


menu.register(
    menu.Entry(
        "home",
        _("今天"),
        "sun-high",
        "portal:home",
        order=0,
        group="desk",
        phone=0,
        key="h",
        visible=does_business,
    ),
    menu.Entry("brand", _("今天"), "sun-high", "portal:home", group="home"),
    menu.Entry(
        "leader",
        _("待批与交办"),
        "signature",
        "portal:leader",
        order=5,
        group="desk",
        phone=5,
        short=_("待批"),
        key="p",
        visible=leads_an_organ,
    ),
    menu.Entry("search", _("搜索"), "search", "portal:search", group="search", visible=does_business),
    menu.Entry(
        "find",
        _("搜索"),
        "search",
        "portal:search",
        order=90,
        group="desk",
        phone=90,
        words="ss",
        visible=does_business,
    ),
    menu.Entry("help", _("帮助"), "help", "portal:help-index", group="help"),
    menu.Entry("more", _("更多"), "dots", "portal:more", group="more"),
    menu.Entry("help-pages", _("帮助"), "book", "portal:help-index", order=90, group="settings", words="bz"),
    menu.Entry(
        "preferences", _("偏好"), "adjustments-horizontal", "portal:preferences", order=80, group="person"
    ),
)
