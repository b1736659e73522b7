"""Sheets that give each matter a card of its own: labels with their answers beside them, one card below the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .cleaning import compact
from .grid import Grid, Place, Value
from .headings import PLAINLY, part_of
from .model import Part

_LONGEST_LABEL, _LONGEST_HEADING, _PLAIN, _VERY_PLAIN, _FEWEST = 10, 6, 18, 24, 3
_DIGIT = re.compile(r"\d")
_LONGEST_SHEET = 2000
"""Rows of a sheet that is looked at for cards."""
_WHO_AND_WHEN = {Part.LEAD, Part.DUE, Part.LEADER, Part.PROGRESS}
_LEFT_BLANK = {*_WHO_AND_WHEN, Part.PROBLEM, Part.SUPPORT, Part.REMARK}


@dataclass(slots=True)
class Card:
    """One card: the row it begins in and, by label, the cell that holds the answer."""

    row: int
    answers: dict[str, Place] = field(default_factory=dict)

    @property
    def tells_a_matter(self) -> bool:
        """Whether somebody is told to do something."""
        parts = {hit[0] for label in self.answers for hit in [part_of(label)] if hit}
        return Part.TASK in parts and bool(parts & _WHO_AND_WHEN) and len(self.answers) >= _FEWEST


def laid_out(grid: Grid) -> Grid:
    """The sheet with a row for each card below the labels; the sheet itself where it holds no cards."""
    if grid.height > _LONGEST_SHEET:
        return grid
    cards = [card for card in _cards(grid) if card.tells_a_matter]
    if not cards:
        return grid
    labels = list(dict.fromkeys(label for card in cards for label in card.answers))
    rows: list[list[Value]] = [list(labels)]
    struck: set[Place] = set()
    for n, card in enumerate(cards, 1):
        rows.append([grid.own(*card.answers[label]) if label in card.answers else None for label in labels])
        struck |= {(n, c) for c, label in enumerate(labels) if card.answers.get(label) in grid.struck}
    return Grid(grid.name, rows, {}, struck, origin=(cards[0].row, *(card.row for card in cards)))


def _cards(grid: Grid) -> Iterator[Card]:
    """The runs of rows that hold nothing but labels with answers; a label met again begins another card."""
    card: Card | None = None
    for row in range(grid.height):
        pairs = _pairs(grid, row)
        if card and (not pairs or pairs.keys() & card.answers.keys()):
            yield card
            card = None
        if pairs:
            card = card or Card(row)
            card.answers |= pairs
    if card:
        yield card


def _pairs(grid: Grid, row: int) -> dict[str, Place]:
    """The labels of a row with the places of their answers; nothing if anything else stands there."""
    places = [c for c in range(grid.width) if grid.anchor(row, c) == (row, c)]
    pairs: dict[str, Place] = {}
    waiting = iter(places)
    for column in waiting:
        label = compact(grid.own(row, column)).strip("：:")
        if not label:
            continue
        answer = next(waiting, None)
        if answer is None or not _is_label(label) or _is_heading(compact(grid.own(row, answer))):
            return {}
        pairs[label] = (row, answer)
    return {} if _is_title(grid, pairs) or _are_headings(grid, pairs) else pairs


def _are_headings(grid: Grid, pairs: dict[str, Place]) -> bool:
    """Whether most of the answers read as labels themselves: the headings of a table, taken two by two."""
    answers = [text for place in pairs.values() if (text := compact(grid.own(*place)))]
    heading = sum((part_of(text) or (None, 0))[1] >= PLAINLY and not _DIGIT.search(text) for text in answers)
    return len(answers) > 1 and heading * 2 > len(answers)


def _is_title(grid: Grid, pairs: dict[str, Place]) -> bool:
    """督办事项卡 alone in its row: no label that waits for an answer, but what the card is called."""
    (label, place), *others = pairs.items() or [("", (0, 0))]
    hit = part_of(label)
    alone = not others and not compact(grid.own(*place))
    return alone and (hit is None or hit[0] not in _LEFT_BLANK)


def _is_label(text: str) -> bool:
    hit = part_of(text) if 2 <= len(text) <= _LONGEST_LABEL and not _DIGIT.search(text) else None
    return hit is not None and hit[1] >= _PLAIN


def _is_heading(answer: str) -> bool:
    """Whether what stands beside a label is a label itself, as in the headings of a table."""
    hit = part_of(answer.strip("：:")) if 2 <= len(answer) <= _LONGEST_HEADING else None
    return hit is not None and hit[0] is not Part.OTHER and hit[1] >= _VERY_PLAIN
