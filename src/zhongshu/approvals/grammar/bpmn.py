"""A route as BPMN 2.0 with a drawing, so that common modelers open it.

OMG Business Process Model and Notation 2.0 (formal/2011-01-03): a stage is a user task, a choice an exclusive
gateway, parallel branches a parallel gateway, a part with a name of its own a sub-process; where the part is
another route that is called, it tells which and in what version.
"""

import re
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from zhongshu.approvals.grammar.conditions import Condition, Test
from zhongshu.approvals.grammar.flow import Body
from zhongshu.approvals.grammar.route import Choice, Group, Item, Parallel, Route, Stage

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI"
DC = "http://www.omg.org/spec/DD/20100524/DC"
DI = "http://www.omg.org/spec/DD/20100524/DI"
XSI_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
ZHONGSHU = "urn:zhongshu:route:1"
TASK, GATE, EVENT = (120, 60), (50, 50), (36, 36)
GAP_X, GAP_Y = 60, 40
PAD, HEAD = 24, 20
"""Around what is in a sub-process, and above it for its name."""
SPEAKING = re.compile(r"[A-Za-z0-9_.\-\u4e00-\u9fff]+")
for _prefix, _uri in (("bpmn", BPMN), ("bpmndi", BPMNDI), ("dc", DC), ("di", DI), ("zhongshu", ZHONGSHU)):
    ET.register_namespace(_prefix, _uri)


@dataclass(slots=True)
class Drawing:
    """What has been drawn so far: shapes by id with their place, and the arrows between them.

    ``process`` is what is drawn in now: the process itself, or a sub-process within it.
    """

    process: ET.Element
    nodes: dict[str, ET.Element] = field(default_factory=dict)
    boxes: dict[str, tuple[float, float, float, float]] = field(default_factory=dict)
    arrows: list[tuple[str, str, str]] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)

    def node(
        self, tag: str, node: str, name: str, at: tuple[float, float], size: tuple[int, int]
    ) -> ET.Element:
        """Draw a shape whose left middle is ``at``."""
        made = self.nodes[node] = ET.SubElement(self.process, f"{{{BPMN}}}{tag}", id=node)
        if name:
            made.set("name", name)
        self.boxes[node] = (at[0], at[1] - size[1] / 2, *size)
        return made

    def name(self, kind: str, code: str) -> str:
        """The id of a node: an NCName, as xsd:ID wants it, whatever the code, and no other node's."""
        if code not in self.codes:
            self.codes[code] = f"_{code}" if SPEAKING.fullmatch(code) else f".{len(self.codes) + 1}"
        return kind + self.codes[code]

    def arrow(self, source: str, target: str, label: str = "", condition: str = "") -> None:
        """Draw an arrow; one without a condition out of a choice is what is done otherwise."""
        flow = f"flow_{len(self.arrows) + 1}"
        made = ET.SubElement(
            self.process, f"{{{BPMN}}}sequenceFlow", id=flow, sourceRef=source, targetRef=target
        )
        if label:
            made.set("name", label)
        if condition:
            told = ET.SubElement(made, f"{{{BPMN}}}conditionExpression", {XSI_TYPE: "bpmn:tFormalExpression"})
            told.text = condition
        elif label and self.nodes[source].tag == f"{{{BPMN}}}exclusiveGateway":
            self.nodes[source].set("default", flow)
        self.arrows.append((flow, source, target))


def export(route: Route) -> bytes:
    """The route as a BPMN 2.0 XML document in UTF-8."""
    root, drawing = laid_out(route)
    for flow, source, target in drawing.arrows:
        ET.SubElement(drawing.nodes[target], f"{{{BPMN}}}incoming").text = flow
        ET.SubElement(drawing.nodes[source], f"{{{BPMN}}}outgoing").text = flow
    first = {f"{{{BPMN}}}incoming": 0, f"{{{BPMN}}}outgoing": 1}
    for (
        node
    ) in drawing.nodes.values():  # the schema wants what comes in before what goes out before what is inside
        node[:] = sorted(node, key=lambda one: first.get(one.tag, 2))
    _diagram(root, route, drawing)
    drawn: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return drawn


