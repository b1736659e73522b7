from collections.abc import Iterable
from itertools import islice

from django.db import connection, transaction

from zhongshu.platform.search.indexes import index as the_index
from zhongshu.platform.search.spelling import searchable

_BATCH = 1000


@transaction.atomic(savepoint=False)
def index(doc_id: int, text: str, *, old: str | None = None) -> None:
    """Make ``text`` findable under ``doc_id``. Part of the transaction that changes the document.

    ``old`` is exactly the text under which it was findable before, None where it is new: the
    index keeps no text and can take out only what it is told.
    """
    if old is not None:
        if searchable(old) == searchable(text):
            return
        remove(doc_id, old)
    the_index().put([(doc_id, searchable(text))])


def index_many(rows: Iterable[tuple[int, str]]) -> int:
    """Make many new documents findable; how many they were."""
    done, left = 0, iter(rows)
    while some := list(islice(left, _BATCH)):
        with transaction.atomic():
            the_index().put([(doc_id, searchable(text)) for doc_id, text in some])
        done += len(some)
    return done


def remove(doc_id: int, old: str) -> None:
    """Make a document no longer findable; ``old`` as for ``index``."""
    remove_many([(doc_id, old)])


def remove_many(rows: Iterable[tuple[int, str]]) -> None:
    """The same for many documents, each with its text."""
    the_index().drop([(doc_id, searchable(old)) for doc_id, old in rows])


def clear() -> None:
    """Forget everything: before the whole is built anew."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("TRUNCATE search_text")
        else:
            cursor.execute("INSERT INTO search_text(search_text) VALUES ('delete-all')")


def tidy() -> None:
    """After bulk loading: merge what the loading left in pieces, and renew the planner's knowledge."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT gin_clean_pending_list('search_text_keys'::regclass)")
            cursor.execute("ANALYZE search_text")
        else:
            cursor.execute("INSERT INTO search_text(search_text) VALUES ('optimize')")
