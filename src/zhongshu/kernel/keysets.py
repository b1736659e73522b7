"""Rows of the database as keyset pages: one description of the order serves both directions."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import reduce
from typing import Any, TypeVar, overload

from django.db.models import Model, Q, QuerySet

from zhongshu.kernel.paging import Key, Keyset, told
from zhongshu.kernel.prepared import Listed
from zhongshu.kernel.told import Told

Row = TypeVar("Row", bound=Model)
Listing = TypeVar("Listing")
Reading = Callable[[Any], Any]


@overload
def ordered(
    rows: Listed[Row], *, newest_first: bool = ..., **fields: Reading
) -> Keyset[Told[Row]]: ...  # fmt: skip
@overload
def ordered(rows: QuerySet[Row], *, newest_first: bool = ..., **fields: Reading) -> Keyset[Row]: ...
def ordered(
    rows: QuerySet[Row] | Listed[Row], *, newest_first: bool = False, **fields: Reading
) -> Keyset[Any]:
    """``rows`` by ``fields``, all upwards or, ``newest_first``, all downwards; the last field tells rows apart.

    Rows that are listed all the time come as :class:`~zhongshu.kernel.prepared.Listed`, and leave as they were told.
    A field of a related row is told by the way to it (``directive__took_signing``).
    Each field comes with what reads its value in a cursor back (``int``, ``date.fromisoformat``): a ValueError there
    is a mangled address.
    """
    names = tuple(fields)

    def following(key: Key | None, most: int) -> Sequence[Any]:
        return _walk(rows, names, key, most, downwards=newest_first)

    def preceding(key: Key, most: int) -> Sequence[Any]:
        return _walk(rows, names, key, most, downwards=not newest_first)

    def key(row: Any) -> Key:
        model = row.made() if isinstance(row, Told) else row
        return tuple(told(reduce(getattr, name.split("__"), model)) for name in names)

    return Keyset(following, preceding, key, tuple(fields.values()))


def merged(first: Keyset[Listing], *others: Keyset[Listing]) -> Keyset[Listing]:
    """Lists in one order as one list: each reads its own index, and no row stands in two of them."""
    every = (first, *others)

    def following(key: Key | None, most: int) -> Sequence[Listing]:
        rows = [row for one in every for row in one.following(key, most)]
        return sorted(rows, key=first.key)[:most]

    def preceding(key: Key, most: int) -> Sequence[Listing]:
        rows = [row for one in every for row in one.preceding(key, most)]
        return sorted(rows, key=first.key, reverse=True)[:most]

    return replace(first, following=following, preceding=preceding)


def _walk(
    rows: QuerySet[Row] | Listed[Row], names: tuple[str, ...], key: Key | None, most: int, *, downwards: bool
) -> list[Any]:
    def turned(found: QuerySet[Row], key: Key | None) -> QuerySet[Row]:
        if key:
            found = found.filter(_beyond(names, key, "lt" if downwards else "gt"))
        return found.order_by(*(f"-{name}" if downwards else name for name in names))[:most]

    if isinstance(rows, Listed):
        return rows.rows(
            (names, downwards, most), key or (), lambda found, places: turned(found, tuple(places))
        )
    return list(turned(rows, key))


def _beyond(names: tuple[str, ...], key: Key, side: str) -> Q:
    """Behind ``key`` in the order of ``names``: more in the first, or the same there and more in the next, …

    That none is less in the first follows from it, and is said for the databases: they enter the index there.
    """
    beyond = Q()
    for place, name in enumerate(names):
        same = dict(zip(names[:place], key, strict=False))
        beyond |= Q(**same, **{f"{name}__{side}": key[place]})
    return beyond & Q(**{f"{names[0]}__{side}e": key[0]}) if len(names) > 1 else beyond
