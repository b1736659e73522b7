"""Where matters come from and what came back: by origin, and by unit; each number with the list it counts."""

from functools import cached_property

from django.utils.safestring import SafeString

from zhongshu.supervision import figures
from zhongshu.supervision.models import Origin
from zhongshu.supervision.presenters.board import Board
from zhongshu.supervision.presenters.numbers import Load, Numbers, Returned, Source
from zhongshu.supervision.tallies import NO_ORIGIN, OriginCount, ReturnedCount
from zhongshu.ui.drawn import draw, drawn_once

Came = tuple[str, OriginCount]
"""A kind of origin and what came from it."""
Back = tuple[int, str, ReturnedCount]
"""A unit, its name, and what of its was sent back."""


class Sources(Board):
    """The second page of the board."""

    @cached_property
    def came(self) -> list[Came]:
        """Every kind of origin, in the order of the house."""
        counted = figures.by_origin(self.actor, self.days)
        return [(origin.value, counted.get(origin, NO_ORIGIN)) for origin in Origin]

    @cached_property
    def back(self) -> list[Back]:
        """Units with something sent back, the most in hand first."""
        counted = figures.returned(self.actor, self.since)
        units = sorted(counted.items(), key=lambda one: (-one[1].open, -one[1].ended, one[0]))
        names = self.names(pk for pk, _counts in units)
        return [(pk, names[pk], counts) for pk, counts in units]

    @property
    def lines_of_sources(self) -> list[SafeString]:
        """The table of origins."""
        line, since = source_line.of(self.came), self.since.isoformat()
        return [line(one, since) for one in self.came]

    @property
    def lines_of_returned(self) -> list[SafeString]:
        """The table of what was sent back."""
        line, since = returned_line.of(self.back), self.since.isoformat()
        return [line(one, since) for one in self.back]


@drawn_once(most=300)
def source_line(came: Came, since: str) -> SafeString:
    """A line of the table of origins; ``since`` is the first day of the span."""
    return draw("supervision/_source_row.html", one=source(came, since))


@drawn_once(most=300)
def returned_line(back: Back, since: str) -> SafeString:
    """A line of the table of what was sent back."""
    return draw("supervision/_returned_row.html", one=returned(back, since))


def source(came: Came, since: str) -> Source:
    """The numbers of one kind of origin."""
    number, (origin, found) = Numbers(), came
    load = Load(
        str(Origin(origin).label),
        late=number(found.late, late="1", origin=origin),
        soon=number(found.soon, soon="1", origin=origin),
        rest=number(found.open - found.late - found.soon, rest="1", origin=origin),
        whole=number(found.open, origin=origin),
    )
    return Source(load, number(found.ended, origin=origin, **_ended(since)))


def returned(back: Back, since: str) -> Returned:
    """The numbers of one unit."""
    number, (pk, name, found) = Numbers(), back
    listed: dict[str, object] = {"returned": "1", "lead": pk, "scope": "listed"}
    return Returned(name, number(found.open, **listed), number(found.ended, **listed, **_ended(since)))


def _ended(since: str) -> dict[str, object]:
    return {"closed": "1", "ended_from": since}
