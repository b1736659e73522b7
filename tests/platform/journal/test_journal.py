"""Law 2: what happened is written, and a change of one character afterwards is found and named."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, connections, transaction
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from zhongshu.kernel.actors import SYSTEM, Actor
from zhongshu.platform.journal import queries, services
from zhongshu.platform.journal.models import GENESIS, Checkpoint, Entry

AT = datetime(2026, 9, 18, 1, 30, tzinfo=UTC)
LI_MIN = Actor(person_id=7, name="李敏")
STREAMS = ("matter:1", "matter:2", "account:1")
TABLE = Entry._meta.db_table


def write(stream: str = "matter:1", text: str = "已办", minutes: int = 0) -> Entry:
    with transaction.atomic():
        at = AT + timedelta(minutes=minutes)
        return services.record(stream=stream, verb="test.said", actor=LI_MIN, at=at, data={"text": text})


@contextmanager
def behind_the_back() -> Iterator[None]:
    """As somebody who holds the database itself and has taken the guards away."""
    acts = ("update", "delete")
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"ALTER TABLE {TABLE} DISABLE TRIGGER USER")
            yield
            cursor.execute(f"ALTER TABLE {TABLE} ENABLE TRIGGER USER")
            return
        cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [TABLE])
        guards = [sql for (sql,) in cursor.fetchall()]
        for act in acts:
            cursor.execute(f"DROP TRIGGER {TABLE}_no_{act}")
        yield
        for sql in guards:
            cursor.execute(sql)


@pytest.mark.django_db
class TestAppendOnly:
    @pytest.mark.parametrize("act", ["update", "delete", "one"])
    def test_the_database_refuses_to_change_or_delete(self, act: str) -> None:
        entry = write()
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            if act == "update":
                Entry.objects.update(verb="test.other")
            elif act == "delete":
                Entry.objects.all().delete()
            else:
                entry.actor_name = "别人"
                entry.save()
        assert Entry.objects.get().verb == "test.said"

    def test_seals_are_kept_like_entries(self) -> None:
        write()
        services.seal(at=AT)
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            Checkpoint.objects.update(count=0)

    def test_an_entry_belongs_to_the_transaction_of_what_it_tells(self) -> None:
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            write()
            raise ZeroDivisionError
        assert not Entry.objects.exists()


class TestTampering(TestCase):
    """Somebody rewrites history with the guards taken away."""

    @given(
        streams=st.lists(st.sampled_from(STREAMS), min_size=1, max_size=12),
        pick=st.integers(0, 99),
        change=st.sampled_from(("data", "actor_name", "verb", "at", "hash", "acting_for_name")),
    )
    def test_one_change_is_found_and_named(self, streams: list[str], pick: int, change: str) -> None:
        entries = [write(stream, f"第{n}次", n) for n, stream in enumerate(streams)]
        assert queries.first_break() is None
        victim = entries[pick % len(entries)]
        forged = {"data": '{"text":"没有这回事"}', "at": AT - timedelta(days=1)}
        forged |= {"hash": b"\x01" * 32}
        with behind_the_back():
            Entry.objects.filter(pk=victim.pk).update(**{change: forged.get(change, "别人")})
        broken = queries.first_break()
        assert broken is not None
        assert broken.where.startswith(f"{victim.stream}#{victim.seq} ")
        assert broken.why == "内容与写入时不同"

    @given(streams=st.lists(st.sampled_from(STREAMS), min_size=2, max_size=10), pick=st.integers(0, 99))
    def test_a_missing_entry_is_found_even_the_last(self, streams: list[str], pick: int) -> None:
        entries = [write(stream, f"第{n}次", n) for n, stream in enumerate(streams)]
        services.seal(at=AT)
        with behind_the_back():
            Entry.objects.filter(pk=entries[pick % len(entries)].pk).delete()
        assert queries.first_break() is not None

    @given(counts=st.lists(st.integers(0, 4), min_size=1, max_size=4))
    def test_seals_cover_every_entry_once(self, counts: list[int]) -> None:
        for number, count in enumerate(counts):
            for _ in range(count):
                write(minutes=number)
            services.seal(at=AT)
        covered = [(c.first_id, c.last_id, c.count) for c in Checkpoint.objects.order_by("id")]
        assert sum(count for *_, count in covered) == Entry.objects.count() == sum(counts)
        assert all(before[1] < after[0] for before, after in zip(covered, covered[1:], strict=False))
        assert queries.first_break() is None


@pytest.mark.django_db
def test_a_forged_chain_is_still_betrayed_by_the_seal() -> None:
    """Somebody rewrites an entry and all digests after it; only the key is not his."""
    first, second = write(text="甲"), write(text="乙")
    services.seal(at=AT)
    with behind_the_back():
        first.data = '{"text":"丙"}'
        first.hash = first.computed_hash(GENESIS, "sm3")
        first.save(force_update=True)
        second.hash = second.computed_hash(first.hash, "sm3")
        second.save(force_update=True)
    broken = queries.first_break()
    assert broken is not None
    assert broken.where.startswith("封存 ") and broken.why == "留痕与封存时不同"


@pytest.mark.django_db(transaction=True)
def test_writers_of_one_stream_never_take_one_seat() -> None:
    def work() -> None:
        try:
            for _ in range(10):
                write("matter:9")
        finally:
            connections.close_all()

    writers = [threading.Thread(target=work) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    seats = list(Entry.objects.filter(stream="matter:9").order_by("seq").values_list("seq", flat=True))
    assert seats == list(range(1, 41))
    assert queries.first_break() is None


@pytest.mark.django_db
def test_the_system_may_be_the_actor() -> None:
    with transaction.atomic():
        entry = services.record(stream="sweep", verb="test.swept", actor=SYSTEM, at=AT)
    assert (entry.actor_id, entry.actor_name) == (None, "系统")
