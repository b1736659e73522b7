from datetime import datetime

from django.db import transaction

from zhongshu.kernel.actors import Actor
from zhongshu.platform.numbering.models import Counter, Issued, Series


def open_series(code: str, *, title: str, pattern: str) -> Series:
    """The series called ``code``, made now if it is new; an existing one is left as it is.

    Raises Refusal for a pattern without exactly one ``{year}`` and one ``{n}``.
    """
    wanted = Series(code=code, title=title, pattern=pattern)
    wanted.clean()
    return Series.objects.get_or_create(code=code, defaults={"title": title, "pattern": pattern})[0]


def next_number(series: str, year: int, *, actor: Actor, at: datetime) -> Issued:
    """Give the next number of ``series`` (its code) in ``year``.

    Only inside the transaction of the thing that bears the number: if that is rolled back,
    or its process is killed, the number was never given and the next one asks for it again.
    Until then nobody else gets a number of this series and year: they wait for the counter's
    row on PostgreSQL, for the one writer's seat on SQLite. So take it late in a use case.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a number belongs to the transaction of what bears it")
    owner = Series.objects.get(code=series)
    counter = _locked(owner, year)
    counter.last += 1
    counter.save(update_fields=["last"])
    return Issued.objects.create(
        series=owner,
        year=year,
        n=counter.last,
        text=owner.written(year, counter.last),
        at=at,
        by_id=actor.person_id,
        by_name=actor.name,
    )


def _locked(series: Series, year: int) -> Counter:
    rows = Counter.objects.select_for_update().filter(series=series, year=year)
    counter = rows.first()
    if counter is None:  # first of its year: whoever loses the race to insert waits, then finds the row
        Counter.objects.get_or_create(series=series, year=year)
        counter = rows.get()
    return counter
