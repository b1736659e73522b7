"""Where the shapes, arrows and words of a drawn route stand; the page and the BPMN document share it."""

import re
from dataclasses import dataclass
from math import ceil

from zhongshu.approvals.grammar.flow import Body, bodies
from zhongshu.approvals.grammar.route import Choice, Group, Item, Parallel, Stage

TASK, GATE, EVENT = (120, 60), (50, 50), (36, 36)
GAP_X, GAP_Y = 84, 40
PAD, HEAD = 24, 20
"""Around what is in a sub-process, and above it for its name."""
WITH_WORDS = 116
"""The least height of what begins with a gate: its question stands above it, what is done otherwise below."""
AROUND = TASK[1] / 2 + 12
"""So far below the middle runs the arrow around a stage that is not always asked."""
LETTER, LINE, MOST_LINES = 12, 14, 3
PIECES = re.compile(r"[0-9A-Za-z.,]+|.", re.DOTALL)
"""What stays in one line: a number, a word, a Chinese character."""

Box = tuple[float, float, float, float]
"""Left, top, width, height."""
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Arrow:
    """A line from shape to shape with its words; ``via`` is the height at which it runs where that is neither's."""

    flow: str
    source: str
    target: str
    words: str = ""
    via: float | None = None


def ways_of(item: Choice | Parallel) -> tuple[Body, ...]:
    """The bodies side by side, also the empty one of what is not said otherwise."""
    if isinstance(item, Choice) and item.otherwise is not None:
        return (*(branch.body for branch in item.branches), item.otherwise)
    return bodies(item)


def height(body: Body) -> float:
    """How much room a body takes."""
    return max((height_of(item) for item in body), default=TASK[1])


def height_of(item: Item) -> float:
    """How much room an item takes, words and arrows around it included."""
    if isinstance(item, Stage):
        return WITH_WORDS if item.when else TASK[1]
    if isinstance(item, Group):
        return height(item.body) + 2 * PAD + HEAD
    return max(spread(item), WITH_WORDS)


def spread(item: Choice | Parallel) -> float:
    """From the top of the first way to the bottom of the last."""
    heights = [height(body) for body in ways_of(item)]
    return sum(heights) + GAP_Y * (len(heights) - 1)


def points(source: Box, target: Box, via: float | None = None) -> list[Point]:
    """From one box to the other, square: out of a gate down or up to the target, or at the height ``via`` to a gate."""
    start = source[0] + source[2], source[1] + source[3] / 2
    end = target[0], target[1] + target[3] / 2
    over, back = source[0] + source[2] / 2, target[0] + target[2] / 2
    level = end[1] if via is None else via
    leaves = source[1] + (source[3] if level > start[1] else 0)
    comes = target[1] + (target[3] if level > end[1] else 0)
    out = [start] if level == start[1] else [(over, leaves), (over, level)]
    return [*out, *([end] if level == end[1] else [(back, level), (back, comes)])]


def lines_of(words: str, width: float) -> list[str]:
    """``words`` in lines that fit into ``width``; what does not fit into MOST_LINES is left out, which is shown."""
    fit, lines = max(int(width // LETTER), 1), [""]
    for piece in PIECES.findall(words):
        if len(lines[-1]) + len(piece) > fit and lines[-1]:
            lines.append("")
        lines[-1] += piece
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1][: fit - 1]}…"]
    return [line.strip() for line in lines]


def question_box(gate: Box, words: str) -> Box:
    """Where the question of a gate stands: above what comes in, beside what goes out."""
    width = GAP_X + GATE[0] / 2 - 5
    high = len(lines_of(words, width)) * LINE
    return gate[0] - GAP_X + 2, gate[1] - high - 1, width, high


def name_box(event: Box, name: str) -> Box:
    """Where the name of a beginning or an end stands: below it."""
    width = len(name) * LETTER + 2
    return event[0] + (event[2] - width) / 2, event[1] + event[3] + 4, width, LINE


def words_box(way: list[Point], words: str) -> Box:
    """Where the words of an arrow stand: below the first of its lines that runs from left to right."""
    start, end = next((one, other) for one, other in zip(way, way[1:], strict=False) if one[1] == other[1])
    width = min(end[0] - start[0] - 8, ceil(len(words)) * LETTER + 2)
    return start[0] + 4, start[1] + 4, width, len(lines_of(words, width)) * LINE
