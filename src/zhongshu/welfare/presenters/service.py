"""A service made ready for its page: what it needs, its windows ahead, what its calendar was before."""

from datetime import date
from functools import cached_property

from django.urls import reverse

from zhongshu.kernel.actors import Actor
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.journal.telling import events
from zhongshu.ui import parts
from zhongshu.welfare import deeds, policies, queries
from zhongshu.welfare.models import Edition, Service
from zhongshu.welfare.rules import Slot

KEEPING = ("calendar", "service-change")


class ServicePage:
    """One service as ``actor`` sees it on ``today``."""

    def __init__(self, actor: Actor, one: Service, today: date) -> None:
        self.actor, self.one, self.today = actor, one, today

    @cached_property
    def keeps(self) -> list[deeds.Deed]:
        """What its keepers do."""
        return [deeds.BY_NAME[name] for name in KEEPING] if self._may_keep else []

    @cached_property
    def _may_keep(self) -> bool:
        return bool(policies.may_keep(self.actor, self.one.organ_id))

    @property
    def ask(self) -> str:
        """Where it is asked for; "" where it cannot be."""
        may = policies.may_ask(self.actor, self.one)
        return reverse("welfare:ask", args=[self.one.pk]) if may and self.slots else ""

    @cached_property
    def slots(self) -> list[Slot]:
        """The windows that come next."""
        return queries.slots_ahead(self.one, self.today)

    @property
    def editions(self) -> list[tuple[Edition, bool]]:
        """What the agency has said, the newest first, and which of it is in force today."""
        found = self.one.calendar
        begun = [one for one in found if one.valid_from <= self.today]
        return [(one, bool(begun) and one is begun[-1]) for one in reversed(found)]

    @cached_property
    def entries(self) -> list[parts.Event]:
        """Its record, for who keeps it."""
        return events(journal.timeline(self.one.stream), self.today) if self._may_keep else []
