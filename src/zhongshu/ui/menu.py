"""The menu registry. Upper floors register what can be reached; the frame draws what this person may reach.

Register once, in ``AppConfig.ready``::

    menu.register(
        menu.Entry("supervision", _("督查督办"), "clipboard-list", "supervision:ledger", order=10,
                   phone=20, short=_("督办"), key="d", visible=may_see_ledger, badge=late_badge)
    )
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

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
    "settings": _("制度与设置"),
}
# Places in the frame outside the side column: the 新建 menu, the menu under one's name.
OTHER = ("create", "person")
# Single links of the frame: at most one entry each.
SLOTS = ("home", "search", "inbox", "help", "log_out", "more")
MOST_PEOPLE, MOST_MENUS, MOST_PATHS = 1000, 500, 500


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


Count = Callable[[Actor], Badge | None]


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
    ``visible``  whether this person may reach it; asked once, so it looks at nothing but the actor.
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
    badge: Count | None = None


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


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of the side column and what stands under it."""

    title: Title
    links: list[Link]


@dataclass(frozen=True, slots=True, eq=False)
class Menu:
    """What somebody may reach, drawn up once for all who may reach the same and have the same counts.

    ``side``    groups of the side column, each with at least one link.
    ``phone``   the phone's bottom bar: four links, and the page of all the others.
    ``create``  what this person may begin: the 新建 menu.
    ``person``  the menu under one's name.
    ``slots``   single links of the frame by name: home, search, inbox, help, log_out.
    """

    side: Sequence[Group] = ()
    phone: Sequence[Link] = ()
    create: Sequence[Link] = ()
    person: Sequence[Link] = ()
    slots: Mapping[str, Link] = field(default_factory=dict)

    def here(self, path: str) -> str:
        """Code of the entry whose pages ``path`` belongs to: the longest address that begins it."""
        return _nearest(self, path)


@lru_cache(MOST_PATHS)
def _nearest(menu: Menu, path: str) -> str:
    links = [one for group in menu.side for one in group.links] + [*menu.phone]
    near = [one for one in links if path.startswith(one.url) and (one.url != "/" or path == "/")]
    return max(near, key=lambda one: len(one.url)).code if near else ""


NOTHING = Menu()


class Registry:
    """Entries by their code, and the menus drawn up of them."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}
        self._visible = lru_cache(MOST_PEOPLE)(self._sought)
        self._menu = lru_cache(MOST_MENUS)(self._drawn_up)

    def register(self, *entries: Entry) -> None:
        for entry in entries:
            if entry.group not in SIDE and entry.group not in OTHER and entry.group not in SLOTS:
                raise ValueError(f"menu group {entry.group!r} of {entry.code!r} does not exist")
            self._entries[entry.code] = entry
        self._visible.cache_clear()
        self._menu.cache_clear()

    def menu(self, actor: Actor) -> Menu:
        codes, counts = self._visible(actor)
        return self._menu(codes, tuple(count(actor) for count in counts), settings.ROOT_URLCONF)

    def _sought(self, actor: Actor) -> tuple[tuple[str, ...], list[Count]]:
        """Codes of what ``actor`` may reach, in order, and what counts for those that bear a count."""
        seen = sorted((e.order, e.code) for e in self._entries.values() if e.visible(actor))
        codes = tuple(code for _, code in seen)
        return codes, [count for code in codes if (count := self._entries[code].badge)]

    def _drawn_up(self, codes: Sequence[str], counts: Sequence[Badge | None], urlconf: str) -> Menu:
        entries = [self._entries[code] for code in codes]
        badges = dict(zip((one.code for one in entries if one.badge), counts, strict=True))
        links = {one.code: _link(one, badges.get(one.code), urlconf) for one in entries}

        def of(name: str) -> list[Link]:
            return [links[one.code] for one in entries if one.group == name]

        side = [Group(title, of(name)) for name, title in SIDE.items()]
        slots = {one.group: links[one.code] for one in reversed(entries) if one.group in SLOTS}
        first = sorted((one.phone, one.code) for one in entries if one.phone is not None)[:4]
        return Menu(
            side=[group for group in side if group.links],
            phone=[links[code] for _, code in first] + ([slots["more"]] if "more" in slots else []),
            create=of("create"),
            person=of("person"),
            slots=slots,
        )


def _link(entry: Entry, badge: Badge | None, urlconf: str) -> Link:
    url = reverse(entry.url_name, urlconf)
    return Link(entry.code, entry.title, entry.icon, url, badge, entry.key, entry.words, entry.short)


_registry = Registry()


def register(*entries: Entry) -> None:
    """Make entries known. The same code again replaces the former entry."""
    _registry.register(*entries)


def menu_of(actor: Actor) -> Menu:
    """The menu of ``actor``, with the counts of this moment."""
    return _registry.menu(actor)
