"""Which column tells which part: the headings say it first, what the columns hold has a vote."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .asked import with_what_is_asked
from .beside import heard_beside
from .calendar_columns import calendar_of
from .chains import with_chain
from .claims import Claim, claim_of, heard_by_all, heard_together
from .content import Content, content_of
from .finer_tasks import CALLED, finer_than, is_shared, wider_than
from .found_problems import with_what_was_found
from .grid import Grid
from .groups import MENDED, grouping_column
from .header import Header
from .headings import FORMERLY, mixes
from .model import Part
from .periods import periods_of
from .unheaded import fill_by_content
from .unit_columns import UnitColumn, unit_columns_of

_DATED, _MOSTLY_DEEDS = 0.5, 0.8
_AIMS = re.compile(r"(?:目标|标准|要求|举措|措施|成果|形式)$")
"""Headings of what is to be reached: 全部退出 says nothing there of the matter's end."""
_SAYS_WHAT_CAME = re.compile(r"(?:结果|意见|结论|销号|验收|评价|标识|标记|说明|处理|处置|去向|情况)$")
"""复核结果, 验收销号: columns that may say that a matter is dropped."""
SINGLE = (Part.NUMBER, Part.CATEGORY, Part.TASK, Part.LEAD, Part.LEADER, Part.DUE, Part.STATUS)
_WEAK, _LABEL, _ENOUGH, _CERTAIN = 14, 6, 3, 25
"""A heading less plain is a task only where nothing better is; an average text no longer than this is a label."""
_LEAST, _PLAIN = 9, 20
"""A heading at least this plain may be a task beside labels; is one of several that tell a progress or a problem."""
_FIRM = (Part.LEAD, Part.SUPPORT, Part.DUE, Part.LEADER, Part.PROGRESS)
_SEVERAL = {Part.PROGRESS: _PLAIN, Part.PROBLEM: 27, Part.SUPPORT: 26}
"""How plain each of several columns must be that together tell a part: what is asked for (需协调事项) is no problem beside one."""


@dataclass(slots=True)
class Columns:
    """The columns of each part, the plainest first, and the headings they go by.

    ``roles``: a column that says of the unit beside it whether it leads (主) or supports (协). ``calendar``: columns that are months or quarters to be ticked; ``units``: that are units to be marked. ``periods``: columns that are each headed by a time. ``head``: the first row of the headings, from 0. ``groups``: a column that tells what the matters belong to where neither a category nor a title does.
    """

    by_part: dict[Part, list[int]] = field(default_factory=dict)
    headings: dict[int, str] = field(default_factory=dict)
    spare: list[int] = field(default_factory=list)
    counts: bool = False
    groups: int | None = None
    head: int = 0
    calendar: dict[int, str] = field(default_factory=dict)
    roles: int | None = None
    units: dict[int, UnitColumn] = field(default_factory=dict)
    periods: set[int] = field(default_factory=set)

    def of(self, part: Part) -> list[int]:
        """The columns that tell ``part``."""
        return self.by_part.get(part, [])

    def one(self, part: Part) -> int | None:
        """The column that tells ``part``, if any."""
        return next(iter(self.of(part)), None)

    @property
    def tell_matters(self) -> bool:
        """Whether the table lists matters: tasks with somebody, a day or a progress, not mere counts."""
        told = self.units or self.of(Part.LEAD) or self.of(Part.DUE) or self.of(Part.PROGRESS)
        return bool(self.of(Part.TASK) and told) and not self.counts


def columns_of(grid: Grid, header: Header, rows: Sequence[int], span: range) -> Columns:
    """The parts of the columns in ``span``, of a table that tells matters in ``rows``."""
    contents = {c: content_of(grid, c, rows) for c in span}
    calendar = calendar_of(header, span, contents)
    units = unit_columns_of(header, [c for c in span if c not in calendar], contents)
    headed = {c: header.paths.get(c, ()) for c in span if c not in calendar and c not in units}
    periods = periods_of(headed)
    claims = _claims(headed, contents, periods)
    ranked = _ranked(claims, grid)
    told = {c: "".join(header.paths.get(c, ())) for c in span}
    roles = next((c for c in span if contents[c].filled >= _ENOUGH and contents[c].roles >= 0.8), None)
    columns = Columns(
        {part: _kept(part, named, contents) for part, named in ranked.items()},
        told, head=header.top, calendar=calendar, units=units, roles=roles, periods=periods,
    )  # fmt: skip
    tasks = {c: w for w, c in ranked.get(Part.TASK, [])}
    _problems_as_tasks(columns, tasks, sorted(c for _, c in ranked.get(Part.PROBLEM, [])), contents)
    _finer_task(columns, tasks, contents)
    _short_labels(columns, tasks, contents)
    _unnamed_task(columns, tasks, claims, contents)
    _second_lead_supports(
        columns, sorted(ranked.get(Part.LEAD, []), key=lambda hit: (-hit[0], hit[1])), contents
    )
    unclaimed = [c for c, claim in claims.items() if claim is None and contents[c].filled]
    fill_by_content(columns.by_part, unclaimed, contents)
    if not columns.of(Part.TASK) and (problems := columns.of(Part.PROBLEM)):
        columns.by_part[Part.TASK], columns.by_part[Part.PROBLEM] = problems[:1], problems[1:]
    _days_beside_tasks(columns)
    columns.spare = [c for c in _unread(columns) if contents[c].filled]
    _about_tasks(columns, claims, contents)
    return columns


