"""Finding documents by their words. Ids only: what an actor may see is decided by who owns the documents."""

from collections.abc import Iterable, Sequence

from zhongshu.platform.search.indexes import index
from zhongshu.platform.search.spelling import words


def newest(query: str, *, below: int | None = None, limit: int = 25) -> list[int]:
    """Ids of documents that hold every word of ``query``, highest first, less than ``below``."""
    wanted = words(query)
    return index().newest(wanted, below, limit) if wanted else []


def next_newer(query: str, *, above: int, limit: int = 25) -> list[int]:
    """Ids of documents that hold every word of ``query``, more than ``above``, lowest first."""
    wanted = words(query)
    return index().next_newer(wanted, above, limit) if wanted else []


def reaching(texts: Sequence[str], *, above: int, limit: int) -> list[list[int]]:
    """As ``next_newer`` for each of ``texts``, whole sentences or titles, among the newest documents: those with an
    id more than ``above``. Its cost grows with how many these are, not with how many there are in all.
    """
    wanted = [words(text) for text in texts]
    found = iter(index().reaching([some for some in wanted if some], above, limit))
    return [next(found) if some else [] for some in wanted]


def among(query: str, doc_ids: Iterable[int]) -> set[int]:
    """Which of ``doc_ids`` hold every word of ``query``."""
    wanted, asked = words(query), sorted(set(doc_ids))
    return set(index().among(wanted, asked)) if wanted and asked else set()


def count(query: str, *, cap: int = 2000) -> int:
    """How many documents hold every word of ``query``, counted no further than ``cap``."""
    wanted = words(query)
    return index().count(wanted, cap) if wanted else 0
