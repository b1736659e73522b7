"""From a table row to a duty."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from .actions import action_piece, trimmed
from .carrying import carrying_clauses
from .cycles import find_cycles
from .dates import find_due
from .directory import Directory
from .model import NO_DUE, Due, Duty, Mention
from .people import by_name, without_posts
from .roles import LABEL, Cast, read_bracket
from .segmentation import NUMBERING
from .spans import Passage, Span
from .tables import Row
from .targets import find_targets
from .unit_and_person import told_apart
from .written_lists import split_list

_RAW_CELL = 20
# （1）…；（2）…: measures of their own.
_NUMBERED = re.compile(
    r"(?:（\d{1,2}）|[①-⑳]|(?<![\d.])\d{1,2}[.．、](?!\d))[^（①-⑳；\n]{6,}?(?=[；\n]|。?$)"
)


def _asks(norm: str) -> bool:
    return bool(carrying_clauses(norm, _content_start(norm), len(norm)))


def row_duties(row: Row, context: date | None, first: bool, directory: Directory | None) -> list[Duty]:
    """The duties of a table row: one, or one for each measure that has a date of its own."""
    lead, support, heads = _units(row.lead, first, directory)
    for cell in row.support:
        support += _listed(cell, "cue.peihe_column", directory)
    leaders = tuple(_persons(row.leader, directory) or heads)
    task = _task(row.texts)
    measures = [task] if row.due else _dated_measures(task, context)
    return [
        replace(_stated(one, row, context), lead=tuple(lead), support=tuple(support), leaders=leaders)
        for one in measures
    ]


def _dated_measures(task: Passage, context: date | None) -> list[Passage]:
    """（1）…，7月底前完成；（2）…，8月15日前…: each with its own day, set apart by ； or ，; else the whole."""
    numbered = [task.part(*hit.span()) for hit in _NUMBERED.finditer(task.norm)]
    if len(numbered) > 1 and all(_asks(part.norm) for part in numbered):
        return numbered
    for edges in ("；\n", "，；\n"):
        parts = [task.part(*hit.span()) for hit in re.finditer(f"[^{edges}]+", task.norm) if hit[0].strip()]
        if len(parts) > 1 and all(any(found.firm for found in find_due(part, context)) for part in parts):
            return parts
    return [task]


def _stated(task: Passage, row: Row, context: date | None) -> Duty:
    """What ``task`` asks for, when and how often, nobody named yet."""
    start = _content_start(task.norm)
    carrying = tuple(carrying_clauses(task.norm, start, len(task.norm)))
    begin, end = action_piece(task.norm, start, len(task.norm), carrying)
    if end - begin < 2:
        begin, end = trimmed(task.norm, 0, len(task.norm))
    figures = find_targets(task, 0, len(task.norm))
    return Duty(
        sentence=task.span(0, len(task.norm)),
        action=task.span(begin, end, "cue.action"),
        due=_due(row.due, task, context),
        cycle=_paced(row.cycle, task, row.due),
        targets=tuple(f.target for f in figures if f.is_asked),
        reasons=("row",),
        weight=3.0,
    )


def _paced(*cells: Passage | None) -> Span | None:
    """How often, by the first of ``cells`` that tells it: a column of its own (报送频次) before what the others say."""
    told = ((cell, find_cycles(cell.norm, 0, len(cell.norm))) for cell in cells if cell)
    return next((cell.span(*found[0]) for cell, found in told if found), None)


def _task(texts: list[Passage]) -> Passage:
    """The cell that states the task: the last that asks for something or for a number to reach, else the last."""
    stating = [t for t in texts if len(t.norm.strip()) > 7 and _states(t)]
    return (stating or texts)[-1]


def _states(cell: Passage) -> bool:
    length = len(cell.norm)
    return bool(
        carrying_clauses(cell.norm, 0, length) or any(f.qualified for f in find_targets(cell, 0, length))
    )


def _content_start(norm: str) -> int:
    hit = NUMBERING.match(norm)
    return hit.end() if hit else 0


def _units(
    cell: Passage | None, first: bool, directory: Directory | None
) -> tuple[list[Mention], list[Mention], list[Mention]]:
    """Who leads, who joins in, and who of them answers in person, where one cell tells it (县教育局 王磊)."""
    if cell is None:
        return [], [], []
    cast = read_bracket(cell.norm, 0, len(cell.norm.rstrip()), first=first, directory=directory)
    if not cast:
        cast = Cast(
            lead=[(s, e, "cue.unit_cell") for s, e in split_list(cell.norm, 0, len(cell.norm), directory)]
        )
    units, persons = told_apart(cell.norm, cast.lead)
    lead, support, heads = (
        [_mention(cell, read, directory) for read in reads] for reads in (units, cast.support, persons)
    )
    return lead, support, heads


def _listed(cell: Passage, cue: str, directory: Directory | None) -> list[Mention]:
    label = LABEL.match(cell.norm)  # 配合单位：法规科 in a cell of its own
    names = split_list(cell.norm, label.end() if label else 0, len(cell.norm), directory)
    return [_mention(cell, (s, e, cue), directory) for s, e in names]


def _persons(cell: Passage | None, directory: Directory | None) -> list[Mention]:
    """Who answers in person: 党组书记、局长周建平 and 副局长 田野 are one each, by name."""
    if cell is None:
        return []
    reads = [(s, e, "cue.leader_column") for s, e in split_list(cell.norm, 0, len(cell.norm), directory)]
    return [_mention(cell, by_name(cell.norm, read), directory) for read in without_posts(cell.norm, reads)]


def _mention(cell: Passage, read: tuple[int, int, str], directory: Directory | None) -> Mention:
    span = cell.span(*read)
    return Mention(span, directory.unit_id(span.text) if directory else None)


def _due(cell: Passage | None, task: Passage, context: date | None) -> Due:
    found = find_due(cell, context, cell=True) if cell else []
    if cell and found:
        last = ([one for one in found if one.firm] or found)[-1]  # 7月底前完成，长期坚持: a day all the same
        whole: Span = cell.span(0, len(cell.norm), last.cue)
        if len(whole.text) <= _RAW_CELL:
            return Due(whole.text, last.iso, last.rule, whole)
        return last.due(cell)
    inside = [f for f in find_due(task, context) if f.firm]
    return inside[0].due(task) if inside else NO_DUE