def _claims(
    headed: Mapping[int, tuple[str, ...]], contents: Mapping[int, Content], periods: set[int]
) -> dict[int, Claim | None]:
    """What each column claims to tell: by itself, then as those beside it, and at last all of them, say otherwise."""
    claims = {c: claim_of(path, contents[c]) for c, path in headed.items()}
    claims = heard_together(claims, contents, periods)
    claims = heard_beside(with_what_is_asked(claims, headed), headed, contents)
    claims = with_chain(with_what_was_found(claims, headed), headed)
    return heard_by_all(claims, headed, contents)


def _days_beside_tasks(columns: Columns) -> None:
    """整改措施及时限: one column that says what is to be done and until when."""
    both = [c for c in columns.headings if combined(columns, c, Part.TASK, Part.DUE)]
    if both and not columns.of(Part.DUE):
        columns.by_part[Part.DUE] = both[:1]


def _unread(columns: Columns) -> list[int]:
    """The columns that tell no part, but may say that a matter is dropped."""
    used = {c for told in columns.by_part.values() for c in told}
    used -= {c for c in columns.of(Part.OTHER) if _SAYS_WHAT_CAME.search(columns.headings[c])}
    return [c for c, heading in columns.headings.items() if c not in used and not _AIMS.search(heading)]


def _ranked(claims: Mapping[int, Claim | None], grid: Grid) -> dict[Part, list[tuple[int, int]]]:
    """By part the columns that claim it, each behind its weight, tenfold; a hidden one weighs less."""
    ranked: dict[Part, list[tuple[int, int]]] = {}
    for column, claim in claims.items():
        if claim:
            hidden = column in grid.hidden_columns
            ranked.setdefault(claim[0], []).append((claim[1] * 10 - 5 * hidden, column))
    return ranked


def _about_tasks(
    columns: Columns, claims: Mapping[int, Claim | None], contents: Mapping[int, Content]
) -> None:
    """What the tasks belong to where no category says it, and whether they are mere counts."""
    task = columns.one(Part.TASK)
    if task is None:
        return
    used = {c for part, told in columns.by_part.items() if part is not Part.OTHER for c in told}
    free = [c for c in contents if c not in used]
    if columns.groups is None and not columns.of(Part.CATEGORY):
        columns.groups = grouping_column(free, task, claims, columns.headings, contents)
    kinds = columns.one(Part.CATEGORY)
    if kinds is not None and contents[kinds].deeds >= _MOSTLY_DEEDS:
        columns.groups = kinds
        del columns.by_part[Part.CATEGORY]
    columns.counts = contents[task].numbers > 0.5


