"""A ledger read: its sheets, the tables in them, the matters in each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from zhongshu.kernel.clock import local_day, now

from .blanks import repeating_columns, told_once
from .cards import laid_out
from .cleaning import compact
from .colours import grey_withdraws
from .columns import Columns, columns_of
from .dating import Dating, dating_of
from .folded import unfolded
from .grid import Grid, Value
from .header import Header, told_header, upright
from .headers import headers_of
from .legend import legend_of, says_first_leads
from .lines import is_numbered_title, without_ordinal
from .mapping import Heads, Said, letter_of, put_right
from .model import Matter, Part
from .plan_rows import without_plans
from .samples import samples_of, telling_rows
from .seen import ColumnSeen, TableSeen
from .side_by_side import side_by_side
from .surroundings import notes_around, titles_of
from .table import Table
from .units import holder_named
from .workbook import open_sheets

_SITTING = re.compile(
    r"^(?!.*(?:台账|一览|汇总|[表单册]$)).*第?[一二三四五六七八九十\d]+次[\u4e00-\u9fff]*会"
)


def read_ledger(
    path: Path,
    today: date | None = None,
    told: Said | None = None,
    name: str = "",
    heads: Heads | None = None,
) -> Iterator[Matter]:
    """The matters of the ledger in the file ``path`` (.xlsx, .xls or .csv), sheet by sheet, in their order.

    ``today``: the year of days without one where neither title, file name nor other days tell it.
    ``told``, ``heads``: what a person says of the columns, and of where the headings are.
    ``name``: what the file is called, where its path does not tell.
    Raises OSError or ValueError if the file cannot be read as a table.
    """
    for grid in _sheets(path, heads or {}):
        head = (heads or {}).get(grid.name)
        for table, top, below in tables_of(
            grid, name or path.stem, today or local_day(now()), told or {}, head
        ):
            if table.columns.tell_matters:
                yield from table.matters(top, below)


def survey(path: Path, told: Said | None = None, heads: Heads | None = None) -> list[TableSeen]:
    """What the columns of each table of the file are taken for, with some of what they hold; errors as above."""
    found: list[TableSeen] = []
    for grid in _sheets(path, heads or {}):
        rows: dict[int, int] = {}
        tables: dict[int, tuple[Table, int, int]] = {}
        head = (heads or {}).get(grid.name)
        for table, top, below in tables_of(grid, path.stem, local_day(now()), told or {}, head):
            tables.setdefault(id(table), (table, top, below))
            rows[id(table)] = rows.get(id(table), 0) + below - top
        found += [_seen(*one, rows[key]) for key, one in tables.items()]
    return found


def _sheets(path: Path, heads: Heads) -> Iterator[Grid]:
    """Each sheet with its matters one below the other, whether it was so or folded, a pile of cards or turned over.

    One whose headings a person named is taken as it stands.
    """
    return (
        sheet if sheet.name in heads else upright(laid_out(unfolded(without_plans(sheet))))
        for sheet in open_sheets(path)
    )


def _seen(table: Table, top: int, below: int, rows: int) -> TableSeen:
    parts = {c: Part.SUPPORT if unit.supports else Part.LEAD for c, unit in table.columns.units.items()}
    parts |= {c: part for part, columns in table.columns.by_part.items() for c in columns}
    sample = telling_rows(table.grid, [(top, below)], table.span)
    return TableSeen(
        table.grid.name,
        table.columns.head + 1,
        top + 1,
        tuple(
            ColumnSeen(
                letter_of(c),
                table.columns.headings[c],
                parts.get(c, Part.OTHER),
                samples_of(table.grid, c, sample),
            )
            for c in table.columns.headings
        ),
        rows,
    )


def tables_of(
    grid: Grid, file_name: str, today: date, told: Said, head: tuple[int, int] | None = None
) -> Iterator[tuple[Table, int, int]]:
    """Each table of a sheet and the rows, the last excluded, that it is to read next; a repeated header goes on.

    Below a ``head`` that a person named there is a table also where its columns are not yet understood.
    """
    headers = _told(grid, *head) if head else headers_of(grid)
    notes = notes_around(grid, headers)
    tables: dict[object, Table | None] = {}
    pages = _pages(headers)
    ends = [0, *(below for _, below in headers)]
    for end, (header, below) in zip(ends, headers, strict=False):
        spans = side_by_side(grid, header)
        for span in spans:
            key = (span, tuple((c, p) for c, p in header.signature if c in span))
            if key not in tables:
                rows = telling_rows(grid, pages[header.signature], span)
                columns = columns_of(grid, header, rows, span)
                put_right(columns, grid.name, told)
                titles = [*titles_of(grid, end, header.top), *notes, grid.name, file_name]
                dating = dating_of(titles, notes, _dues(grid, columns, rows), today)
                is_one = columns.tell_matters or head is not None
                tables[key] = (
                    _table(grid, columns, span, rows, header.below, dating, notes) if is_one else None
                )
            if table := tables[key]:
                if title := _title_of(grid, header.top, span, spans, again=len(pages[header.signature]) > 1):
                    table.group = [(0, title)]
                yield table, header.below, below


def _pages(headers: list[tuple[Header, int]]) -> dict[object, list[tuple[int, int]]]:
    """The rows below each header and below its repeats, by what it says."""
    pages: dict[object, list[tuple[int, int]]] = {}
    for header, below in headers:
        pages.setdefault(header.signature, []).append((header.below, below))
    return pages


def _dues(grid: Grid, columns: Columns, rows: Sequence[int]) -> Iterator[Value]:
    """What the rows of a table hold as deadlines."""
    due = columns.one(Part.DUE)
    return (grid.own(row, due) for row in rows if due is not None)


def _table(
    grid: Grid,
    columns: Columns,
    span: range,
    rows: Sequence[int],
    top: int,
    dating: Dating,
    notes: Sequence[str],
) -> Table:
    """The table below the headings."""
    first_leads = any(map(says_first_leads, notes))
    grey = grey_withdraws(notes, sum(row >= top for row in grid.greyed), grid.height - top)
    return Table(
        grid, columns, span, dating, first_leads, grey, _holder(notes) or _holder_of(grid.name, notes),
        legend=legend_of(notes), repeating=repeating_columns(notes, columns) | told_once(grid, columns, rows),
    )  # fmt: skip


def _title_of(grid: Grid, top: int, span: range, spans: Sequence[range], *, again: bool) -> str:
    """What a table of several is about: the numbered title (一、新立项事项) right above the header in row ``top``.

    Where the header comes ``again`` and again, what was decided at which meeting (第3次校长办公会) is one as well.

    Where each of several ``spans`` beside one another has a title, that above its own.
    """
    above = {one: [text for c in one if top and (text := compact(grid.own(top - 1, c)))] for one in spans}
    if len(spans) > 1 and all(len(texts) == 1 for texts in above.values()):
        return without_ordinal(*above[span])
    told = [text for value in (grid.rows[top - 1] if top else ()) if (text := compact(value))]
    titled = len(told) == 1 and (is_numbered_title(told[0]) or (again and _SITTING.search(told[0])))
    return without_ordinal(told[0]) if titled else ""


def _holder(notes: Sequence[str]) -> str:
    """责任单位：市住建局 above a table that has no column for it."""
    return next(
        (holder for note in notes if "：" in note or ":" in note if (holder := holder_named(note))), ""
    )


def _holder_of(sheet: str, notes: Sequence[str]) -> str:
    """The unit that a sheet is called after where its title begins with it, too: 县教育局2026年重点任务完成情况表."""
    return holder_named(sheet) if any(note.startswith(sheet) for note in notes) else ""


def _told(grid: Grid, first: int, last: int) -> list[tuple[Header, int]]:
    """The header that a person named; none where nothing stands below it."""
    return [(told_header(grid, first - 1, last), grid.height)] if last < grid.height else []
