"""The fictional city as the stories need it: its people as actors, and the clock of its lives."""

import heapq
import itertools
from collections.abc import Iterable, Iterator
from datetime import datetime

from zhongshu.cli.demo.places import HEAD, RECEIVE, SEATS
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.org import queries as org
from zhongshu.org.models import Person, Unit


class World:
    """Units by code, people by log-in, and all lives in the order of time."""

    def __init__(self) -> None:
        self.units = {unit.code: unit for unit in Unit.objects.select_related("organ")}
        self.codes = {unit.pk: code for code, unit in self.units.items()}
        self.people = {
            person.user.username: person
            for person in Person.objects.select_related("user").filter(user__isnull=False)
            if person.user
        }
        self._actors: dict[str, Actor] = {}
        self._lives: list[tuple[datetime, int, Iterator[datetime]]] = []
        self._order = itertools.count()

    def person(self, login: str) -> Person:
        return self.people[login]

    def actor(self, login: str, at: datetime) -> Actor:
        """The actor behind a log-in; appointments of the demonstration do not change within it."""
        if login not in self._actors:
            self._actors[login] = org.actor_of(self.people[login], local_day(at))
        return self._actors[login]

    def ids(self, codes: Iterable[str]) -> tuple[int, ...]:
        return tuple(self.units[code].pk for code in codes)

    def clerk(self, unit: str) -> str:
        """The log-in of whoever receives for an organ."""
        within = {code for code, other in self.units.items() if other.organ_id == self.units[unit].organ_id}
        return next(seat.login for seat in SEATS if seat.unit in within and RECEIVE in seat.duties)

    def head(self, unit: str) -> Person:
        """The leader of a unit."""
        return self.people[next(s.login for s in SEATS if s.unit == unit and HEAD in s.duties)]

    def start(self, life: Iterator[datetime]) -> None:
        """Let a life begin: it says when it first acts."""
        at = next(life, None)
        if at is not None:
            heapq.heappush(self._lives, (at, next(self._order), life))

    def step(self, until: datetime) -> bool:
        """Let the earliest life act and wait for its next moment; False when none acts before ``until``."""
        if not self._lives or self._lives[0][0] >= until:
            return False
        _, _, life = heapq.heappop(self._lives)
        self.start(life)
        return True