def _kept(part: Part, named: list[tuple[int, int]], contents: Mapping[int, Content]) -> list[int]:
    """The columns that tell ``part`` of those that claim it, each with its weight; empty ones only if all are."""
    hits = [hit for hit in named if contents[hit[1]].filled] or named
    best = max(weight for weight, _ in hits)
    many = 0 if part is Part.REMARK else _SEVERAL.get(part, best // 10) * 10
    keep = [
        c for weight, c in sorted(hits, key=lambda hit: (-hit[0], hit[1])) if weight == best or weight >= many
    ]
    if part is Part.DUE:  # from … until …, was … is now …: the later column
        keep = [c for c in keep if contents[c].days >= _DATED][::-1] or keep[::-1]
        return keep[:1] + _limits_before(keep[0], named, contents)
    if part is Part.NUMBER:  # 序号 beside 编号: a place in the list is no number of a matter
        first = contents[keep[0]]
        keep = [c for c in keep if contents[c].numbers < 0.5 and contents[c].filled >= first.filled] or keep
    if part in SINGLE:
        return keep[:1]
    return sorted(keep) if part in _SEVERAL else keep


def _limits_before(last: int, named: list[tuple[int, int]], contents: Mapping[int, Content]) -> list[int]:
    """The columns of days that hold where the ``last`` limit is blank: 原定时限 of what was not put off."""
    plain = [c for w, c in named if c != last and (w >= _CERTAIN * 10 or w // 10 == FORMERLY)]
    return [c for c in plain if contents[c].days >= _DATED and contents[c].filled > contents[last].filled]


def _finer_task(columns: Columns, weights: Mapping[int, int], contents: Mapping[int, Content]) -> None:
    """重点工作 merged over several rows beside 具体任务 or 措施: the finer column tells the tasks."""
    task = columns.one(Part.TASK)
    if task is None:
        return
    if not is_shared(contents[task]):
        wider = wider_than(task, weights, contents, columns.headings)
        columns.groups = columns.groups if wider is None else wider
    elif (finer := finer_than(task, weights, contents)) is not None:
        columns.by_part[Part.TASK] = [finer]
        if not MENDED.search(columns.headings[task]):
            columns.groups = task


def _tasks_are_aims(
    columns: Columns, weights: Mapping[int, int], problems: list[int], contents: Mapping[int, Content]
) -> bool:
    """整改目标 (达标排放) beside what was reported, in many more words: what is reached once the problem is gone."""
    task = columns.one(Part.TASK)
    if task is None or not problems or problems[0] > task or weights.get(task, 999) >= _WEAK * 10:
        return False
    aims = _AIMS.search(columns.headings[task]) is not None
    return aims and contents[problems[0]].length >= 2 * contents[task].length


def _problems_as_tasks(
    columns: Columns, weights: Mapping[int, int], problems: list[int], contents: Mapping[int, Content]
) -> None:
    """A list of problems, each to be put right: the first column of problems tells the tasks, left of who and when."""
    if _tasks_are_aims(columns, weights, problems, contents):
        del columns.by_part[Part.TASK]
    firm = [c for part in _FIRM for c in columns.of(part)]
    if not columns.of(Part.TASK) and problems and (not firm or problems[0] < min(firm)):
        columns.by_part[Part.TASK] = problems[:1]
        columns.by_part[Part.PROBLEM] = [c for c in columns.of(Part.PROBLEM) if c != problems[0]]


def _short_labels(columns: Columns, weights: Mapping[int, int], contents: Mapping[int, Content]) -> None:
    """道路亮化 beside 主街安装路灯120盏: what reads as labels names the group, the longer column beside it the task."""
    task = columns.one(Part.TASK)
    if task is None or not 0 < contents[task].length <= _LABEL or CALLED.search(columns.headings[task]):
        return
    longer = [
        c
        for c, weight in weights.items()
        if c == task + 1 and weight >= _LEAST * 10 and contents[c].length >= 1.5 * contents[task].length
    ]
    if longer:
        columns.by_part[Part.TASK] = longer
        columns.by_part.setdefault(Part.CATEGORY, [task])


def _unnamed_task(
    columns: Columns,
    weights: Mapping[int, int],
    claims: dict[int, Claim | None],
    contents: Mapping[int, Content],
) -> None:
    """A column of sentences under words nobody knows, left of one that is a task only by 目标 or 要求: it tells the tasks."""
    task = columns.one(Part.TASK)
    if task is None or weights.get(task, 999) >= _WEAK * 10:
        return
    better = [c for c, claim in claims.items() if claim is None and c < task and contents[c].long >= 0.6]
    better = [c for c in better if contents[c].tells and contents[c].length >= contents[task].length]
    if better:
        columns.by_part[Part.TASK] = better[:1]
        claims[better[0]] = Part.TASK, _WEAK


def _second_lead_supports(
    columns: Columns, leads: list[tuple[int, int]], contents: Mapping[int, Content]
) -> None:
    """牵头单位 beside 责任单位, and nothing called 配合单位: the second supports, the leftmost of several as plain."""
    leads = [hit for hit in leads if hit[0] >= _PLAIN * 10 or contents[hit[1]].units >= 0.3]
    beside = [c for _, c in leads[1:] if c > leads[0][1] and contents[c].units >= 0.6]
    if leads[1:] and leads[0][0] == leads[1][0]:
        beside = [c for c in beside if "责任" in columns.headings[c]]
    if len(leads) == 2 and beside and contents[leads[0][1]].units >= 0.6:
        columns.by_part.setdefault(Part.SUPPORT, beside)
    if len(leads) > 1 and leads[0][0] // 10 >= 28 > leads[1][0] // 10 >= 26 and not columns.of(Part.SUPPORT):
        columns.by_part[Part.SUPPORT] = [min(c for weight, c in leads[1:] if weight == leads[1][0])]


def combined(columns: Columns, column: int, *parts: Part) -> bool:
    """Whether one column is headed as telling several ``parts``."""
    return mixes(columns.headings.get(column, ""), *parts)
