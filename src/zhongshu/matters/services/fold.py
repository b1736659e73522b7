from collections import Counter
from collections.abc import Iterable

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from zhongshu.matters.tallies.gathering import as_date
from zhongshu.matters.tallies.keys import Cell, Key, keys_of

BATCH = 20_000
TAKEN = (
    "DELETE FROM matters_tallychange WHERE id IN (SELECT id FROM matters_tallychange ORDER BY id LIMIT %s) "
    'RETURNING organ_id, kind, n, amount, measure, unit_id, "group", state, waits_for, due, opened, closed'
)
ADDED = (
    "INSERT INTO matters_tally (organ_id, kind, measure, unit_id, code, day, n, amount) "
    "VALUES (%s, %s, %s, %s, %s, %s, %s, %s) "
    "ON CONFLICT (organ_id, kind, measure, day, unit_id, code) "
    "DO UPDATE SET n = matters_tally.n + excluded.n, amount = matters_tally.amount + excluded.amount"
)
EMPTY = "DELETE FROM matters_tally WHERE n = 0 AND amount = 0"
Owned = tuple[int, str, Key]


def fold() -> int:
    """Fold the changes noted so far into the running totals, some at a time; how many changes there were.

    It changes nothing that anybody reads: a total is always read together with what is not yet folded in.
    """
    folded = 0
    while taken := _fold_some():
        folded += taken
    return folded


@transaction.atomic
def _fold_some() -> int:
    with connection.cursor() as cursor:
        cursor.execute(TAKEN, [BATCH])
        rows = cursor.fetchall()
        if not rows:
            return 0
        counted: Counter[Owned] = Counter()
        amounts: Counter[Owned] = Counter()
        for organ_id, kind, n, amount, *cell in rows:
            for key in keys_of(Cell(*cell[:5], *map(as_date, cell[5:]))):
                counted[organ_id, kind, key] += n
                amounts[organ_id, kind, key] += amount
        add(cursor, ((owned, counted[owned], amounts[owned]) for owned in sorted(counted)))
        cursor.execute(EMPTY)
    return len(rows)


def add(cursor: CursorWrapper, changes: Iterable[tuple[Owned, int, int]]) -> None:
    """Add to totals, in one order for all, so that nobody waits crosswise."""
    cursor.executemany(
        ADDED,
        [
            (organ_id, kind, key.measure, key.unit_id, key.code, key.day.isoformat(), n, amount)
            for (organ_id, kind, key), n, amount in changes
            if n or amount
        ],
    )
