"""The permission matrix: every address × every member of the cast → what the house answers.

Rows live in ``tests/matrix/rows/<floor>.py`` as ``ROWS``. A URL without a row fails the suite;
a row is always played, so no URL goes uncalled. Statuses: 200 shown, 302 and 303 done or moved on,
403 seen but not for this person, 404 not to be known of, 405 never by this method, 422 the form
is incomplete (the person was let through). ``DOOR`` is the way out for whoever has not entered.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests.world import CAST, NOBODY, World

DOOR = "door"
Answer = int | str
Arguments = Mapping[str, object]


def nothing(world: World) -> Arguments:
    """Nothing has to be there, and the address takes no arguments."""
    return {}


@dataclass(frozen=True, slots=True)
class Row:
    """One address asked in one way.

    ``url``      its name, as in ``{% url %}``.
    ``all``      the answer to everybody of the cast not named in ``but``.
    ``but``      answers to some: ``{LI_MIN: 200}``.
    ``nobody``   the answer to whoever has not entered.
    ``method``   "get" or "post"; ``data`` is what is sent along, as JSON where ``json`` is set.
    ``prepare``  makes what the address is about, and gives the arguments of the URL.
    ``ids``      what is sent along beside ``data`` because only the world knows it.
    """

    url: str
    all: Answer
    but: Mapping[str, Answer] = field(default_factory=dict)
    nobody: Answer = DOOR
    method: str = "get"
    data: Arguments = field(default_factory=dict)
    json: bool = False
    prepare: Callable[[World], Arguments] = nothing
    ids: Callable[[World], Arguments] = nothing

    def __str__(self) -> str:
        return f"{self.method} {self.url}"

    def expected(self) -> dict[str, Answer]:
        """Answer by name of the cast; "" is nobody."""
        return {**dict.fromkeys(CAST, self.all), **self.but, NOBODY: self.nobody}

    def ask(self, client: Client, arguments: Arguments, ids: Arguments) -> Answer:
        """What the house answers this client."""
        address = reverse(self.url, kwargs=dict(arguments))
        form = {"content_type": "application/json"} if self.json else {}
        response = getattr(client, self.method)(address, {**self.data, **ids}, **form)
        if response.status_code in (302, 303) and response.headers["Location"].split("?")[0] == "/enter/":
            return DOOR
        status: int = response.status_code
        return status


def rows() -> list[Row]:
    """All rows of all floors."""
    names = sorted(path.stem for path in (Path(__file__).parent / "rows").glob("*.py"))
    return [row for name in names for row in import_module(f"tests.matrix.rows.{name}").ROWS]


def addresses() -> set[str]:
    """Names of all URLs of the house; a URL without a name is called by its route."""
    return set(_walk(get_resolver().url_patterns, ""))


def _walk(patterns: list[URLPattern | URLResolver], space: str) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern.url_patterns, inner)
        else:
            yield f"{space}{pattern.name or pattern.pattern}"
