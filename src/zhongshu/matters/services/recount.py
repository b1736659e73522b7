from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from zhongshu.kernel.actors import Actor
from zhongshu.matters.models import Tally
from zhongshu.matters.services.fold import Owned, add, fold
from zhongshu.matters.tallies import counting
from zhongshu.matters.tallies.keys import Key
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case

TOLD = 20
Sum = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Difference:
    """A total that was not what a recount finds."""

    organ_id: int
    kind: str
    key: Key
    kept: int
    counted: int


@dataclass(frozen=True, slots=True)
class Recounted:
    """How many totals there are, and those that were wrong (and are right now)."""

    totals: int
    differences: tuple[Difference, ...]


@use_case("matters.recount")
def recount(*, actor: Actor, at: datetime) -> Recounted:
    """Count every total anew from the matters themselves; put right and journal what differed."""
    _shut_out_writers()
    fold()
    kept = {
        (row[0], row[1], Key(*row[2:6])): (row[6], row[7])
        for row in Tally.objects.values_list(
            "organ_id", "kind", "measure", "unit_id", "code", "day", "n", "amount"
        ).iterator()
    }
    counted = dict(counting.everything())
    wrong = sorted(key for key in kept.keys() | counted.keys() if kept.get(key) != counted.get(key))
    _put_right(wrong, kept, counted)
    found = tuple(
        Difference(*owned, kept=kept.get(owned, (0, 0))[0], counted=counted.get(owned, (0, 0))[0])
        for owned in wrong
    )
    told = [f"{one.organ_id} {' '.join(map(str, one.key))}: {one.kept} → {one.counted}" for one in found]
    facts = {"totals": len(counted), "differences": len(found), "first": told[:TOLD]}
    journal.record(stream="totals", verb="matters.recounted", actor=actor, at=at, data=facts)
    return Recounted(len(counted), found)


def _put_right(wrong: Iterable[Owned], kept: dict[Owned, Sum], counted: dict[Owned, Sum]) -> None:
    none = (0, 0)
    changes = []
    for owned in wrong:
        (had, had_days), (has, has_days) = kept.get(owned, none), counted.get(owned, none)
        changes.append((owned, has - had, has_days - had_days))
    with connection.cursor() as cursor:
        add(cursor, changes)
    Tally.objects.filter(n=0, amount=0).delete()


def _shut_out_writers() -> None:
    """Nothing may change between folding and counting; SQLite lets in one writer at a time anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE matters_matter IN SHARE MODE")
