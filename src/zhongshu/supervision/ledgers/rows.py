"""What a row of a table says in each part, repeats and merged cells resolved."""

from __future__ import annotations

from dataclasses import dataclass, field

from .cleaning import as_written, compact, is_ditto, is_nothing, shown
from .columns import Columns
from .grid import Grid, Value
from .model import Part

_NONE = frozenset({"无", "暂无", "没有", "暂无问题", "无问题", "无困难"})


def without_nothing(text: str) -> str:
    """``text``, but nothing where it answers that there is nothing (无, 暂无)."""
    return "" if text.strip("。.；; ") in _NONE else text


@dataclass(slots=True)
class Rows:
    """The cells of a table by row and part. ``above``: what the columns last said, for 同上; ``repeating``: columns in which a blank says it."""

    grid: Grid
    columns: Columns
    span: range
    above: dict[int, Value] = field(default_factory=dict, kw_only=True)
    repeating: frozenset[int] = field(default=frozenset(), kw_only=True)

    def _value(self, row: int, column: int | None) -> Value:
        """What the row shows in a column, 同上 resolved; nothing for a dash."""
        if column is None:
            return None
        value = self.grid.value(row, column)
        if column in self.repeating and not compact(value):
            return self.above.get(column)
        if isinstance(value, str):
            if is_ditto(value):
                return self.above.get(column)
            if is_nothing(value.strip()):
                return None
        return value

    def _text(self, row: int, part: Part) -> str:
        texts = [shown(self._value(row, c)) for c in self.columns.of(part)]
        return "\n".join(dict.fromkeys(t for t in texts if t))

    def _written(self, row: int, part: Part) -> str:
        """As ``_text``, with the blanks as they are written."""
        texts = [as_written(self._value(row, c)) for c in self.columns.of(part)]
        return "\n".join(dict.fromkeys(t for t in texts if t))

    def _said(self, row: int, column: int) -> str:
        """The words of a cell; nothing where it answers that there is nothing (无, 暂无)."""
        return without_nothing(shown(self._value(row, column)))

    def _own(self, row: int, part: Part) -> str:
        """What is written in this very row for ``part``."""
        texts = (compact(self.grid.own(row, c)) for c in self.columns.of(part))
        return "".join(t for t in texts if not is_nothing(t))

    def _is_struck(self, row: int) -> bool:
        """Whether the task, or most of what the row says, is struck out."""
        if not self.grid.struck:
            return False
        told = [c for c in self.span if compact(self.grid.value(row, c))]
        struck = [c for c in told if self.grid.is_struck(row, c)]
        return self.columns.one(Part.TASK) in struck or len(struck) * 2 > len(told)
