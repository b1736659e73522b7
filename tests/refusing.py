"""A refusal is told by its code: to be refused for another reason is a failure."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from zhongshu.kernel.refusals import Refusal
from zhongshu.platform.journal.models import Entry


@contextmanager
def refused(
    code: str, kind: type[Refusal] = Refusal, *, match: str | None = None
) -> Iterator[pytest.ExceptionInfo[Refusal]]:
    """The block must be refused with ``code``, as ``kind`` (its status), in words that ``match``."""
    with pytest.raises(kind, match=match) as told:
        yield told
    assert told.value.code == code, f"refused, but with {told.value.code}: {told.value}"


@contextmanager
def untouched() -> Iterator[None]:
    """The block must leave the journal as it was: what is refused has not happened."""
    before = Entry.objects.count()
    yield
    assert Entry.objects.count() == before
