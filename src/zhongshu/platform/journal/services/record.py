from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import Max

from zhongshu.kernel import statements, writing
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.connected import here
from zhongshu.kernel.made import fresh
from zhongshu.kernel.moments import told_moment
from zhongshu.platform.journal.models.entry import GENESIS, Entry, canonical

APPENDED = (
    "INSERT INTO journal_entry (stream, seq, at, actor_id, actor_name, acting_for_id, acting_for_name, verb, "
    "data, hash) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
)
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
    _within_a_transaction()
    if after is None:
        _queue_for(stream)
        seq, head = _last_of(stream)
    elif after.stream == stream:
        seq, head = after.seq, bytes(after.hash)
    else:
        raise ValueError(f"{after.stream} is another stream than {stream}")
    entry = fresh(
        Entry,
        stream=stream,
        seq=seq + 1,
        at=at.astimezone(UTC),
        actor_id=actor.person_id,
        actor_name=actor.name,
        acting_for_id=actor.acting_for,
        acting_for_name=actor.acting_for_name,
        verb=verb,
        data=canonical(dict(data or {})),
    )
    entry.hash = entry.computed_hash(head, settings.JOURNAL_DIGEST)
    writing.insert(entry)
    _written.set(_written.get() + 1)
    return entry


def _within_a_transaction() -> None:
    if not here().in_atomic_block:
        raise RuntimeError("a journal entry belongs to the transaction of what it tells")


def beginning(stream: str) -> Entry:
    """What ``record`` takes as ``after`` for the first entry of a stream that this very transaction has made."""
    return Entry(stream=stream, seq=0, hash=GENESIS)


def record_many(
    told: Sequence[tuple[str, Mapping[str, object]]], *, verb: str, actor: Actor, at: datetime
) -> None:
    """As ``record``, one entry to each of many streams, no stream twice; written in one go."""
    _within_a_transaction()
    if len({stream for stream, _data in told}) != len(told):
        raise ValueError("a stream is told twice")
    _queue_for_all()
    heads = _last_of_many([stream for stream, _data in told])
    rows = []
    for stream, data in told:
        seq, head = heads.get(stream, (0, GENESIS))
        entry = Entry(
            stream=stream, seq=seq + 1, at=at.astimezone(UTC), actor_id=actor.person_id, actor_name=actor.name,
            acting_for_id=actor.acting_for, acting_for_name=actor.acting_for_name, verb=verb,
            data=canonical(dict(data)),
        )  # fmt: skip
        entry.hash = entry.computed_hash(head, settings.JOURNAL_DIGEST)
        rows.append(_row(entry))
    with connection.cursor() as cursor:
        cursor.executemany(APPENDED, rows)
    _written.set(_written.get() + len(rows))


def _row(entry: Entry) -> tuple[Any, ...]:
    """The values of ``APPENDED``."""
    moment = told_moment(entry.at)
    who = (entry.actor_id, entry.actor_name, entry.acting_for_id, entry.acting_for_name)
    return (entry.stream, entry.seq, moment, *who, entry.verb, entry.data, entry.hash)


def _last_of_many(streams: Sequence[str]) -> dict[str, tuple[int, bytes]]:
    heads: dict[str, tuple[int, bytes]] = {}
    for first in range(0, len(streams), 500):
        some = Entry.objects.filter(stream__in=streams[first : first + 500])
        last = dict(some.order_by().values_list("stream").annotate(Max("seq")))
        found = some.filter(seq__in=set(last.values())).values_list("stream", "seq", "hash")
        heads |= {stream: (seq, bytes(head)) for stream, seq, head in found if last[stream] == seq}
    return heads


def _queue_for_all() -> None:
    """Many streams at once: a lock on each would be more than the database can hold, so one on all."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE journal_entry IN SHARE ROW EXCLUSIVE MODE")


def _last_of(stream: str) -> tuple[int, bytes]:
    """Number and digest of the newest entry; written out, as every act of the house asks for it."""
    sql = f"SELECT seq, hash FROM {Entry._meta.db_table} WHERE stream = %s ORDER BY seq DESC LIMIT 1"  # noqa: S608
    found = statements.asked(sql, [stream])
    return (found[0][0], bytes(found[0][1])) if found else (0, GENESIS)


def _queue_for(stream: str) -> None:
    """Let writers of one stream pass one at a time; SQLite already lets in one writer at all."""
    if here().vendor == "postgresql":
        statements.asked("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [stream])
