"""Which column tells which part: the headings say it first, what the columns hold has a vote."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from .cleaning import compact, is_ditto, is_nothing
from .deadlines import is_day
from .grid import Grid
from .header import Header
from .headings import mixes, part_of_path
from .model import Part
from .units import is_somebody, is_units

_SAMPLE = 200
SINGLE = (Part.NUMBER, Part.CATEGORY, Part.TASK, Part.LEAD, Part.LEADER, Part.DUE, Part.STATUS)
_FINE, _LONG, _SAYING = 16, 9, 4
"""A heading at least this plain may be the finer task column; texts of so many characters are a task, say something."""


@dataclass(slots=True)
class Content:
    """What a column holds, as shares of its filled cells."""

    filled: int = 0
    days: float = 0.0
    units: float = 0.0
    people: float = 0.0
    long: float = 0.0
    texts: float = 0.0
    numbers: float = 0.0
    repeated: float = 0.0


@dataclass(slots=True)
class Columns:
    """The columns of each part, the plainest first, and the headings they go by."""

    by_part: dict[Part, list[int]] = field(default_factory=dict)
    headings: dict[int, str] = field(default_factory=dict)
    counts: bool = False

    def of(self, part: Part) -> list[int]:
        """The columns that tell ``part``."""
        return self.by_part.get(part, [])

    def one(self, part: Part) -> int | None:
        """The column that tells ``part``, if any."""
        return next(iter(self.of(part)), None)

    @property
    def tell_matters(self) -> bool:
        """Whether the table lists matters: tasks with somebody, a day or a progress, not mere counts."""
        told = self.of(Part.LEAD) or self.of(Part.DUE) or self.of(Part.PROGRESS)
        return bool(self.of(Part.TASK) and told) and not self.counts


def content_of(grid: Grid, column: int, top: int, below: int) -> Content:
    """What ``column`` holds between the rows ``top`` and ``below``."""
    rows = range(top, min(below, top + _SAMPLE))
    values = [grid.own(r, column) for r in rows]
    texts = [compact(v) for v in values]
    told = [(v, t) for v, t in zip(values, texts, strict=True) if t and not is_nothing(t) and not is_ditto(t)]
    if not told:
        return Content()

    def share(kept: list[bool]) -> float:
        return sum(kept) / len(told)

    return Content(
        len(told),
        share([is_day(v) for v, _ in told]),
        share([is_units(str(v)) for v, _ in told]),
        share([all(map(is_somebody, filter(None, t.split("、")))) for _, t in told]),
        share([len(t) >= _LONG for _, t in told]),
        share([len(t) >= _SAYING for _, t in told]),
        share([t.isdigit() for _, t in told]),
        sum(grid.anchor(r, column)[0] != r for r in rows) / len(rows),
    )


def samples_of(grid: Grid, column: int, top: int, below: int, most: int = 3) -> tuple[str, ...]:
    """The first few different things that ``column`` holds, each at most 40 characters."""
    texts = (compact(grid.own(row, column))[:40] for row in range(top, min(below, top + _SAMPLE)))
    return tuple(dict.fromkeys(filter(None, texts)))[:most]


_BY_CONTENT: tuple[tuple[Part, Callable[[Content], bool]], ...] = (
    (Part.DUE, lambda k: k.days >= 0.5),
    (Part.LEAD, lambda k: k.units >= 0.6),
    (Part.LEADER, lambda k: k.people >= 0.6),
    (Part.TASK, lambda k: k.long >= 0.6 and k.units < 0.5 and k.days < 0.5),
    (Part.CATEGORY, lambda k: k.repeated >= 0.2 and k.units < 0.5 and k.days < 0.5 and k.people < 0.5),
    (Part.SUPPORT, lambda k: k.units >= 0.6),
    (Part.PROGRESS, lambda k: k.texts >= 0.6 and k.units < 0.5 and k.days < 0.5 and k.people < 0.5),
)


def columns_of(grid: Grid, header: Header, below: int, span: range) -> Columns:
    """The parts of the columns in ``span``, of a table whose rows end before ``below``."""
    contents = {c: content_of(grid, c, header.below, below) for c in span}
    claims = {c: _claim(header.paths.get(c, ()), contents[c]) for c in span}
    ranked: dict[Part, list[tuple[int, int]]] = {}
    for column, claim in claims.items():
        if claim:
            hidden = column in grid.hidden_columns
            ranked.setdefault(claim[0], []).append((claim[1] * 10 - 5 * hidden, column))
    columns = Columns(headings={c: "".join(header.paths.get(c, ())) for c in span})
    for part, hits in ranked.items():
        best = max(weight for weight, _ in hits)
        keep = [
            c
            for weight, c in sorted(hits, key=lambda hit: (-hit[0], hit[1]))
            if weight == best or part is Part.REMARK
        ]
        columns.by_part[part] = keep[:1] if part in SINGLE else keep
    _finer_task(columns, {c: w for w, c in ranked.get(Part.TASK, [])}, contents)
    _second_lead_supports(columns, sorted(ranked.get(Part.LEAD, []), reverse=True))
    _fill_by_content(columns, claims, contents)
    if not columns.of(Part.TASK) and columns.of(Part.PROBLEM):  # a list of problems, each to be put right
        columns.by_part[Part.TASK] = columns.by_part.pop(Part.PROBLEM)[:1]
    task = columns.one(Part.TASK)
    columns.counts = task is not None and contents[task].numbers > 0.5
    return columns


def _claim(path: tuple[str, ...], content: Content) -> tuple[Part, int] | None:
    """What the heading claims, put right where the cells say otherwise."""
    claim = part_of_path(path)
    if claim is None or not content.filled:
        return claim
    part, weight = claim
    if part is Part.LEADER and content.units >= 0.7 and content.people < 0.3:
        return Part.LEAD, 15
    if part in (Part.LEAD, Part.SUPPORT) and content.people >= 0.7 and content.units < 0.3:
        return Part.LEADER, weight - 6
    if part is Part.DUE and weight <= 15 and content.days < 0.3:
        return Part.OTHER, weight
    if part is Part.TASK and weight < 20 and content.units >= 0.7:
        return Part.LEAD, 13
    return part, weight


def _finer_task(columns: Columns, weights: Mapping[int, int], contents: Mapping[int, Content]) -> None:
    """重点工作 merged over several rows beside 具体任务 or 措施: the finer column tells the tasks."""
    task = columns.one(Part.TASK)
    if task is None:
        return
    if contents[task].repeated < 0.2:
        wider = [
            c
            for c in weights
            if c < task and (contents[c].repeated >= 0.2 or contents[c].filled * 2 <= contents[task].filled)
        ]
        if wider:
            columns.by_part.setdefault(Part.CATEGORY, wider[:1])
        return
    finer = [
        c
        for c, weight in weights.items()
        if c != task and weight >= _FINE * 10 and contents[c].long >= 0.5
        and contents[c].repeated < contents[task].repeated / 2
    ]  # fmt: skip
    if finer:
        columns.by_part[Part.TASK] = finer[:1]
        columns.by_part.setdefault(Part.CATEGORY, [task])


def _second_lead_supports(columns: Columns, leads: list[tuple[int, int]]) -> None:
    """牵头单位 beside 责任单位, and nothing called 配合单位: the second supports."""
    if len(leads) > 1 and leads[0][0] // 10 >= 28 > leads[1][0] // 10 >= 26 and not columns.of(Part.SUPPORT):
        columns.by_part[Part.SUPPORT] = [leads[1][1]]


def _fill_by_content(
    columns: Columns, claims: Mapping[int, tuple[Part, int] | None], contents: Mapping[int, Content]
) -> None:
    """Parts that no heading names, told by columns whose headings say nothing."""
    free = [c for c, claim in claims.items() if claim is None and contents[c].filled]
    for part, fits in _BY_CONTENT:
        if columns.of(part):
            continue
        hit = next((c for c in free if fits(contents[c])), None)
        if hit is not None:
            columns.by_part[part] = [hit]
            free.remove(hit)


def combined(columns: Columns, column: int, *parts: Part) -> bool:
    """Whether one column is headed as telling several ``parts``."""
    return mixes(columns.headings.get(column, ""), *parts)
