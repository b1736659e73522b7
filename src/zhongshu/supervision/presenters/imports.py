"""A ledger on its way in, as its page tells it: what was understood, what would come of it, what came."""

from datetime import date
from difflib import get_close_matches
from functools import cached_property

from zhongshu.kernel.actors import Actor
from zhongshu.org import queries as org
from zhongshu.supervision import queries
from zhongshu.supervision.choices import UnitNames
from zhongshu.supervision.imports import lines_of
from zhongshu.supervision.models import ImportState, LedgerImport, RowOutcome
from zhongshu.supervision.presenters.tried import SHOWN, Tried

AT_ONCE, NEAREST, ALIKE = 3000, 5, 0.3
"""Rows that are tried without being asked to; matches offered for a name, and how alike they must be."""


class ImportPage:
    """One import for ``actor``. ``asked``: the dry run is wanted even of a long ledger."""

    def __init__(self, actor: Actor, ledger: LedgerImport, today: date, *, asked: bool) -> None:
        self.actor, self.ledger, self.today, self.asked = actor, ledger, today, asked

    @property
    def is_open(self) -> bool:
        """Whether the ledger may still be mapped and imported."""
        return self.ledger.state in (ImportState.READ, ImportState.STOPPED)

    @property
    def may_undo(self) -> bool:
        held = self.outcomes[RowOutcome.TAKEN]
        return bool(held) and self.ledger.state in (ImportState.DONE, ImportState.STOPPED)

    @property
    def rows(self) -> int:
        """About how many rows there are."""
        return sum(int(table["rows"]) for table in self.ledger.understood)

    @cached_property
    def outcomes(self) -> dict[str, int]:
        return {outcome.value: 0 for outcome in RowOutcome} | dict(queries.outcomes(self.ledger))

    @cached_property
    def told_rows(self) -> list[tuple[int, str, str, str]]:
        """Rows that stayed out, or stayed when the rest went: row, sheet, reason, number of the matter."""
        found = queries.refused_rows(self.ledger)
        return [(one.row, one.sheet, one.why, one.matter.number if one.matter else "") for one in found]

    @cached_property
    def tried(self) -> Tried | None:
        """The dry run, while there is something to import; of a long ledger only when asked for."""
        if not self.is_open or not (self.asked or self.rows <= AT_ONCE):
            return None
        known, tried = frozenset(org.directory()), Tried()
        for line in lines_of(self.ledger, self.today):
            tried.add(line, known)
        tried.lines.sort(key=lambda line: (not line.mistakes, not line.notes))
        return tried

    @cached_property
    def units(self) -> UnitNames:
        return UnitNames()

    @cached_property
    def unknown(self) -> dict[str, list[str]]:
        """The names that no unit has, each with the units whose names come nearest."""
        if self.tried is None:
            return {}
        names, directory = self.units, org.directory()
        known = list(directory)
        nearest = {
            name: dict.fromkeys(directory[one] for one in get_close_matches(name, known, NEAREST * 2, ALIKE))
            for name in list(self.tried.unknown)[:SHOWN]
        }
        return {
            name: [names.label(unit) for unit in list(units)[:NEAREST] if names.label(unit)]
            for name, units in nearest.items()
        }
