"""What the frame of a page needs to know: the ``look`` variable of every template."""

from functools import cached_property

from django.conf import settings
from django.http import HttpRequest

from zhongshu.kernel.actors import Actor
from zhongshu.ui import menu
from zhongshu.ui.preferences import Preferences


class Look:
    """Size, density, menu and links of the frame, for one request. Computed only when a template asks."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request
        self.actor: Actor | None = getattr(request, "actor", None)
        self.preferences = Preferences.of(request)
        self.is_demo = bool(getattr(settings, "DEMO", False))

    @cached_property
    def menu(self) -> menu.Menu:
        """What this person may reach."""
        return menu.menu_of(self.actor) if self.actor else menu.NOTHING

    @cached_property
    def here(self) -> str:
        """Code of the entry whose pages this page belongs to."""
        return self.menu.here(self._request.path)

    @cached_property
    def initial(self) -> str:
        """First character of the person's name, for the round mark in the head."""
        return self.actor.name[:1] if self.actor else ""


def look(request: HttpRequest) -> dict[str, Look]:
    """Context processor: ``look`` in every template. See :class:`Look`."""
    return {"look": Look(request)}
