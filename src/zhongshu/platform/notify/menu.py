"""The bell in the head of every page."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhongshu.kernel.actors import Actor
from zhongshu.platform.notify.queries import COUNT_CAP, unread_count
from zhongshu.ui import menu


def _unread(actor: Actor) -> menu.Badge | None:
    count = unread_count(actor)
    if not count:
        return None
    text = str(count) if count < COUNT_CAP else f"{COUNT_CAP - 1}+"
    return menu.Badge(text, _("%(count)s 条未读") % {"count": text})


menu.register(
    menu.Entry("notices", gettext_lazy("消息"), "bell", "notify:inbox", group="inbox", badge=_unread)
)
