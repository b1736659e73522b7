"""Two columns of tasks, one wider than the other: 重点工作 over 具体任务, by their headings' weights and what they hold."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .content import Content
from .groups import MENDED

_SHARED, _LONG, _LONGER, _OFTENER = 0.2, 0.5, 1.3, 2
_WIDE, _FINE = 140, 160
"""How plain, tenfold, the heading of the wider and of the finer column must be."""
CALLED = re.compile(r"(?:名称|标题|题目|案由)$")
"""What one matter is called, no group of several."""
_LABEL, _TERSER = 6, 2
"""An average text no longer than this, and so much shorter than the task, is a label: 双拥优抚."""


def is_shared(content: Content) -> bool:
    """Whether cells of a column are merged over several rows, or say the same in rows one below the other."""
    return _sharing(content) >= _SHARED


def _sharing(content: Content) -> float:
    return max(content.repeated, 1 - content.distinct if content.in_runs else 0)


def wider_than(
    task: int, weights: Mapping[int, int], contents: Mapping[int, Content], headings: Mapping[int, str]
) -> int | None:
    """The column left of ``task`` that tells what its tasks belong to; 具体 in a heading says that it is the finer."""
    told, named = contents[task], "具体" in headings[task]

    def groups(column: int) -> bool:
        content = contents[column]
        shorter = named and content.length < told.length
        label = 0 < content.length <= _LABEL and content.length * _TERSER <= told.length
        beside = label and column == task - 1 and not CALLED.search(headings[column])
        return is_shared(content) or content.filled * 2 <= told.filled or shorter or beside

    left = (c for c, weight in weights.items() if c < task and weight >= _WIDE)
    return next((c for c in left if groups(c) and not MENDED.search(headings[c])), None)


def finer_than(task: int, weights: Mapping[int, int], contents: Mapping[int, Content]) -> int | None:
    """The column that tells in longer words, or row by row, what is to be done below each merged cell of ``task``."""
    wide = contents[task]

    def says_more(content: Content) -> bool:
        longer = content.long >= _LONG or content.length >= _LONGER * wide.length
        each = content.tells_what and content.filled >= _OFTENER * wide.filled
        return (longer or each) and _sharing(content) < _sharing(wide) / 2

    others = (c for c, weight in weights.items() if c != task and weight >= _FINE)
    return next((c for c in others if says_more(contents[c])), None)
