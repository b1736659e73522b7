"""Rows as the database told them: bare values, of which a model is made only where somebody wants one."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, Generic, TypeVar

Made = TypeVar("Made")


class Told(tuple[Any, ...], Generic[Made]):
    """The values of one row, as the driver gave them; hashed and compared by them alone.

    Each question has a kind of its own, which knows its columns and makes the model. What is worked out of a row can
    therefore be remembered by the row, and a list that is remembered makes no models at all.
    """

    __slots__ = ()
    columns: ClassVar[Mapping[str, int]]
    """The place of each value, by the way to its field: ``due``, ``matter__title``."""
    make: ClassVar[Callable[[tuple[Any, ...]], Any]]

    def made(self) -> Made:
        """The model with its related rows and annotations; one of its own at each call."""
        model: Made = type(self).make(self)
        return model

    def told(self, column: str) -> Any:
        """The value of ``column``, as the driver gave it."""
        return self[self.columns[column]]

    @property
    def pk(self) -> Any:
        """The key of the row, which stands first."""
        return self[0]


def column(rows: Sequence[Told[Any]], name: str) -> list[Any]:
    """The values of one column of ``rows``, which are of one question or of such as tell the same columns."""
    if not rows:
        return []
    place = rows[0].columns[name]
    return [row[place] for row in rows]


def kind_of(
    columns: Mapping[str, int], make: Callable[[tuple[Any, ...]], Any]
) -> Callable[[tuple[Any, ...]], Told[Any]]:
    """What makes rows told of those with these ``columns``; ``make`` makes the model of one."""
    return type("Told", (Told,), {"__slots__": (), "columns": columns, "make": staticmethod(make)})
