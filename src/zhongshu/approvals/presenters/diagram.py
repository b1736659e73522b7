"""A route drawn for its page, by the same layout as its BPMN 2.0 document."""

from dataclasses import dataclass

from zhongshu.approvals.grammar import Route
from zhongshu.approvals.grammar.bpmn import Drawing, laid_out
from zhongshu.approvals.grammar.layout import (
    HEAD,
    LINE,
    Arrow,
    Box,
    lines_of,
    points,
    question_box,
    words_box,
)

FIT = 7
"""So many Chinese characters fit into one line of a box."""
MOST_LINES = 2
KINDS = {
    "userTask": "task",
    "exclusiveGateway": "choice",
    "parallelGateway": "parallel",
    "startEvent": "event",
    "endEvent": "event",
    "subProcess": "part",
}


@dataclass(frozen=True, slots=True)
class Text:
    """A line of words and its middle."""

    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class Shape:
    """A stage (task), a gate (choice, parallel), an end (event) or what encloses others (part); words in it, and beside it."""

    kind: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[Text, ...]
    beside: tuple[Text, ...]
    outline: str
    middle: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """A line from shape to shape, with its words."""

    path: str
    words: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Diagram:
    width: float
    height: float
    parts: tuple[Shape, ...]
    shapes: tuple[Shape, ...]
    arrows: tuple[Line, ...]


def draw(route: Route) -> Diagram:
    """The drawing of a route, in the units of the layout."""
    _root, drawing = laid_out(route)
    boxes, shapes = drawing.boxes.values(), _shapes(drawing)
    return Diagram(
        max(x + width for x, _y, width, _h in boxes) + 40,
        max(y + height for _x, y, _w, height in boxes) + 40,
        tuple(one for one in shapes if one.kind == "part"),
        tuple(one for one in shapes if one.kind != "part"),
        tuple(_line(drawing, arrow) for arrow in drawing.arrows),
    )


def _shapes(drawing: Drawing) -> list[Shape]:
    found = []
    for node in drawing.nodes.values():
        kind = KINDS[node.tag.rpartition("}")[2]]
        x, y, width, height = drawing.boxes[node.get("id", "")]
        middle = x + width / 2, y + height / 2
        corners = [(middle[0], y), (x + width, middle[1]), (middle[0], y + height), (x, middle[1])]
        outline = " ".join(f"{a:g},{b:g}" for a, b in corners)
        name = node.get("name", "")
        lines = (Text(middle[0], y + HEAD, name),) if kind == "part" else _lines(name, middle)
        beside = _in(question_box((x, y, width, height), name), name) if kind == "choice" else ()
        inside = () if kind == "choice" else lines
        found.append(Shape(kind, x, y, width, height, inside, beside, outline, middle))
    return found


def _lines(words: str, middle: tuple[float, float]) -> tuple[Text, ...]:
    parts = [words[at : at + FIT] for at in range(0, len(words), FIT)]
    if len(parts) > MOST_LINES:
        parts = [*parts[: MOST_LINES - 1], f"{parts[MOST_LINES - 1][: FIT - 1]}…"]
    top = middle[1] - (len(parts) - 1) * 9
    return tuple(Text(middle[0], top + at * 18, part) for at, part in enumerate(parts))


def _in(box: Box, words: str) -> tuple[Text, ...]:
    """``words`` in lines, in the middle of a box made for them."""
    x, top = box[0] + box[2] / 2, box[1] + LINE / 2
    return tuple(Text(x, top + number * LINE, part) for number, part in enumerate(lines_of(words, box[2])))


def _line(drawing: Drawing, arrow: Arrow) -> Line:
    way = points(drawing.boxes[arrow.source], drawing.boxes[arrow.target], arrow.via)
    path = "M" + " L".join(f"{x:g} {y:g}" for x, y in way)
    return Line(path, _in(words_box(way, arrow.words), arrow.words) if arrow.words else ())
