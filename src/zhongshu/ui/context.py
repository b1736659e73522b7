"""What the frame of a page needs to know: the ``look`` variable of every template."""

from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import cached_property

from zhongshu.kernel.actors import Actor
from zhongshu.ui import menu
from zhongshu.ui.preferences import Preferences


class Frame(NamedTuple):
    """What the frame shows but for what is each request's own: it is drawn once for these values.

    ``here``  code of the entry that the page belongs to.
    """

    menu: menu.Menu
    preferences: Preferences
    here: str
    name: str
    acting_for: str
    is_demo: bool


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

    @property
    def frame(self) -> Frame:
        """What the frame shows."""
        actor = self.actor
        names = (actor.name, actor.acting_for_name) if actor else ("", "")
        size = Preferences(size=self.preferences.size)
        return Frame(self.menu, size, self.here, *names, self.is_demo)

    @property
    def initial(self) -> str:
        """First character of the person's name, for a round mark."""
        return self.actor.name[:1] if self.actor else ""

    @property
    def path(self) -> str:
        """The address of this page, to come back to."""
        return self._request.get_full_path()


def look(request: HttpRequest) -> dict[str, Look]:
    """Context processor: ``look`` in every template. See :class:`Look`."""
    return {"look": Look(request)}
