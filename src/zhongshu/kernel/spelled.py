"""Questions in the SQL of one connection: put into it once, afterwards only the values change."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Expression, QuerySet
from django.db.models.query import FlatValuesListIterable, ModelIterable, ValuesListIterable

from zhongshu.kernel import statements
from zhongshu.kernel.among import in_one_place
from zhongshu.kernel.connected import here
from zhongshu.kernel.made import columns, makes
from zhongshu.kernel.moments import told_day, told_moment
from zhongshu.kernel.reading import Reading
from zhongshu.kernel.told import Told, kind_of

T = TypeVar("T")
KEPT, MOST_KEPT = "_zhongshu_prepared", 1000
AS_THEY_ARE = {"sqlite": frozenset((int, str)), "postgresql": frozenset((str,))}
"""Values that the driver of each database wants as they are."""
AT_ONCE = 100
"""So many sets of values are asked for in one statement (SQLite joins 500 at most)."""


class Place(Expression):
    """Where a value will stand; while the query is built there is none, so nothing can be decided by it."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    def as_sql(self, compiler: Any, connection: BaseDatabaseWrapper) -> tuple[str, tuple[Any, ...]]:
        """Itself, to be looked up among the parameters when the question is asked."""
        return "%s", (self,)


def answers(
    question: Hashable, values: Sequence[Any], build: Callable[[list[Place]], QuerySet[Any, T]]
) -> list[T]:
    """The rows that ``question`` finds for ``values``, as a list of their own.

    ``question``  all by which this question differs from others, but for the values.
    ``values``    whole numbers, words, days, moments; a list of words stands in one place (``kernel.among``).
    ``build``     gives the queryset for as many places; called when the question is asked for the first time.
    """
    spelled, connection = _spelled(question, len(values), build)
    return spelled.rows(values, connection) if spelled else []


def answers_told(
    question: Hashable, values: Sequence[Any], build: Callable[[list[Place]], QuerySet[Any, Any]]
) -> list[Told[Any]]:
    """The same rows of a queryset of models as they were told: the models are not made yet."""
    spelled, connection = _spelled(question, len(values), build)
    return spelled.told(values, connection) if spelled else []


def answers_each(
    question: Hashable, many: Sequence[Sequence[Any]], build: Callable[[list[Place]], QuerySet[Any, T]]
) -> list[list[T]]:
    """The rows that ``question`` finds for each of ``many`` sets of values, asked together: the rest as for :func:`answers`."""
    if not many:
        return []
    spelled, connection = _spelled(question, len(many[0]), build)
    return spelled.each(many, connection) if spelled else [[] for _none in many]


def together(sql: str, times: int) -> str:
    """``sql`` asked so many times in one statement, its parameters one set after another; the place of the set
    stands before each row."""
    return " UNION ALL ".join(
        f"SELECT {place}, set_{place}.* FROM ({sql}) AS set_{place}"  # noqa: S608 around our own
        for place in range(times)
    )


def how_many(
    question: Hashable, values: Sequence[Any], build: Callable[[list[Place]], QuerySet[Any, Any]]
) -> int:
    """How many rows ``question`` finds for ``values``; the rest as for :func:`answers`."""
    return how_many_each([(question, values, build)])[0]


Asked = tuple[Hashable, Sequence[Any], Callable[[list[Place]], QuerySet[Any, Any]]]
"""A question, its values, and what builds it, as for :func:`answers`."""


def how_many_each(many: Sequence[Asked]) -> list[int]:
    """How many rows each of ``many`` questions finds, counted together."""
    found, connection, parts = [0] * len(many), here(), list[str]()
    asked: list[Any] = []
    for place, (question, values, build) in enumerate(many):
        spelled, _same = _spelled((question, "how many"), len(values), build)
        if spelled:
            parts.append(f"SELECT {place}, COUNT(*) FROM ({spelled.sql}) AS counted_{place}")  # noqa: S608
            asked += spelled.asked(values, connection)
    if parts:
        for place, n in statements.asked(" UNION ALL ".join(parts), asked, connection):
            found[place] = int(n)
    return found


