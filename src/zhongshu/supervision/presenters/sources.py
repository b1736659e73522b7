"""Where matters come from and what came back: by origin, and by unit; each number with the list it counts."""

from functools import cached_property

from zhongshu.supervision import figures
from zhongshu.supervision.models import Origin
from zhongshu.supervision.presenters.board import Board
from zhongshu.supervision.presenters.numbers import Load, Returned, Source
from zhongshu.supervision.tallies import NO_ORIGIN, OriginCount, ReturnedCount


class Sources(Board):
    """The second page of the board."""

    @cached_property
    def _ended(self) -> dict[str, object]:
        return {"closed": "1", "ended_from": self.since.isoformat()}

    @cached_property
    def sources(self) -> list[Source]:
        """Every kind of origin, in the order of the house."""
        counted = figures.by_origin(self.actor, self.days)
        return [self._source(origin, counted.get(origin, NO_ORIGIN)) for origin in Origin]

    def _source(self, origin: Origin, found: OriginCount) -> Source:
        load = Load(
            str(origin.label),
            late=self.number(found.late, late="1", origin=origin),
            soon=self.number(found.soon, soon="1", origin=origin),
            rest=self.number(found.open - found.late - found.soon, rest="1", origin=origin),
            whole=self.number(found.open, origin=origin),
        )
        return Source(load, self.number(found.ended, origin=origin, **self._ended))

    @cached_property
    def returned(self) -> list[Returned]:
        """Units with something sent back, the most in hand first."""
        counted = figures.returned(self.actor, self.since)
        units = sorted(counted.items(), key=lambda one: (-one[1].open, -one[1].ended, one[0]))
        names = self.names(pk for pk, _counts in units)
        return [self._returned(pk, names[pk], counts) for pk, counts in units]

    def _returned(self, pk: int, name: str, found: ReturnedCount) -> Returned:
        listed: dict[str, object] = {"returned": "1", "lead": pk, "scope": "listed"}
        return Returned(
            name, self.number(found.open, **listed), self.number(found.ended, **listed, **self._ended)
        )
