"""A dry run of a ledger, counted row by row; long ones are kept with the ledger until it is mapped anew."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from zhongshu.supervision.imports import Line
from zhongshu.supervision.ledgers import DROPPED, FINISHED

SHOWN = 200  # lines kept to be shown


@dataclass(slots=True)
class TriedRow:
    """A row as it would come in. ``due`` is its date, or what stands there instead; ``sheet`` "" in runs kept before it was."""

    row: int
    task: str
    lead: str
    support: str
    due: str
    mistakes: list[str]
    notes: list[str]
    sheet: str = ""


@dataclass(slots=True)
class Tried:
    """How many rows would enter how, and those worth a look: mistakes before notes before the first of the rest."""

    rows: int = 0
    open: int = 0
    finished: int = 0
    dropped: int = 0
    wrong: int = 0
    unknown: list[str] = field(default_factory=list)
    lines: list[TriedRow] = field(default_factory=list)

    @property
    def of_sheets(self) -> bool:
        """Whether the rows stand in more than one sheet, so that a number alone does not tell which is meant."""
        return len({line.sheet for line in self.lines}) > 1

    @property
    def most(self) -> bool:
        """Whether not every row is shown."""
        return self.rows > len(self.lines)

    def kept(self) -> dict[str, Any]:
        """As plain values, to be stored."""
        return asdict(self)


def tried(lines: Iterable[Line], known: frozenset[str]) -> Tried:
    """The dry run over ``lines``, in constant memory; ``known`` are the names that have a unit."""
    told, unknown = Tried(), dict[str, None]()
    kept: tuple[list[TriedRow], list[TriedRow], list[TriedRow]] = ([], [], [])
    for line in lines:
        _count(told, line)
        unknown |= dict.fromkeys(u for u in (*line.matter.lead, *line.matter.support) if u not in known)
        some = kept[0 if line.mistakes else 1 if line.notes else 2]
        if len(some) < SHOWN:
            some.append(_row(line))
    told.unknown, told.lines = list(unknown), [row for some in kept for row in some][:SHOWN]
    return told


def again(kept: dict[str, Any]) -> Tried:
    """The dry run that was stored."""
    return Tried(**{**kept, "lines": [TriedRow(**row) for row in kept["lines"]]})


def _count(told: Tried, line: Line) -> None:
    told.rows += 1
    told.wrong += bool(line.mistakes)
    if not line.mistakes:
        told.open += not line.ending
        told.finished += line.ending == FINISHED
        told.dropped += line.ending == DROPPED


def _row(line: Line) -> TriedRow:
    one = line.matter
    units = ("、".join(line.lead), "、".join(line.support))
    due = one.due or one.due_text
    return TriedRow(one.row, one.task, *units, due, list(line.mistakes), list(line.notes), one.sheet)
