"""A ledger on its way in, as its page tells it: what was understood, what would come of it, what came."""

from datetime import date
from functools import cached_property

from zhongshu.kernel.actors import Actor
from zhongshu.org import queries as org
from zhongshu.supervision import queries
from zhongshu.supervision.choices import UnitNames
from zhongshu.supervision.imports import lines_of
from zhongshu.supervision.ledgers import near
from zhongshu.supervision.models import ImportState, LedgerImport, RowOutcome
from zhongshu.supervision.presenters.tried import SHOWN, Tried, again, tried

AT_ONCE, NEAREST = 1000, 5
"""Rows that are tried with the page, longer ledgers as a job; matches offered for a name."""


class ImportPage:
    """One import for ``actor``."""

    def __init__(self, actor: Actor, ledger: LedgerImport, today: date) -> None:
        self.actor, self.ledger, self.today = actor, ledger, today

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
        """The dry run, while there is something to import; of a long ledger the one that a job made."""
        if not self.is_open:
            return None
        if self.is_long:
            return again(self.ledger.tried) if self.ledger.tried else None
        return tried(lines_of(self.ledger, self.today), frozenset(org.directory()))

    @property
    def is_long(self) -> bool:
        """Whether the dry run would keep the page waiting."""
        return self.rows > AT_ONCE

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
            name: dict.fromkeys(directory[one] for one in near(name, known))
            for name in [one for one in self.tried.unknown if one not in directory][:SHOWN]
        }
        return {
            name: [names.label(unit) for unit in list(units)[:NEAREST] if names.label(unit)]
            for name, units in nearest.items()
        }
