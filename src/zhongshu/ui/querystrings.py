"""Filters live in the address. These change one part of it and leave the rest."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from urllib.parse import urlencode

from django.http import QueryDict

OF_ONE_PAGE = ("after", "before", "count")
"""Where a page begins and ends, and that its list was to be counted to the end: none of it goes on to another."""


def read(address: str) -> QueryDict:
    """The query string ``address``, as the framework reads that of a request."""
    return QueryDict(address.encode("latin-1"))


def changed(query: QueryDict, changes: Mapping[str, object]) -> str:
    """``query`` with ``changes``, as ``?a=1&b=2``. None or "" drops a name; a list gives several values.

    What belongs to one page is dropped unless it is among the changes: a new filter begins at its first page.
    """
    kept = {k: query.getlist(k) for k in query if k not in OF_ONE_PAGE}
    for name, value in changes.items():
        values = value if isinstance(value, list | tuple) else [value]
        kept[name] = [str(v) for v in values if v not in (None, "")]
    return asked((name, value) for name, values in kept.items() for value in values if value)


def asked(pairs: Iterable[tuple[str, str]]) -> str:
    """``pairs`` of name and value as the end of an address: ``?a=1&b=2``."""
    return "?" + "&".join([_told(name, value) for name, value in pairs])


@lru_cache(maxsize=4096)
def _told(name: str, value: str) -> str:
    return urlencode({name: value})


def switched(query: QueryDict, name: str, value: str) -> str:
    """``query`` with ``name=value`` added if it was not there, removed if it was."""
    values = query.getlist(name)
    return changed(query, {name: [v for v in values if v != value] if value in values else [*values, value]})
