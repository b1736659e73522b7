"""Rows as the framework reads them, of what the driver of the database gives."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from itertools import chain
from operator import itemgetter
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Expression

from zhongshu.kernel.moments import read_day, read_moment

Convert = Callable[[Any, Expression, BaseDatabaseWrapper], Any]
Converters = list[tuple[int, Callable[[Any], Any]]]
OF_DAYS_AND_MOMENTS = {"convert_datefield_value": read_day, "convert_datetimefield_value": read_moment}
"""How SQLite, which knows neither, has them read; by their value alone."""
READ = frozenset((date, datetime, type(None)))
"""What the driver gives where it knows a column's declared type: such values stand as they are (``kernel.sqlite3``)."""


class Reading:
    """What each value of a row must go through, in the query that ``compiler`` has spelled."""

    def __init__(self, compiler: Any, connection: BaseDatabaseWrapper) -> None:
        expressions = [one[0] for one in compiler.select[: compiler.col_count]]
        self.converters: Converters = [
            (seat, _converter(convert, expression, connection))
            for seat, (several, expression) in compiler.get_converters(expressions).items()
            for convert in several
        ]
        known = OF_DAYS_AND_MOMENTS.values()
        self.others = [(seat, one) for seat, one in self.converters if one not in known]
        seats = [seat for seat, one in self.converters if one in known]
        self.timed = itemgetter(*seats, *seats[:1]) if seats else None  # of two at least, it gives a tuple

    def rows(self, found: list[Any]) -> list[Any]:
        """All of ``found``: as they are where there is nothing left to do, as with days and moments in plain columns."""
        left = self.others
        if self.timed and not READ.issuperset(map(type, chain.from_iterable(map(self.timed, found)))):
            left = self.converters
        return [_read(row, left) for row in found] if left else found

    def row(self, row: Iterable[Any]) -> Sequence[Any]:
        """One row."""
        return _read(row, self.converters)


def _read(row: Iterable[Any], converters: Converters) -> Sequence[Any]:
    read = list(row)
    for seat, converter in converters:
        if read[seat] is not None:
            read[seat] = converter(read[seat])
    return read


def _converter(
    convert: Convert, expression: Expression, connection: BaseDatabaseWrapper
) -> Callable[[Any], Any]:
    """How the framework reads a value of the driver; a moment that stands in a dozen places is read once."""
    if getattr(convert, "__self__", None) is connection.ops and convert.__name__ in OF_DAYS_AND_MOMENTS:
        return OF_DAYS_AND_MOMENTS[convert.__name__]
    return lambda value: convert(value, expression, connection)