def laid_out(route: Route) -> tuple[ET.Element, Drawing]:
    """The process within its document, and where each of its shapes stands; the page draws from the same."""
    root = ET.Element(f"{{{BPMN}}}definitions", id=f"definitions_{route.name}", targetNamespace=ZHONGSHU)
    process = ET.SubElement(
        root, f"{{{BPMN}}}process", id=f"process_{route.name}", name=route.title, isExecutable="false"
    )
    drawing = Drawing(process)
    height = _height(route.body)
    middle = 40 + height / 2
    drawing.node("startEvent", "start", "提交", (40, middle), EVENT)
    last, x = _draw_body(drawing, route.body, "start", (40 + EVENT[0] + GAP_X, middle))
    drawing.node("endEvent", "end", "办结", (x, middle), EVENT)
    drawing.arrow(last[0], "end", last[1], last[2])
    return root, drawing


Loose = tuple[str, str, str]
"""The end of an arrow still to be drawn: where it comes from, its label, its condition."""


def _draw_body(
    drawing: Drawing, body: Body, came: str | Loose, at: tuple[float, float]
) -> tuple[Loose, float]:
    loose = (came, "", "") if isinstance(came, str) else came
    x, middle = at
    for item in body:
        loose, x = _draw(drawing, item, loose, (x, middle))
    return loose, x


def _draw(drawing: Drawing, item: Item, came: Loose, at: tuple[float, float]) -> tuple[Loose, float]:
    if isinstance(item, Stage):
        return _stage(drawing, item, came, at)
    if isinstance(item, Group):
        return _part(drawing, item, came, at)
    ways = _ways(item)
    tag = "parallelGateway" if isinstance(item, Parallel) else "exclusiveGateway"
    gate, join = drawing.name("gate", item.code), drawing.name("join", item.code)
    drawing.node(tag, gate, "", at, GATE)
    drawing.arrow(came[0], gate, came[1], came[2])
    start, ends, far = at[0] + GATE[0] + GAP_X, list[Loose](), at[0] + GATE[0] + GAP_X
    top = at[1] - _height_of(item) / 2
    for label, condition, body in ways:
        high = _height(body)
        end, x = _draw_body(drawing, body, (gate, label, condition), (start, top + high / 2))
        ends.append(end)
        far, top = max(far, x), top + high + GAP_Y
    drawing.node(tag, join, "", (far, at[1]), GATE)
    for end in ends:
        drawing.arrow(end[0], join, end[1], end[2])
    return (join, "", ""), far + GATE[0] + GAP_X


def _stage(drawing: Drawing, stage: Stage, came: Loose, at: tuple[float, float]) -> tuple[Loose, float]:
    x, node = at[0], drawing.name("stage", stage.code)
    gate, join = drawing.name("if", stage.code), drawing.name("fi", stage.code)
    if stage.when:
        drawing.node("exclusiveGateway", gate, "", at, GATE)
        drawing.arrow(came[0], gate, came[1], came[2])
        came, x = (gate, "是", in_words(stage.when)), x + GATE[0] + GAP_X
    task = drawing.node("userTask", node, stage.title, (x, at[1]), TASK)
    task.set(f"{{{ZHONGSHU}}}how", stage.how)
    task.set(f"{{{ZHONGSHU}}}who", stage.who.kind)
    task.set(f"{{{ZHONGSHU}}}within", str(stage.within))
    drawing.arrow(came[0], node, came[1], came[2])
    x += TASK[0] + GAP_X
    if not stage.when:
        return (node, "", ""), x
    drawing.node("exclusiveGateway", join, "", (x, at[1]), GATE)
    drawing.arrow(node, join)
    drawing.arrow(gate, join, "否")
    return (join, "", ""), x + GATE[0] + GAP_X


def _part(drawing: Drawing, part: Group, came: Loose, at: tuple[float, float]) -> tuple[Loose, float]:
    """A sub-process with a beginning and an end of its own, as large as what is in it."""
    node, outer = drawing.name("part", part.code), drawing.process
    made = drawing.node("subProcess", node, part.title, at, (0, 0))
    if part.route:
        made.set(f"{{{ZHONGSHU}}}route", part.route)
        made.set(f"{{{ZHONGSHU}}}version", str(part.version))
    drawing.arrow(came[0], node, came[1], came[2])
    drawing.process, middle = made, at[1] + HEAD / 2
    start, end = drawing.name("begin", part.code), drawing.name("finish", part.code)
    drawing.node("startEvent", start, "", (at[0] + PAD, middle), EVENT)
    last, x = _draw_body(drawing, part.body, start, (at[0] + PAD + EVENT[0] + GAP_X, middle))
    drawing.node("endEvent", end, "", (x, middle), EVENT)
    drawing.arrow(last[0], end, last[1], last[2])
    drawing.process = outer
    width, height = x + EVENT[0] + PAD - at[0], _height_of(part)
    drawing.boxes[node] = (at[0], at[1] - height / 2, width, height)
    return (node, "", ""), at[0] + width + GAP_X


