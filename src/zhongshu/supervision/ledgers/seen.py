"""What was found in a file, shown before anything is read from it: its tables and their columns."""

from __future__ import annotations

from dataclasses import dataclass

from .model import Part


@dataclass(frozen=True, slots=True)
class ColumnSeen:
    """A column of a table: its letter, its heading, what it was taken for, and some of what it holds."""

    letter: str
    heading: str
    part: Part
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableSeen:
    """A table found in a sheet: its headings begin in row ``head``, its matters in ``row``, counted from 1; ``rows``: how many."""

    sheet: str
    head: int
    row: int
    columns: tuple[ColumnSeen, ...]
    rows: int = 0
