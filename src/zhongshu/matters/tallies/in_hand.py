"""What is in hand, of one unit or of all, from the running totals: the short form of a standing."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from zhongshu.kernel import statements
from zhongshu.matters.models import Group
from zhongshu.matters.tallies.model import UnitCount
from zhongshu.matters.tallies.statement import TOLD, UNITS, days_of_units


def in_hand(
    kind: str, organ_ids: Sequence[int], today: date, edge: date, *, unit_id: int | None = None
) -> UnitCount:
    """Open matters that ``organ_ids`` own: late, due up to ``edge``, and the rest.

    ``unit_id``  only those this unit leads; nought for those that no unit leads yet.
    """
    return in_hand_each(kind, organ_ids, today, edge, [unit_id])[0]


def in_hand_each(
    kind: str, organ_ids: Sequence[int], today: date, edge: date, unit_ids: Sequence[int | None]
) -> list[UnitCount]:
    """The same for each of ``unit_ids``, asked together."""
    told: list[Counter[str]] = [Counter() for _unit in unit_ids]
    parts, given = [], list[Any]()
    for place, unit_id in enumerate(unit_ids):
        sql, values = _asking(kind, organ_ids, today, edge, unit_id)
        parts.append(f"SELECT {place}, told, n FROM ({sql}) AS of_{place}")  # noqa: S608 around our own
        given += values
    if parts:
        for place, name, n in statements.asked(" UNION ALL ".join(parts), given):
            told[place][name] = int(n)
    return [UnitCount(found["late"], found["soon"], found["rest"]) for found in told]


def _asking(
    kind: str, organ_ids: Sequence[int], today: date, edge: date, unit_id: int | None
) -> tuple[str, list[Any]]:
    owned = f"kind = %s AND organ_id IN ({', '.join(['%s'] * len(organ_ids))})"  # our own marks
    given: list[Any] = [kind, *organ_ids]
    if unit_id is not None:
        owned, given = f"{owned} AND unit_id = %s", [*given, unit_id]
    read = [f"SELECT day, n FROM matters_tally WHERE {owned} AND {one}" for one in UNITS]  # noqa: S608
    read.append(f"SELECT due, n FROM matters_tallychange WHERE {owned} AND measure = '' AND \"group\" = %s")  # noqa: S608
    sql = f"SELECT {TOLD} AS told, SUM(n) AS n FROM ({' UNION ALL '.join(read)}) AS days GROUP BY 1"  # noqa: S608
    ranges = [*days_of_units(today, edge), (int(Group.OPEN),)]
    asked = [today, edge, *(one for range_ in ranges for one in (*given, *range_))]
    return sql, [one.isoformat() if isinstance(one, date) else one for one in asked]
