"""What an administrator who tries a table reads of the dates that would move: number and unit, no titles (G-07)."""

from collections.abc import Sequence

from zhongshu.platform.workdays import registry
from zhongshu.platform.workdays.services import Move

SHOWN = 200


def shown(moves: Sequence[Move]) -> list[list[str]]:
    """As many moves as a page lists: the number of what moves, from, to, its unit, and which date it is."""
    listed = moves[:SHOWN]
    names = registry.named({one.stream for one in listed})
    rows = ((one, *names.get(one.stream, (one.what, ""))) for one in listed)
    return [
        [number, one.old.isoformat(), one.new.isoformat(), unit, one.sentence] for one, number, unit in rows
    ]
