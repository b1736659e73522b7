from datetime import datetime

from django.db import connection, transaction
from django.db.models import QuerySet

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.prepared import prepared
from zhongshu.kernel.writing import insert
from zhongshu.platform.numbering.models import Counter, Issued, Series


def open_series(code: str, *, title: str, pattern: str) -> Series:
    """The series called ``code``, made now if it is new; an existing one is left as it is.

    Raises Refusal for a pattern without exactly one ``{year}`` and one ``{n}``.
    """
    known = _called.first(code)
    if known is not None and known.pattern == pattern:
        return known
    Series(code=code, title=title, pattern=pattern).clean()
    return Series.objects.get_or_create(code=code, defaults={"title": title, "pattern": pattern})[0]


def next_number(series: Series | str, year: int, *, actor: Actor, at: datetime) -> Issued:
    """Give the next number of ``series`` (or of the one with this code) in ``year``.

    Only inside the transaction of the thing that bears the number: if that is rolled back,
    or its process is killed, the number was never given and the next one asks for it again.
    Until then nobody else gets a number of this series and year: they wait for the counter's
    row on PostgreSQL, for the one writer's seat on SQLite. So take it late in a use case.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a number belongs to the transaction of what bears it")
    owner = series if isinstance(series, Series) else Series.objects.get(code=series)
    n = counted(owner, year)
    given = Issued(
        series=owner,
        year=year,
        n=n,
        text=owner.written(year, n),
        at=at,
        by_id=actor.person_id,
        by_name=actor.name,
    )
    insert(given)
    return given


@prepared
def _called(code: str) -> QuerySet[Series]:
    return Series.objects.filter(code=code)


def counted(series: Series, year: int, by: int = 1) -> int:
    """Count up by that many; the last of them. The row stays locked until the end of the transaction.

    Every matter is opened through here.
    """
    table = Counter._meta.db_table
    sql = f"UPDATE {table} SET last = last + %s WHERE series_id = %s AND year = %s RETURNING last"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [by, series.pk, year])
        row = cursor.fetchone()
    if row is None:  # first of its year: whoever loses the race to insert waits, then finds the row
        Counter.objects.get_or_create(series=series, year=year)
        return counted(series, year, by)
    return int(row[0])