def _spelled(
    question: Hashable, places: int, build: Callable[[list[Place]], QuerySet[Any, Any]]
) -> tuple["_Spelled | None", BaseDatabaseWrapper]:
    """The question in SQL; None where it can find nothing whatever the values are (one of no units)."""
    connection = here()
    kept: dict[Hashable, _Spelled | None] = connection.__dict__.setdefault(KEPT, {})
    found = kept.get(question)
    if found is None and question not in kept:
        if len(kept) >= MOST_KEPT:
            kept.clear()
        query = build([Place(number) for number in range(places)])
        try:
            found = _Spelled(query, connection)
        except EmptyResultSet:
            found = None
        kept[question] = found
    return found, connection


class _Spelled:
    """One question in the SQL of one connection, and how its rows are read."""

    def __init__(self, query: QuerySet[Any, Any], connection: BaseDatabaseWrapper) -> None:
        compiler = query.query.get_compiler(connection=connection)
        self.sql, self.parameters = compiler.as_sql()
        self.places = [(seat, p.number) for seat, p in enumerate(self.parameters) if isinstance(p, Place)]
        self.in_order = [number for _seat, number in self.places] == [*range(len(self.parameters))]
        self.as_they_are = AS_THEY_ARE[connection.vendor]
        self.locks = bool(query.query.select_for_update)
        self.reading = Reading(compiler, connection)
        self.made = _BUILDERS[query._iterable_class](compiler, connection.alias)
        if query._iterable_class is ModelIterable:
            self.kind = kind_of(columns(compiler), lambda row: self.made(self.reading.row(row)))

    def rows(self, values: Sequence[Any], connection: BaseDatabaseWrapper) -> list[Any]:
        plain = self.in_order and self.as_they_are.issuperset(map(type, values))
        found = self._fetched(self.sql, values if plain else self.asked(values, connection), connection)
        return list(map(self.made, self.reading.rows(found)))

    def told(self, values: Sequence[Any], connection: BaseDatabaseWrapper) -> list[Told[Any]]:
        return list(map(self.kind, self._fetched(self.sql, self.asked(values, connection), connection)))

    def each(self, many: Sequence[Sequence[Any]], connection: BaseDatabaseWrapper) -> list[list[Any]]:
        found: list[list[Any]] = [[] for _set in many]
        for first in range(0, len(many), AT_ONCE):
            some = many[first : first + AT_ONCE]
            asked = [one for values in some for one in self.asked(values, connection)]
            for place, *row in self._fetched(together(self.sql, len(some)), asked, connection):
                found[first + place].append(self.made(self.reading.row(row)))
        return found

    def asked(self, values: Sequence[Any], connection: BaseDatabaseWrapper) -> Sequence[Any]:
        """The parameters of the statement, the values at their places."""
        told = values
        if not self.as_they_are.issuperset(map(type, values)):
            plain = self.as_they_are
            told = [value if type(value) in plain else _told(value, connection) for value in values]
        if self.in_order:
            return told
        asked = list(self.parameters)
        for seat, number in self.places:
            asked[seat] = told[number]
        return asked

    def _fetched(self, sql: str, asked: Sequence[Any], connection: BaseDatabaseWrapper) -> list[Any]:
        if self.locks and not connection.in_atomic_block:
            raise transaction.TransactionManagementError("rows are locked inside a transaction only")
        return statements.asked(sql, asked, connection)


def _told(value: Any, connection: BaseDatabaseWrapper) -> Any:
    """``value`` as the driver wants it."""
    if isinstance(value, int):
        return connection.ops.adapt_integerfield_value(value, "BigIntegerField")
    if isinstance(value, datetime):
        return told_moment(value)
    if isinstance(value, date):
        return told_day(value)
    return in_one_place(value, connection) if isinstance(value, list) else value


_BUILDERS: dict[type, Callable[[Any, str], Callable[[Sequence[Any]], Any]]] = {
    ModelIterable: makes,
    ValuesListIterable: lambda _compiler, _alias: tuple,
    FlatValuesListIterable: lambda _compiler, _alias: lambda row: row[0],
}
