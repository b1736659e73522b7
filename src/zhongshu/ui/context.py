"""What the frame of a page needs to know: the ``look`` variable of every template."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.http import HttpRequest

from zhongshu.kernel.actors import Actor
from zhongshu.ui import menu
from zhongshu.ui.preferences import Preferences


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of the side column and what stands under it."""

    title: menu.Title
    links: list[menu.Link]


class Look:
    """Size, density, menu and links of the frame, for one request. Computed only when a template asks."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request
        self.actor: Actor | None = getattr(request, "actor", None)
        self.preferences = Preferences.of(request)
        self.is_demo = bool(getattr(settings, "DEMO", False))

    @cached_property
    def _entries(self) -> list[menu.Entry]:
        return menu.visible(self.actor) if self.actor else []

    @cached_property
    def _links(self) -> dict[str, menu.Link]:
        return {e.code: menu.link(e, self.actor) for e in self._entries} if self.actor else {}

    def _group(self, name: str) -> list[menu.Link]:
        own = menu.provided(name, self.actor) if self.actor else []
        return [self._links[e.code] for e in self._entries if e.group == name] + own

    @cached_property
    def side(self) -> list[Group]:
        """The side column: groups with at least one link."""
        groups = [Group(title, self._group(name)) for name, title in menu.SIDE.items()]
        return [group for group in groups if group.links]

    @cached_property
    def phone(self) -> list[menu.Link]:
        """The phone's bottom bar: four links, and the page of all the others."""
        entries = [(e.phone, e.code) for e in self._entries if e.phone is not None]
        more = [self.slots["more"]] if "more" in self.slots else []
        return [self._links[code] for _, code in sorted(entries)[:4]] + more

    @cached_property
    def create(self) -> list[menu.Link]:
        """What this person may begin: the 新建 menu."""
        return self._group("create")

    @cached_property
    def person(self) -> list[menu.Link]:
        """The menu under one's name."""
        return self._group("person")

    @cached_property
    def slots(self) -> Mapping[str, menu.Link]:
        """Single links of the frame by name: home, search, inbox, help, log_out."""
        return {e.group: self._links[e.code] for e in reversed(self._entries) if e.group in menu.SLOTS}

    @cached_property
    def here(self) -> str:
        """Code of the entry whose pages this page belongs to: the longest address that begins this one."""
        path = self._request.path
        links = [one for group in self.side for one in group.links] + self.phone
        near = [one for one in links if path.startswith(one.url) and (one.url != "/" or path == "/")]
        return max(near, key=lambda one: len(one.url)).code if near else ""

    @cached_property
    def initial(self) -> str:
        """First character of the person's name, for the round mark in the head."""
        return self.actor.name[:1] if self.actor else ""


def look(request: HttpRequest) -> dict[str, Look]:
    """Context processor: ``look`` in every template. See :class:`Look`."""
    return {"look": Look(request)}
