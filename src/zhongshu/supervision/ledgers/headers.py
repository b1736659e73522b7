"""The headers of a sheet: the first, its repeats on later pages, those of other tables further down."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .cleaning import compact
from .content import is_state
from .deadlines import is_day
from .grid import Grid
from .header import Header, as_before, bare_header, header_at
from .headings import PLAINLY, part_of
from .lines import is_note, is_ordinal, is_total
from .people import is_somebody
from .units import is_units

_TO_THE_DAY = re.compile(r"\d[日号]|\d[./-]\d")


def headers_of(grid: Grid) -> list[tuple[Header, int]]:
    """Each header with the row that its table ends before: the titles of the next header are not its rows."""
    found: list[Header] = []
    row = 0
    while row < grid.height:
        header = header_at(grid, row)
        if header and _may_head(grid, header, found):
            found.append(as_before(grid, header, found))
            row = header.below
        else:
            row += 1
    if not found and (bare := bare_header(grid)):
        return [(bare, grid.height)]
    ends = [_before_titles(grid, header.top, found[i].below) for i, header in enumerate(found[1:])]
    return list(zip(found, [*ends, grid.height], strict=True)) if found else []


def _may_head(grid: Grid, header: Header, found: Sequence[Header]) -> bool:
    """Whether a later header can be one: its first row repeats headings of those ``found``, or it stands below a title.

    A row that names units, persons and days tells a matter, however its task reads.
    """
    if not found:
        return True
    known = {text for earlier in found for path in earlier.paths.values() for text in path}
    own = [text for value in grid.rows[header.top] if (text := compact(value))]
    if sum(text in known for text in own) >= 2:
        return True
    above = [text for value in grid.rows[header.top - 1] if (text := compact(value))]
    titled = (len(set(above)) <= 1 or is_note(above)) and not is_total(above)
    return titled and sum(map(_answers, own)) < 2


def _answers(text: str) -> bool:
    """Whether a text numbers a matter or names a person, a day, a state or a unit, and heads nothing."""
    if is_ordinal(text) or is_state(text) or (is_day(text) and _TO_THE_DAY.search(text)):
        return True
    hit = part_of(text)
    return (hit is None or hit[1] < PLAINLY) and (is_somebody(text) or is_day(text) or is_units(text))


def _before_titles(grid: Grid, top: int, floor: int) -> int:
    """The row above which the titles of the header in ``top`` begin."""
    row = top
    while row > floor and _is_title([*({compact(v) for v in grid.rows[row - 1]} - {""})]):
        row -= 1
    return row


def _is_title(texts: list[str]) -> bool:
    return len(texts) <= 1 or is_note(texts)
