"""A row of a table as a matter: who, until when, how far, and whether it still counts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeGuard

from .calendar_columns import last_marked
from .cleaning import compact, running, shown
from .columns import combined
from .dating import Dating
from .grid import Value
from .headings import names_both
from .lines import tells_when, without_number, without_own_number
from .marks import progress_withdraws, status_withdraws, without_mark
from .model import Matter, Part
from .people import people_told
from .roles import says_support
from .rows import Rows, without_nothing
from .set_off import leading
from .told_apart import told_apart
from .unit_columns import marked_units
from .units import is_units, read_units, repeated
from .whose_group import who_behind

_IN_PARTS = {"月": "年月", "日": "年月日"}
_SHARES = re.compile(r"[率度]$|比例|百分比|%")


@dataclass(slots=True)
class Fields(Rows):
    """Reads the fields of a matter. ``dating`` tells what the year of its deadlines is.

    ``holder``, ``chief``: the unit and the person who answer where no column says it; ``group``: the titles a row stands below, each with its depth;
    ``legend``: what the signs beside or in place of units mean; ``who``: the units that lead and support in the row last read.
    """

    dating: Dating
    first_leads: bool = False
    grey_withdraws: bool = False
    holder: str = ""
    chief: str = ""
    group: list[tuple[int, str]] = field(default_factory=list)
    legend: Mapping[str, Part] = field(default_factory=dict)
    who: tuple[list[str], list[str]] = field(default_factory=lambda: ([], []))

    def _read(self, row: int, *, own: bool = False) -> Matter:
        """The fields of a row; with ``own`` only what is written in the row itself."""
        matter = Matter(self.grid.place(row) + 1, sheet=self.grid.name)

        def text(part: Part) -> str:
            return self._text(row, part) if not own or self._own(row, part) else ""

        leads, supports, task = text(Part.LEAD) or self._holder(), text(Part.SUPPORT), text(Part.TASK)
        if not self.columns.of(Part.LEAD) and not self.columns.units:
            task, behind = who_behind(task)
            leads = behind or leads
        if self._supports(row):
            leads, supports = "", "\n".join(filter(None, (supports, leads)))
        leader = self._written(row, Part.LEADER) if not own or self._own(row, Part.LEADER) else ""
        leader = leader or ("" if self.columns.of(Part.LEADER) else self.chief)
        self._read_who(matter, row, leads, supports, leader)
        self._read_marks(matter, row, own=own)
        if not own or self._own(row, Part.DUE):
            self._read_when(matter, row)
        matter.task, marked = without_mark(_in_one_line(task))
        matter.progress = self._progress(row) if text(Part.PROGRESS) else ""
        matter.problem = without_own_number(self._lines(row, Part.PROBLEM)) if text(Part.PROBLEM) else ""
        matter.status, matter.remark = running(text(Part.STATUS)), running(text(Part.REMARK))
        if matter.progress:
            self._tell_apart(matter, row)
        matter.category = self._category(row)
        matter.number = compact(self._value(row, self.columns.one(Part.NUMBER)))
        matter.withdrawn = marked or self._ends_here(matter, row)
        return matter

    def _ends_here(self, matter: Matter, row: int) -> bool:
        """Whether the row says that its matter is dropped: in a note, by a stroke through it, in grey."""
        others = (*self.columns.of(Part.NUMBER)[:1], *self.columns.of(Part.DUE))
        notes = matter.status, matter.remark, *(shown(self._value(row, c)) for c in others)
        spare = (compact(self.grid.own(row, c)) for c in self.columns.spare)
        return (
            any(map(status_withdraws, notes))
            or progress_withdraws(matter.progress, matter.task)
            or any(map(progress_withdraws, (matter.problem, *spare)))
            or self._is_struck(row)
            or (self.grey_withdraws and row in self.grid.greyed)
        )

    def _supports(self, row: int) -> bool:
        """Whether the column of roles says that the unit of this row only supports (协, 配合)."""
        role = self.columns.roles
        return role is not None and says_support(compact(self.grid.own(row, role)))

    def _read_who(self, matter: Matter, row: int, lead: str, support: str, leader: str) -> None:
        column = self.columns.one(Part.LEAD)
        first = self.first_leads and not self.columns.of(Part.SUPPORT)
        heading = self.columns.headings.get(column, "") if column is not None else ""
        first = first or any(mark in heading for mark in ("第一位", "第一个", "第一家", "首位"))
        if names_both(heading) and not support and len(sides := re.split("[/／\\\\]", lead, maxsplit=1)) == 2:
            lead, support = sides
        sign = next((sign for sign, part in self.legend.items() if part is Part.LEAD), "")
        if not support and column is not None:
            lead = leading(lead, self.grid.set_off.get(self.grid.anchor(row, column), ()))
        leads, supports = read_units(lead, first, sign), read_units(support)
        matter.lead = repeated(leads.lead, self.who[0])
        matter.support = repeated((*leads.support, *supports.lead, *supports.support), self.who[1])
        self.who = matter.lead, matter.support
        matter.leader = people_told(leader) or "、".join(leads.people)
        beside = read_units(leader) if leader and not self.columns.of(Part.LEAD) else None
        if (
            beside and beside.people and not matter.lead and beside.lead and is_units("、".join(beside.lead))
        ):  # 张华（质量部）, and no column for units
            matter.lead, matter.leader = list(beside.lead), "、".join(beside.people)
            matter.support += [u for u in beside.support if u not in matter.support]

    def _read_marks(self, matter: Matter, row: int, *, own: bool) -> None:
        """Who is marked in a column of its own, behind those that a column names."""
        lead, support = marked_units(self.grid, row, self.columns.units, self.legend, own=own)
        matter.lead += [u for u in lead if u not in matter.lead]
        matter.support += [u for u in support if u not in matter.support]

    def _holder(self) -> str:
        """Who is named above a table without a column for it."""
        return "" if self.columns.of(Part.LEAD) else self.holder

    def _read_when(self, matter: Matter, row: int) -> None:
        limits = self.columns.of(Part.DUE)
        told = (self._in_parts(row, c) or self._value(row, c) for c in limits)
        value: Value = next((v for v in told if v not in (None, "") and not status_withdraws(shown(v))), None)
        if not limits and self.columns.calendar:
            value = last_marked(self.grid, row, self.columns.calendar)
        matter.due_text = shown(value)
        matter.due = self.dating.day(value)

    def _in_parts(self, row: int, last: int) -> str:
        """2026年 6月 [30日] of columns side by side that are headed 年, 月 and perhaps 日 below one heading."""
        heading = self.columns.headings.get(last, "")
        words = _IN_PARTS.get(heading[-1:], "")
        columns = range(last - len(words) + 1, last + 1)
        headed = [
            self.columns.headings.get(c) == heading[:-1] + word
            for c, word in zip(columns, words, strict=True)
        ]
        if not words or not all(headed):
            return ""
        texts = [compact(self._value(row, c)) for c in columns]
        return "".join(f"{text}{word}" for text, word in zip(texts, words, strict=True) if text)

    def _progress(self, row: int) -> str:
        """The progress, a line for each column that tells it; a share (0.8) as 80%."""
        values = [self._value(row, c) for c in self.columns.of(Part.PROGRESS)]
        if len(values) == 1 and self._is_share(values[0]):
            return f"{values[0] * 100:.4g}%"
        told = [value for value in values if shown(value)]
        if len(values) > 1 and told and self.columns.periods.issuperset(self.columns.of(Part.PROGRESS)):
            return running(shown(told[-1]))
        return self._lines(row, Part.PROGRESS)

    def _is_share(self, value: Value) -> TypeGuard[float]:
        """Whether a number is a share (0.8); a bare 1 only below a heading that counts in shares (完成度)."""
        heading = self.columns.headings.get(self.columns.of(Part.PROGRESS)[0], "")
        whole = isinstance(value, int) and value == 1 and _SHARES.search(heading) is not None
        return whole or (isinstance(value, float) and 0 < value <= 1)

    def _lines(self, row: int, part: Part) -> str:
        """What the columns of ``part`` say, a line for each."""
        texts = (running(self._said(row, c)) for c in self.columns.of(part))
        return "\n".join(dict.fromkeys(filter(None, texts)))

    def _tell_apart(self, matter: Matter, row: int) -> None:
        """进展：…存在问题：…下一步：…: one column that tells them all, where none is kept for the problems."""
        columns = self.columns.of(Part.PROGRESS)
        if len(columns) != 1 or self.columns.of(Part.PROBLEM):
            return
        told = told_apart(shown(self._value(row, columns[0])))
        both = combined(self.columns, columns[0], Part.PROGRESS, Part.PROBLEM)
        if Part.PROBLEM in told.labelled or (both and told.labelled):
            matter.progress, matter.problem = (
                without_nothing(running(told.of(part))) for part in (Part.PROGRESS, Part.PROBLEM)
            )
            matter.remark = "\n".join(filter(None, (matter.remark, running(told.of(Part.REMARK)))))

    def _category(self, row: int) -> str:
        column = self.columns.one(Part.CATEGORY)
        if column is None and (not self.group or tells_when(self.group[-1][1])):
            column = self.columns.groups
        if column is None:
            return self._titles()
        value = self._value(row, column) or self.above.get(column)
        return without_number(running(shown(value)).replace("\n", "")) if value else self._titles()

    def _titles(self) -> str:
        return self.group[-1][1] if self.group else ""


def _in_one_line(task: str) -> str:
    """The task without its number, unless it numbers several points, its broken lines put together."""
    return without_own_number(running(task)).replace("\n", "")
