"""What the headings above a plan and its outcome mean once the outcome alone is left: months of a plan tell how far it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from .cleaning import compact
from .grid import Value
from .header import Header
from .headings import part_of_path
from .model import Part
from .periods import is_only_period

_HOW_FAR = "进展"
_OPEN = (None, Part.TASK)
"""Columns that name nothing plainly (内容): where the outcome stands if no other column is for it."""


def as_progress(header: Header, outcome: Collection[int]) -> Mapping[str, str]:
    """For each heading above the columns of an ``outcome`` what it is to be read as: 2月 as 2月进展.

    Months and quarters beside one another tell the outcome together, also where one is not yet filled.
    """
    beside = {header.paths[c][:-1] for c in outcome if is_only_period(header.paths.get(c, ("",))[-1])}
    paths = {c: path for c, path in header.paths.items() if _is_one(path, beside) or c in outcome}
    parts = {c: hit[0] if (hit := part_of_path(path)) else None for c, path in paths.items()}
    timed = {c for c, path in paths.items() if is_only_period(path[-1])}
    told = timed or Part.PROGRESS in parts.values()
    heard = {path[-1]: path[-1] + _HOW_FAR for c, path in paths.items() if c in timed}
    heard |= {paths[c][-2]: _HOW_FAR for c in timed if len(paths[c]) > 1}
    return heard if told else {paths[c][-1]: _HOW_FAR for c in paths if parts[c] in _OPEN}


def _is_one(path: tuple[str, ...], beside: Collection[tuple[str, ...]]) -> bool:
    return is_only_period(path[-1]) and path[:-1] in beside


def reworded(line: Sequence[Value], heard: Mapping[str, str]) -> list[Value]:
    """A row with its headings as they are to be read."""
    return [heard.get(compact(value), value) if isinstance(value, str) else value for value in line]
