"""Rows as the framework reads them, of what the driver of the database gives."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Expression

from zhongshu.kernel.moments import read_day, read_moment

Convert = Callable[[Any, Expression, BaseDatabaseWrapper], Any]
OF_DAYS_AND_MOMENTS = {"convert_datefield_value": read_day, "convert_datetimefield_value": read_moment}
"""How SQLite, which knows neither, has them read; by their value alone."""


class Reading:
    """What each value of a row must go through, in the query that ``compiler`` has spelled."""

    def __init__(self, compiler: Any, connection: BaseDatabaseWrapper) -> None:
        expressions = [one[0] for one in compiler.select[: compiler.col_count]]
        self.converters = [
            (seat, _converter(convert, expression, connection))
            for seat, (several, expression) in compiler.get_converters(expressions).items()
            for convert in several
        ]

    def rows(self, found: list[Any]) -> list[Any]:
        """All of ``found``: as they are where there is nothing left to do, as with days in plain columns, which
        the driver of SQLite has read by their declared type.
        """
        return found if self._are_read(found) else [self.row(row) for row in found]

    def row(self, row: Iterable[Any]) -> Sequence[Any]:
        """One row."""
        read = list(row)
        for seat, converter in self.converters:
            if read[seat] is not None:
                read[seat] = converter(read[seat])
        return read

    def _are_read(self, found: Sequence[Any]) -> bool:
        """The driver treats all values of a column alike, so that the first row tells of the others."""
        return all(
            converter is read_day and bool(found) and type(found[0][seat]) is date
            for seat, converter in self.converters
        )


def _converter(
    convert: Convert, expression: Expression, connection: BaseDatabaseWrapper
) -> Callable[[Any], Any]:
    """How the framework reads a value of the driver; a moment that stands in a dozen places is read once."""
    if getattr(convert, "__self__", None) is connection.ops and convert.__name__ in OF_DAYS_AND_MOMENTS:
        return OF_DAYS_AND_MOMENTS[convert.__name__]
    return lambda value: convert(value, expression, connection)
