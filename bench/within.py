"""The time a page spends in its own SQL, told by a clock around each statement and the reading of its rows."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from time import perf_counter
from typing import Any

from zhongshu.kernel import statements
from zhongshu.kernel.connected import here


class Clocked:
    """The kept cursor of a connection, with a clock; ``spent`` in milliseconds, ``asked`` how many statements."""

    def __init__(self, cursor: Any) -> None:
        self.cursor, self.spent, self.asked = cursor, 0.0, 0

    def execute(self, sql: str, values: Sequence[Any] = ()) -> "Clocked":
        """Carry it out."""
        began = perf_counter()
        self.cursor.execute(sql, values)
        self.spent += (perf_counter() - began) * 1000
        self.asked += 1
        return self

    def fetchall(self) -> list[Any]:
        """All its rows."""
        began = perf_counter()
        rows: list[Any] = self.cursor.fetchall()
        self.spent += (perf_counter() - began) * 1000
        return rows

    def __getattr__(self, name: str) -> Any:
        return getattr(self.cursor, name)


@contextmanager
def clocked() -> Iterator[Clocked]:
    """What the house asks meanwhile on this thread's connection runs past the clock."""
    connection = here()
    opened, cursor = connection.__dict__[statements.KEPT]
    clock = Clocked(cursor)
    connection.__dict__[statements.KEPT] = opened, clock
    try:
        yield clock
    finally:
        connection.__dict__[statements.KEPT] = opened, cursor


def shares(page: Callable[[], object]) -> tuple[float, float, int]:
    """Milliseconds of one page and, of these, of its SQL; and how many statements ran past the clock."""
    with clocked() as clock:
        began = perf_counter()
        page()
        whole = (perf_counter() - began) * 1000
    return whole, clock.spent, clock.asked
