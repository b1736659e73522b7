"""A route drawn for its page, by the same layout as its BPMN 2.0 document."""

from dataclasses import dataclass

from zhongshu.approvals.grammar import Route
from zhongshu.approvals.grammar.bpmn import GAP_X, HEAD, Drawing, laid_out, points

LINE = 7
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
    """A stage (task), a gate (choice, parallel), an end (event) or what encloses others (part)."""

    kind: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[Text, ...]
    outline: str
    middle: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Arrow:
    """A line from shape to shape, with its label."""

    path: str
    label: Text | None


@dataclass(frozen=True, slots=True)
class Diagram:
    width: float
    height: float
    parts: tuple[Shape, ...]
    shapes: tuple[Shape, ...]
    arrows: tuple[Arrow, ...]


def draw(route: Route) -> Diagram:
    """The drawing of a route, in the units of the layout."""
    _root, drawing = laid_out(route)
    boxes, shapes = drawing.boxes.values(), _shapes(drawing)
    return Diagram(
        max(x + width for x, _y, width, _h in boxes) + 40,
        max(y + height for _x, y, _w, height in boxes) + 40,
        tuple(one for one in shapes if one.kind == "part"),
        tuple(one for one in shapes if one.kind != "part"),
        tuple(_arrow(drawing, flow) for flow in drawing.arrows),
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
        found.append(Shape(kind, x, y, width, height, lines, outline, middle))
    return found


def _lines(words: str, middle: tuple[float, float]) -> tuple[Text, ...]:
    parts = [words[at : at + LINE] for at in range(0, len(words), LINE)]
    if len(parts) > MOST_LINES:
        parts = [*parts[: MOST_LINES - 1], f"{parts[MOST_LINES - 1][: LINE - 1]}…"]
    top = middle[1] - (len(parts) - 1) * 9
    return tuple(Text(middle[0], top + at * 18, part) for at, part in enumerate(parts))


def _arrow(drawing: Drawing, flow: tuple[str, str, str]) -> Arrow:
    number, source, target = flow
    way = points(drawing.boxes[source], drawing.boxes[target])
    path = "M" + " L".join(f"{x:g} {y:g}" for x, y in way)
    name = next(one.get("name", "") for one in drawing.process.iter() if one.get("id") == number)
    short = name if len(name) <= LINE + 2 else f"{name[: LINE + 1]}…"
    end = way[0] if len(way) == 2 or way[1][1] == way[0][1] else way[1]
    place = Text(end[0] + GAP_X / 2, end[1] - 8, short)
    return Arrow(path, place if short else None)
