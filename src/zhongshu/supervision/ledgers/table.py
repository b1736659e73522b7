"""Rows of one table put together into matters: merged cells, repeats and continued rows resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .cleaning import compact, shown
from .fields import Fields
from .lines import (
    Line,
    depth_of,
    group_title,
    is_count,
    is_day_alone,
    is_note,
    is_total,
    numbers_the_columns,
    shows_how_to_fill,
    without_ordinal,
)
from .model import Matter, Part
from .units import holder_named
from .whose_group import answers_named

_SENTENCE = re.compile(r"^[^（(]{12,}[。；]$|^[^（(]{8,}[，,][^（(]{6,}")
_HOLDING = (Part.NUMBER, Part.LEAD, Part.DUE, Part.LEADER)
"""What a matter of its own has at least one of."""


@dataclass(slots=True)
class Table(Fields):
    """A table being read row by row. ``current``: the matter that the next rows may go on with."""

    current: Matter | None = None

    def matters(self, top: int, below: int) -> Iterator[Matter]:
        """The matters that the rows ``top`` … ``below`` (exclusive) hold."""
        for row in range(top, below):
            started = self._take(row)
            if started and self.current:
                yield self.current
            if started:
                self.current = started
        if self.current:
            yield self.current
        self.current = None

    def _take(self, row: int) -> Matter | None:
        """Read one row; the matter that begins with it, if one does."""
        kind = self._kind(row)
        if kind is not Line.MATTER:
            return None
        if self._continues(row):
            self._carry_on(row)
            return None
        return self._begin(row)

    def _kind(self, row: int) -> Line:
        cells = [(c, t) for c in self.span if (t := shown(self.grid.own(row, c)))]
        texts = ["".join(t.split("\n")) for _, t in cells]
        if not cells:
            return Line.BLANK
        if self._repeats_the_headings(cells):
            return Line.NUMBERS
        if is_total(texts) or is_count(self._own(row, Part.TASK)):
            return Line.TOTAL
        if is_note(texts):
            return Line.NOTE
        if numbers_the_columns(texts) or shows_how_to_fill(texts):
            return Line.NUMBERS
        if self._opens_group(row, cells[0][0], texts) or self._heads_numbers(row, texts):
            return Line.GROUP
        if self._remarks(cells) or self._signs(row, cells):
            return Line.NOTE
        return Line.MATTER

    def _repeats_the_headings(self, cells: list[tuple[int, str]]) -> bool:
        """Whether the row is the header again, as at the top of a page."""
        alike = sum(compact(text) == self.columns.headings.get(c) for c, text in cells)
        return alike >= 3 and alike * 3 >= 2 * len(cells)

    def _remarks(self, cells: list[tuple[int, str]]) -> bool:
        """Whether a sentence stands alone where a number, a unit, a person or a day is told."""
        told = {c for part in _HOLDING for c in self.columns.of(part)}
        return len(cells) == 1 and cells[0][0] in told and bool(_SENTENCE.search(cells[0][1]))

    def _signs(self, row: int, cells: list[tuple[int, str]]) -> bool:
        """Whether the row only says whose ledger it is: a text alone in its row, and below it nothing but a day."""
        below = [
            t for c in self.span if row + 1 < self.grid.height and (t := shown(self.grid.own(row + 1, c)))
        ]
        return len(cells) == len(below) == 1 and is_day_alone(below[0])

    def _enter(self, depth: int, title: str) -> None:
        """Go on below a title; those as deep or deeper are left."""
        self.group = [*(one for one in self.group if one[0] < depth), (depth, title)]

    def _heads_numbers(self, row: int, texts: list[str]) -> bool:
        """1 平安建设, before rows numbered 1.1 and 1.2: the title of those rows."""
        number, task = self.columns.one(Part.NUMBER), self.columns.one(Part.TASK)
        if number is None or task is None or len(texts) != 2 or not self._own(row, Part.TASK):
            return False
        own, following = compact(self.grid.own(row, number)), compact(self.grid.own(row + 1, number))
        if not own or not re.match(re.escape(own.rstrip(".、")) + r"[.．\-—]\d", following):
            return False
        self._enter(own.count("."), without_ordinal(shown(self.grid.own(row, task))))
        return True

    def _opens_group(self, row: int, column: int, texts: list[str]) -> bool:
        if any(self.grid.anchor(row, c)[0] < row for c in self.span):
            return False
        title = group_title(texts, self.grid.breadth(row, column), len(self.span))
        if (
            title is None
            and len(texts) == 1
            and column == self.columns.one(Part.NUMBER)
            and not texts[0].isdigit()
        ):
            title = without_ordinal(texts[0])
        if title is None:
            return False
        self._head(depth_of(texts[0]), title)
        return True

    def _head(self, depth: int, title: str) -> None:
        """A title of a group: who answers for the rows below where no column says it, and what they are about."""
        title, named = answers_named(title)
        self.chief = named.get(Part.LEADER, "")
        self.holder = named.get(Part.LEAD, self.holder)
        if self.columns.of(Part.LEAD) or not (holder := holder_named(title)):
            self._enter(depth, title)
        else:
            self.holder = holder

    def _continues(self, row: int) -> bool:
        """Whether a row only adds to the matter above: no task of its own, no number, no other deadline."""
        if self._own(row, Part.TASK):
            return bool(self.current) and self._only_task(row)
        if self.current is None or self._own(row, Part.NUMBER):
            return False
        due = self.columns.one(Part.DUE)
        if not self._own(row, Part.DUE) or self.current.due_text == "":
            return True
        return shown(self._value(row, due)) == self.current.due_text

    def _only_task(self, row: int) -> bool:
        """The text of the task above running on, in a row without a number of its own where others have one.

        Nobody answers for it and it has no day; whatever else it says runs on from a cell above.
        """
        if self.columns.one(Part.NUMBER) is None:
            return False
        fixed = (c for part in _HOLDING for c in self.columns.of(part))
        if any(compact(self.grid.value(row, c)) for c in fixed):
            return False
        told = (c for c in self.span if compact(self.grid.value(row, c)))
        return all(self._runs_on(row, c) for c in told)

    def _runs_on(self, row: int, column: int) -> bool:
        """Whether the cell above is filled and does not end its sentence."""
        above = compact(self.grid.value(row - 1, column))
        return bool(above) and above[-1] not in "。！；;"

    def _carry_on(self, row: int) -> None:
        matter = self.current
        if matter is None or (self._is_struck(row) and not matter.withdrawn):
            return
        added = self._read(row, own=True)
        matter.task += added.task if self._own(row, Part.TASK) else ""
        matter.lead += [u for u in added.lead if u not in matter.lead]
        matter.support += [u for u in added.support if u not in matter.support]
        matter.due, matter.due_text = (
            (matter.due, matter.due_text) if matter.due_text else (added.due, added.due_text)
        )
        for name in ("leader", "progress", "problem"):
            old, new = getattr(matter, name), getattr(added, name)
            if new and new not in old:
                setattr(matter, name, f"{old}{'、' if name == 'leader' else chr(10)}{new}" if old else new)

    def _begin(self, row: int) -> Matter | None:
        matter = self._read(row)
        inherits = not self._own(row, Part.TASK) and self.current is not None
        if inherits and self.current:
            if not any(self._own(row, p) for p in (Part.LEAD, Part.DUE, Part.SUPPORT, Part.PROGRESS)):
                return None
            matter.task = matter.task or self.current.task
            matter.lead = matter.lead or list(self.current.lead)
            matter.leader = matter.leader or self.current.leader
            if not matter.due_text:
                matter.due, matter.due_text = self.current.due, self.current.due_text
        if not matter.task:
            return None
        for column in self.span:
            value = self._value(row, column)
            if value not in (None, ""):
                self.above[column] = value
        return matter
