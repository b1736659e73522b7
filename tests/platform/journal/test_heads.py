"""An old journal, which wrote the digest before each entry beside it, and ours, which does not: there and back."""

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from tests.migrating import laid_out_as
from zhongshu.kernel.actors import Actor
from zhongshu.platform.journal import queries, services
from zhongshu.platform.journal.models import GENESIS, Entry

AT = datetime(2026, 9, 18, 1, 30, tzinfo=UTC)
LI_MIN = Actor(person_id=7, name="李敏")


def say(stream: str, text: str) -> Entry:
    with transaction.atomic():
        return services.record(stream=stream, verb="test.said", actor=LI_MIN, at=AT, data={"text": text})


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("made_anew", [False, True])
def test_the_chain_holds_on_the_way_back_and_forth_and_the_guards_stand(
    made_anew: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``made_anew``: as SQLite before 3.35 drops a column; nothing to PostgreSQL."""
    if made_anew:
        monkeypatch.setattr(connection.features, "can_alter_table_drop_column", False, raising=False)
    chained = [say("matter:1", "甲"), say("matter:2", "乙"), say("matter:1", "丙"), say("matter:1", "丁")]
    with laid_out_as("journal", "0002_append_only"):
        with connection.cursor() as cursor:
            cursor.execute("SELECT prev_hash FROM journal_entry ORDER BY id")
            beside = [bytes(head) for (head,) in cursor.fetchall()]
        assert beside == [GENESIS, GENESIS, chained[0].hash, chained[2].hash]
        with pytest.raises(DatabaseError, match="append-only"):
            Entry.objects.update(verb="test.other")
    assert queries.first_break() is None
    for forbidden in (lambda: Entry.objects.update(verb="test.other"), Entry.objects.all().delete):
        with pytest.raises(DatabaseError, match="append-only"):
            forbidden()
