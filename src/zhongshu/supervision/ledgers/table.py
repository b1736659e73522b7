"""Rows of one table put together into matters: merged cells, repeats and continued rows resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from .cleaning import compact, is_ditto, is_nothing, running, shown
from .columns import Columns, combined
from .deadlines import read_day
from .grid import Grid, Value
from .headings import names_both
from .lines import (
    Line,
    depth_of,
    group_title,
    is_note,
    is_total,
    numbers_the_columns,
    without_number,
    without_ordinal,
    without_own_number,
)
from .marks import progress_withdraws, status_withdraws, without_mark
from .model import Matter, Part
from .people import people_told
from .units import holder_named, read_units

_HOLDING = (Part.NUMBER, Part.LEAD, Part.DUE, Part.LEADER)
"""What a matter of its own has at least one of."""


@dataclass(slots=True)
class Table:
    """A table being read row by row. ``year`` and ``written`` date its deadlines (see :func:`read_day`)."""

    grid: Grid
    columns: Columns
    span: range
    year: int
    written: date | None = None
    first_leads: bool = False
    grey_withdraws: bool = False
    holder: str = ""
    group: list[tuple[int, str]] = field(default_factory=list)
    above: dict[int, Value] = field(default_factory=dict)
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
        if is_total(texts):
            return Line.TOTAL
        if is_note(texts):
            return Line.NOTE
        if numbers_the_columns(texts):
            return Line.NUMBERS
        if self._opens_group(row, cells[0][0], texts) or self._heads_numbers(row, texts):
            return Line.GROUP
        return Line.MATTER

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
        merge = self.grid.merged.get((row, column))
        title = group_title(texts, merge.right - merge.left + 1 if merge else 1, len(self.span))
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
        """A title of a group: who answers for the rows below where no column says it, else what they are about."""
        if self.columns.of(Part.LEAD) or not (holder := holder_named(title)):
            self._enter(depth, title)
        else:
            self.holder = holder

    def _value(self, row: int, column: int | None) -> Value:
        """What the row shows in a column, 同上 resolved; nothing for a dash."""
        if column is None:
            return None
        value = self.grid.value(row, column)
        if isinstance(value, str):
            if is_ditto(value):
                return self.above.get(column)
            if is_nothing(value.strip()):
                return None
        return value

    def _text(self, row: int, part: Part) -> str:
        texts = [shown(self._value(row, c)) for c in self.columns.of(part)]
        return "\n".join(dict.fromkeys(t for t in texts if t))

    def _own(self, row: int, part: Part) -> str:
        """What is written in this very row for ``part``."""
        texts = (compact(self.grid.own(row, c)) for c in self.columns.of(part))
        return "".join(t for t in texts if not is_nothing(t))

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
        if matter is None or self._is_struck(row):
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

    def _read(self, row: int, *, own: bool = False) -> Matter:
        """The fields of a row; with ``own`` only what is written in the row itself."""
        begins = row if self.grid.turned_from is None else self.grid.turned_from
        matter = Matter(begins + 1, sheet=self.grid.name)

        def text(part: Part) -> str:
            return self._text(row, part) if not own or self._own(row, part) else ""

        self._read_who(matter, text(Part.LEAD) or self._holder(), text(Part.SUPPORT), text(Part.LEADER))
        if not own or self._own(row, Part.DUE):
            self._read_when(matter, self._value(row, self.columns.one(Part.DUE)))
        matter.task, marked = without_mark(self._task(running(text(Part.TASK))))
        matter.progress = self._progress(row) if text(Part.PROGRESS) else ""
        matter.problem = running(text(Part.PROBLEM))
        self._split_problem(matter)
        matter.status, matter.remark = running(text(Part.STATUS)), running(text(Part.REMARK))
        matter.category = self._category(row)
        matter.number = compact(self._value(row, self.columns.one(Part.NUMBER)))
        marked = marked or (self.grey_withdraws and row in self.grid.greyed)
        signs = status_withdraws(matter.status) or status_withdraws(matter.remark)
        matter.withdrawn = marked or signs or progress_withdraws(matter.progress) or self._is_struck(row)
        number = self.columns.one(Part.NUMBER)
        matter.withdrawn = matter.withdrawn or status_withdraws(shown(self._value(row, number)))
        spare = (compact(self.grid.own(row, c)) for c in self.columns.spare)
        matter.withdrawn = matter.withdrawn or any(map(progress_withdraws, spare))
        return matter

    def _task(self, text: str) -> str:
        """The text of a task, without its number where the column numbers every one."""
        return without_own_number(text) if self.columns.numbered_tasks else text

    def _read_who(self, matter: Matter, lead: str, support: str, leader: str) -> None:
        column = self.columns.one(Part.LEAD)
        first = self.first_leads and not self.columns.of(Part.SUPPORT)
        heading = self.columns.headings.get(column, "") if column is not None else ""
        first = first or any(mark in heading for mark in ("第一位", "第一个", "第一家", "首位"))
        if names_both(heading) and not support and len(sides := re.split("[/／\\\\]", lead, maxsplit=1)) == 2:
            lead, support = sides
        leads, supports = read_units(lead, first), read_units(support)
        matter.lead = list(leads.lead)
        matter.support = [*supports.lead, *(u for u in supports.support if u not in supports.lead)]
        matter.support = [*leads.support, *(u for u in matter.support if u not in leads.support)]
        matter.leader = people_told(leader) or "、".join(leads.people)

    def _holder(self) -> str:
        """Who is named above a table without a column for it."""
        return "" if self.columns.of(Part.LEAD) else self.holder

    def _read_when(self, matter: Matter, value: Value) -> None:
        matter.due_text = shown(value)
        matter.due = read_day(value, self.year, self.written)

    def _progress(self, row: int) -> str:
        """The progress, a line for each column that tells it; a share (0.8) as 80%."""
        values = [self._value(row, c) for c in self.columns.of(Part.PROGRESS)]
        if len(values) == 1 and isinstance(values[0], float) and 0 < values[0] <= 1:
            return f"{values[0] * 100:.4g}%"
        return "\n".join(dict.fromkeys(text for v in values if (text := running(shown(v)))))

    def _split_problem(self, matter: Matter) -> None:
        """进展…存在问题：…: one column that tells both."""
        column = self.columns.one(Part.PROGRESS)
        if (
            column is None
            or self.columns.of(Part.PROBLEM)
            or not combined(self.columns, column, Part.PROGRESS, Part.PROBLEM)
        ):
            return
        for mark in ("存在问题：", "存在问题:", "问题：", "问题:", "困难：", "困难:"):
            before, found, after = matter.progress.partition(mark)
            if found:
                matter.progress = before.removeprefix("进展情况：").removeprefix("进展：").strip(" ；;\n")
                matter.problem = after.strip()
                return

    def _category(self, row: int) -> str:
        column = self.columns.one(Part.CATEGORY)
        if column is None and not self.group:
            column = self.columns.groups
        if column is None:
            return self._titles()
        value = self._value(row, column) or self.above.get(column)
        return without_number(compact(value)) if value else self._titles()

    def _titles(self) -> str:
        return "/".join(title for _, title in self.group)

    def _is_struck(self, row: int) -> bool:
        """Whether the task, or most of what the row says, is struck out."""
        if not self.grid.struck:
            return False
        told = [c for c in self.span if compact(self.grid.value(row, c))]
        struck = [c for c in told if self.grid.is_struck(row, c)]
        return self.columns.one(Part.TASK) in struck or len(struck) * 2 > len(told)
