"""Questions asked at every turn: put into SQL once for each connection, afterwards only the values change.

The framework builds and spells a query anew each time it is asked, which takes ten times as long as the
database needs to answer it. What a page or an act always asks is written as a function that gives the
queryset, and marked ``@prepared``; calling it gives the rows.
"""

import functools
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any, Generic, ParamSpec, TypeVar, cast

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Expression, QuerySet
from django.db.models.query import (
    FlatValuesListIterable,
    ModelIterable,
    ValuesListIterable,
    get_related_populators,
)

P = ParamSpec("P")
T = TypeVar("T")
KEPT, MOST_KEPT = "_zhongshu_prepared", 1000
Shape = tuple[int | None, ...]
Build = Callable[[list[Any]], Any]


class Place(Expression):
    """Where a value will stand; while the query is built there is none, so nothing can be decided by it."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    def as_sql(self, compiler: Any, connection: BaseDatabaseWrapper) -> tuple[str, tuple[Any, ...]]:
        """Itself, to be looked up among the parameters when the question is asked."""
        return "%s", (self,)


class Prepared(Generic[P, T]):
    """A question; called with its values, by position, it gives the rows as a list of their own.

    A value is a whole number, a word, a day, a moment, or for ``__in`` a tuple of these (a foreign key among
    several is asked for as ``person__pk__in``: the framework takes no expressions for ``person_id__in``). Rows are those of the
    queryset: models (with ``select_related`` and annotations), ``values_list`` or flat ``values_list``.
    """

    def __init__(self, build: Callable[P, QuerySet[Any, T]]) -> None:
        self.build = build
        functools.update_wrapper(self, build)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> list[T]:
        if kwargs:
            raise TypeError("the values of a prepared query are told by position")
        connection = connections["default"]
        kept = connection.__dict__.setdefault(KEPT, {})
        shape = tuple(len(one) if isinstance(one, tuple) else None for one in args)
        if 0 in shape:
            return []
        spelled = kept.get((self, shape))
        if spelled is None:
            if len(kept) >= MOST_KEPT:
                kept.clear()
            spelled = kept[self, shape] = _Spelled(self._query(shape), connection)
        return cast(list[T], spelled.rows(_flat(args), connection))

    def first(self, *args: P.args, **kwargs: P.kwargs) -> T | None:
        """The first row, or None."""
        found = self(*args, **kwargs)
        return found[0] if found else None

    def _query(self, shape: Shape) -> QuerySet[Any, T]:
        places = map(Place, range(sum(size or 1 for size in shape)))
        told: Any = [
            next(places) if size is None else tuple(next(places) for _ in range(size)) for size in shape
        ]
        return self.build(*told)  # type: ignore[call-arg]


prepared = Prepared


class _Spelled:
    """One question in the SQL of one connection, and how its rows are read."""

    def __init__(self, query: QuerySet[Any, Any], connection: BaseDatabaseWrapper) -> None:
        compiler = query.query.get_compiler(connection=connection)
        self.sql, self.parameters = compiler.as_sql()
        self.locks = bool(query.query.select_for_update)
        expressions = [one[0] for one in compiler.select[: compiler.col_count]]
        self.converters = list(compiler.get_converters(expressions).items())
        self.made = _BUILDERS[query._iterable_class](compiler, connection.alias)

    def rows(self, values: list[Any], connection: BaseDatabaseWrapper) -> list[Any]:
        if self.locks and not connection.in_atomic_block:
            raise transaction.TransactionManagementError("rows are locked inside a transaction only")
        asked = [_told(values[p.number], connection) if isinstance(p, Place) else p for p in self.parameters]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, asked)
            found: Iterable[Any] = cursor.fetchall()
        return [self.made(self._read(row, connection)) for row in found]

    def _read(self, row: Any, connection: BaseDatabaseWrapper) -> list[Any]:
        read = list(row)
        for seat, (converters, expression) in self.converters:
            for converter in converters:
                read[seat] = converter(read[seat], expression, connection)
        return read


def _flat(values: Iterable[Any]) -> list[Any]:
    out: list[Any] = []
    for value in values:
        out += value if isinstance(value, tuple) else (value,)
    return out


def _told(value: Any, connection: BaseDatabaseWrapper) -> Any:
    """``value`` as the driver wants it."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    if isinstance(value, int):
        return connection.ops.adapt_integerfield_value(value, "BigIntegerField")
    return value


def _models(compiler: Any, alias: str) -> Build:
    known = compiler.klass_info
    seats, model = known["select_fields"], known["model"]
    start, end = seats[0], seats[-1] + 1
    names = [one[0].target.attname for one in compiler.select[start:end]]
    related = get_related_populators(known, compiler.select, alias)  # type: ignore[call-arg]  # of Django 6
    extra = list((compiler.annotation_col_map or {}).items())

    def build(row: list[Any]) -> Any:
        made = model.from_db(alias, names, row[start:end])
        for one in related:
            one.populate(row, made)
        for name, seat in extra:
            setattr(made, name, row[seat])
        return made

    return build


_BUILDERS: dict[type, Callable[[Any, str], Build]] = {
    ModelIterable: _models,
    ValuesListIterable: lambda _compiler, _alias: tuple,
    FlatValuesListIterable: lambda _compiler, _alias: lambda row: row[0],
}
