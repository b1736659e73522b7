"""The menu registry. Upper floors register what can be reached; the frame draws what this person may reach.

Register once, in ``AppConfig.ready``::

    menu.register(
        menu.Entry("supervision", _("督查督办"), "clipboard-list", "supervision:ledger", order=10,
                   phone=20, short=_("督办"), key="d", visible=may_see_ledger, badge=late_badge)
    )
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor

Title = str | Promise

# Groups of the side column, in their order. "desk" has no heading.
SIDE: dict[str, Title] = {
    "desk": "",
    "ledgers": _("台账"),
    "saved": _("我的筛选"),
    "settings": _("制度与设置"),
}
# Places in the frame outside the side column: the 新建 menu, the menu under one's name.
OTHER = ("create", "person")
# Single links of the frame: at most one entry each.
SLOTS = ("home", "search", "inbox", "help", "log_out", "more")


@dataclass(frozen=True, slots=True)
class Badge:
    """A count beside an entry: ``text`` as shown, ``said`` as read aloud, ``late`` for cinnabar."""

    text: str
    said: Title = ""
    late: bool = False

    @property
    def number(self) -> str:
        """The number alone, where there is no room for words: 4 of 4 逾期."""
        return self.text.split(maxsplit=1)[0]


def _everyone(actor: Actor) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be reached.

    ``group``    a key of SIDE, one of OTHER, or one of SLOTS.
    ``order``    ascending within the group.
    ``phone``    place in the phone's bottom bar (ascending; four fit beside 更多), or None.
    ``key``      the letter after ``g`` that leads here, or "".
    ``short``    title in the phone's bar, where ``title`` has more than four characters.
    ``words``    further words the palette finds this by, such as pinyin initials.
    ``visible``  whether this person may reach it; asked on every page, so it must not query.
    ``badge``    a count, or None for no count; asked once a page.
    """

    code: str
    title: Title
    icon: str
    url_name: str
    order: int = 100
    group: str = "ledgers"
    phone: int | None = None
    key: str = ""
    short: Title = ""
    words: str = ""
    visible: Callable[[Actor], bool] = _everyone
    badge: Callable[[Actor], Badge | None] | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """An entry as drawn for one person."""

    code: str
    title: Title
    icon: str
    url: str
    badge: Badge | None = None
    key: str = ""
    words: str = ""
    short: Title = ""


Provider = Callable[[Actor], Iterable[Link]]

_entries: dict[str, Entry] = {}
_providers: dict[str, Provider] = {}


def register(*entries: Entry) -> None:
    """Make entries known. The same code again replaces the former entry."""
    for entry in entries:
        if entry.group not in SIDE and entry.group not in OTHER and entry.group not in SLOTS:
            raise ValueError(f"menu group {entry.group!r} of {entry.code!r} does not exist")
        _entries[entry.code] = entry


def provide(group: str, provider: Provider) -> None:
    """Add links that differ from person to person, such as saved filters, at the end of ``group``."""
    _providers[group] = provider


@cache
def _address(url_name: str, urlconf: str) -> str:
    return reverse(url_name, urlconf)


def link(entry: Entry, actor: Actor) -> Link:
    """``entry`` as drawn for ``actor``."""
    badge = entry.badge(actor) if entry.badge else None
    url = _address(entry.url_name, settings.ROOT_URLCONF)
    return Link(entry.code, entry.title, entry.icon, url, badge, entry.key, entry.words, entry.short)


def visible(actor: Actor) -> list[Entry]:
    """What ``actor`` may reach, in order."""
    return sorted((e for e in _entries.values() if e.visible(actor)), key=lambda e: (e.order, e.code))


def provided(group: str, actor: Actor) -> list[Link]:
    """The person's own links of ``group``."""
    return list(_providers[group](actor)) if group in _providers else []
