"""A dry run of a ledger, counted row by row."""

from dataclasses import dataclass, field

from zhongshu.supervision.imports import Line
from zhongshu.supervision.ledgers import DROPPED, FINISHED

SHOWN = 200  # lines kept to be shown


@dataclass(slots=True)
class Tried:
    """A dry run: how many rows would enter how, and the first that are worth a look, mistakes before notes."""

    rows: int = 0
    open: int = 0
    finished: int = 0
    dropped: int = 0
    wrong: int = 0
    lines: list[Line] = field(default_factory=list)
    unknown: dict[str, None] = field(default_factory=dict)

    def add(self, line: Line, known: frozenset[str]) -> None:
        """Count one row."""
        self.rows += 1
        if line.mistakes:
            self.wrong += 1
        else:
            self.open += not line.ending
            self.finished += line.ending == FINISHED
            self.dropped += line.ending == DROPPED
        self.unknown |= dict.fromkeys(u for u in (*line.matter.lead, *line.matter.support) if u not in known)
        if len(self.lines) < SHOWN:
            self.lines.append(line)
