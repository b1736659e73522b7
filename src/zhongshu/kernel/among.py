"""One of many words, told in one place: the question stays the same however many there are."""

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, Expression, F, Func

MOST_SPELLED = 200


class Among(Expression):
    """Whether ``column`` is one of ``words``; a condition for ``filter``.

    ``column__in`` spells a place for each word. A person of fifty units has a hundred keys, so that writing and
    reading the question took longer than answering it, and everybody's question was another one.

    ``words``  the words, or the :class:`~zhongshu.kernel.prepared.Place` where a list of them will stand.
    ``probe``  another condition leaves a handful of rows, and these are looked through: left to themselves
               both databases would rather try each word in an index that begins with this column.
    """

    conditional = True
    output_field = BooleanField()

    def __init__(self, column: str, words: Sequence[str] | Expression, *, probe: bool = False) -> None:
        super().__init__()
        self.column: Expression | F = F(column)
        self.words, self.probe = words, probe

    def get_source_expressions(self) -> list[Any]:
        """The column."""
        return [self.column]

    def set_source_expressions(self, exprs: Sequence[Any]) -> None:
        """The column as the query knows it."""
        (self.column,) = exprs

    def as_sql(self, compiler: Any, connection: BaseDatabaseWrapper) -> tuple[str, tuple[Any, ...]]:
        """The condition in SQL."""
        column, told = compiler.compile(self.column)
        words = self.words if isinstance(self.words, Expression) else in_one_place(self.words, connection)
        if connection.vendor == "postgresql":
            quiet = f"({column} || '')" if self.probe else column
            return f"{quiet} = ANY(%s)", (*told, words)
        quiet = f"+{column}" if self.probe else column
        return f"{quiet} IN (SELECT value FROM json_each(%s))", (*told, words)  # noqa: S608 names are the compiler's


class Probed(Func):
    """A column that SQLite does not enter an index by: it has no statistics, and takes an equality for a handful of rows."""

    template, arity = "%(expressions)s", 1

    def as_sqlite(
        self, compiler: Any, connection: BaseDatabaseWrapper, **extra_context: Any
    ) -> tuple[str, tuple[str | int, ...]]:
        """The column behind a plus, which SQLite reads as no column."""
        return super().as_sqlite(compiler, connection, template="+%(expressions)s", **extra_context)


def in_one_place(words: Sequence[str], connection: BaseDatabaseWrapper) -> list[str] | str:
    """``words`` as one value for the driver."""
    return list(words) if connection.vendor == "postgresql" else _spelled(tuple(words))


@lru_cache(MOST_SPELLED)
def _spelled(words: tuple[str, ...]) -> str:
    """The keys of whoever is at work: the same with each of his pages."""
    return json.dumps(words)
