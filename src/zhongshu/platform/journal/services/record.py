from collections.abc import Mapping
from contextvars import ContextVar
from datetime import UTC, datetime

from django.conf import settings
from django.db import connection, transaction

from zhongshu.kernel.actors import Actor
from zhongshu.platform.journal.models.entry import GENESIS, Entry, canonical

_written: ContextVar[int] = ContextVar("journal_entries_written", default=0)


def written() -> int:
    """How many entries this thread of work has appended; grows, never shrinks."""
    return _written.get()


def record(
    *,
    stream: str,
    verb: str,
    actor: Actor,
    at: datetime,
    data: Mapping[str, object] | None = None,
    after: Entry | None = None,
) -> Entry:
    """Append one entry to ``stream``; only inside the transaction that makes it true.

    ``verb`` is a namespaced code with a registered sentence ("supervision.signed_for").
    ``data`` holds plain values only; it is stored and hashed in one canonical spelling.
    ``after`` is the entry written to this stream last, in this transaction and by the caller: it saves the look.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a journal entry belongs to the transaction of what it tells")
    if after is None:
        _queue_for(stream)
        seq, head = _last_of(stream)
    elif after.stream == stream:
        seq, head = after.seq, bytes(after.hash)
    else:
        raise ValueError(f"{after.stream} is another stream than {stream}")
    entry = Entry(
        stream=stream,
        seq=seq + 1,
        at=at.astimezone(UTC),
        actor_id=actor.person_id,
        actor_name=actor.name,
        acting_for_id=actor.acting_for,
        acting_for_name=actor.acting_for_name,
        verb=verb,
        data=canonical(dict(data or {})),
        prev_hash=head,
    )
    entry.hash = entry.computed_hash(settings.JOURNAL_DIGEST)
    entry.save(force_insert=True)
    _written.set(_written.get() + 1)
    return entry


def _last_of(stream: str) -> tuple[int, bytes]:
    """Number and digest of the newest entry; written out, as every act of the house asks for it."""
    sql = f"SELECT seq, hash FROM {Entry._meta.db_table} WHERE stream = %s ORDER BY seq DESC LIMIT 1"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [stream])
        row = cursor.fetchone()
    return (row[0], bytes(row[1])) if row else (0, GENESIS)


def _queue_for(stream: str) -> None:
    """Let writers of one stream pass one at a time; SQLite already lets in one writer at all."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [stream])