def _ways(item: Choice | Parallel) -> list[tuple[str, str, Body]]:
    if isinstance(item, Parallel):
        return [("", "", body) for body in item.branches]
    ways = [(one.title, in_words(one.when), one.body) for one in item.branches]
    return ways if item.otherwise is None else [*ways, ("其他", "", item.otherwise)]


def in_words(condition: Condition) -> str:
    """A condition as it is read aloud: ``amount >= 50000 and category in (travel, meeting)``."""
    return " or ".join(" and ".join(_test(test) for test in tests) for tests in condition)


def _test(test: Test) -> str:
    value = f"({', '.join(test.value)})" if isinstance(test.value, tuple) else str(test.value)
    return f"{test.field} {test.operator} {value}"


def _height(body: Body) -> float:
    return max((_height_of(item) for item in body), default=TASK[1])


def _height_of(item: Item) -> float:
    if isinstance(item, Stage):
        return TASK[1]
    if isinstance(item, Group):
        return _height(item.body) + 2 * PAD + HEAD
    heights = [_height(body) for _label, _condition, body in _ways(item)]
    return max(sum(heights) + GAP_Y * (len(heights) - 1), GATE[1])


def _diagram(root: ET.Element, route: Route, drawing: Drawing) -> None:
    diagram = ET.SubElement(root, f"{{{BPMNDI}}}BPMNDiagram", id="diagram")
    plane = ET.SubElement(diagram, f"{{{BPMNDI}}}BPMNPlane", id="plane", bpmnElement=f"process_{route.name}")
    for node, (x, y, width, height) in drawing.boxes.items():
        shape = ET.SubElement(plane, f"{{{BPMNDI}}}BPMNShape", id=f"di_{node}", bpmnElement=node)
        if drawing.nodes[node].tag == f"{{{BPMN}}}exclusiveGateway":
            shape.set("isMarkerVisible", "true")
        if drawing.nodes[node].tag == f"{{{BPMN}}}subProcess":
            shape.set("isExpanded", "true")
        bounds = {"x": x, "y": y, "width": width, "height": height}
        ET.SubElement(shape, f"{{{DC}}}Bounds", {key: f"{value:g}" for key, value in bounds.items()})
    for flow, source, target in drawing.arrows:
        edge = ET.SubElement(plane, f"{{{BPMNDI}}}BPMNEdge", id=f"di_{flow}", bpmnElement=flow)
        for x, y in points(drawing.boxes[source], drawing.boxes[target]):
            ET.SubElement(edge, f"{{{DI}}}waypoint", x=f"{x:g}", y=f"{y:g}")


Box = tuple[float, float, float, float]


def points(source: Box, target: Box) -> list[tuple[float, float]]:
    """From the right middle of one box to the left middle of the other, square."""
    start = source[0] + source[2], source[1] + source[3] / 2
    end = target[0], target[1] + target[3] / 2
    if start[1] == end[1] and end[0] - start[0] > TASK[0]:  # past whatever stands between the two
        low = start[1] + TASK[1] / 2 + GAP_Y / 4
        over, back = source[0] + source[2] / 2, target[0] + target[2] / 2
        return [(over, source[1] + source[3]), (over, low), (back, low), (back, target[1] + target[3])]
    if start[1] == end[1]:
        return [start, end]
    bend = (source[0] + source[2] / 2) if source[2] == GATE[0] else end[0] - GAP_X / 2
    if source[2] == GATE[0]:
        edge = source[1] + (source[3] if end[1] > start[1] else 0)
        return [(bend, edge), (bend, end[1]), end]
    return [start, (bend, start[1]), (bend, end[1]), end]
