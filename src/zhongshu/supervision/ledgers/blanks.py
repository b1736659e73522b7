"""What a blank cell means where a note says it: 主责科室栏空白的，与上一行相同."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .columns import Columns
from .model import Part

_BLANK_REPEATS = re.compile(
    r"(?:空白|空着|留空|为空|空格|未填|未列|不填)[^。；;]{0,8}?(?:(?:[与同和]|[视即]为)?(?:同?上)(?:一?[行栏格项条]|面)?(?:相同|一致|一样)?|沿用上)"
)
_WHO_AND_WHEN = (Part.LEAD, Part.LEADER, Part.DUE)


def repeating_columns(notes: Iterable[str], columns: Columns) -> frozenset[int]:
    """The columns whose blank cells say what stands above, as a note says: those it names, else who and until when."""
    clauses = [
        clause for note in notes for clause in re.split("[。；;]", note) if _BLANK_REPEATS.search(clause)
    ]
    named = {
        c for c, heading in columns.headings.items() for clause in clauses if heading and heading in clause
    }
    told = (c for part in _WHO_AND_WHEN for c in columns.of(part))
    return frozenset(named or told if clauses else ())
