"""What a kind keeps beside its matter: read with it, by whoever may know of it."""

from typing import Any, TypeVar

from django.db.models import QuerySet

from zhongshu.kernel.actors import Actor
from zhongshu.matters.models import Matter, Moving
from zhongshu.matters.queries.known import get, lock
from zhongshu.platform.usecases.changes import remember

Record = TypeVar("Record", bound=Moving)


def record(rows: "QuerySet[Any, Record]", actor: Actor, matter_id: int, *, kind: str) -> Record:
    """The one of ``rows`` that belongs to the matter, if ``actor`` may know of it; otherwise it does not exist (404)."""
    return _of(get(actor, matter_id, kind=kind), rows)


def record_for_update(rows: "QuerySet[Any, Record]", actor: Actor, matter_id: int, *, kind: str) -> Record:
    """As ``record``, with the matter's row locked until the end of the transaction; ``services.keep`` saves both."""
    found = _of(lock(actor, matter_id, kind=kind), rows)
    remember(found.matter)
    remember(found)  # type: ignore[arg-type]
    return found


def _of(matter: Matter, rows: "QuerySet[Any, Record]") -> Record:
    found = rows.get(pk=matter.pk)
    found.matter = matter
    return found
