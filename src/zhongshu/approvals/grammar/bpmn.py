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
from zhongshu.approvals.grammar.layout import (
    AROUND,
    EVENT,
    GAP_X,
    GAP_Y,
    GATE,
    HEAD,
    PAD,
    TASK,
    Arrow,
    Box,
    height,
    height_of,
    name_box,
    points,
    question_box,
    spread,
    words_box,
)
from zhongshu.approvals.grammar.questions import whether, which
from zhongshu.approvals.grammar.route import Choice, Field, Group, Item, Parallel, Route, Stage

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI"
DC = "http://www.omg.org/spec/DD/20100524/DC"
DI = "http://www.omg.org/spec/DD/20100524/DI"
XSI_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
ZHONGSHU = "urn:zhongshu:route:1"
WHERE_NAMED = {"exclusiveGateway": question_box, "startEvent": name_box, "endEvent": name_box}
SPEAKING = re.compile(r"[A-Za-z0-9_.\-\u4e00-\u9fff]+")
for _prefix, _uri in (("bpmn", BPMN), ("bpmndi", BPMNDI), ("dc", DC), ("di", DI), ("zhongshu", ZHONGSHU)):
    ET.register_namespace(_prefix, _uri)


@dataclass(slots=True)
class Drawing:
    """What has been drawn so far: shapes by id with their place, and the arrows between them.

    ``process`` is what is drawn in now: the process itself, or a sub-process within it; ``fields`` are those of the form.
    """

    process: ET.Element
    fields: tuple[Field, ...] = ()
    nodes: dict[str, ET.Element] = field(default_factory=dict)
    boxes: dict[str, Box] = field(default_factory=dict)
    arrows: list[Arrow] = field(default_factory=list)
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

    def arrow(self, came: "Loose", target: str, via: float | None = None) -> None:
        """Draw an arrow; one without a condition out of a choice is what is done otherwise."""
        flow = f"flow_{len(self.arrows) + 1}"
        made = ET.SubElement(
            self.process, f"{{{BPMN}}}sequenceFlow", id=flow, sourceRef=came.source, targetRef=target
        )
        if came.words:
            made.set("name", came.words)
        if came.condition:
            told = ET.SubElement(made, f"{{{BPMN}}}conditionExpression", {XSI_TYPE: "bpmn:tFormalExpression"})
            told.text = came.condition
        elif came.words and self.nodes[came.source].tag == f"{{{BPMN}}}exclusiveGateway":
            self.nodes[came.source].set("default", flow)
        self.arrows.append(Arrow(flow, came.source, target, came.words, via))


@dataclass(frozen=True, slots=True)
class Loose:
    """The end of an arrow still to be drawn: where it comes from, its words, its condition."""

    source: str
    words: str = ""
    condition: str = ""


def export(route: Route) -> bytes:
    """The route as a BPMN 2.0 XML document in UTF-8."""
    root, drawing = laid_out(route)
    for arrow in drawing.arrows:
        ET.SubElement(drawing.nodes[arrow.target], f"{{{BPMN}}}incoming").text = arrow.flow
        ET.SubElement(drawing.nodes[arrow.source], f"{{{BPMN}}}outgoing").text = arrow.flow
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
    drawing = Drawing(process, route.fields)
    middle = 40 + height(route.body) / 2
    drawing.node("startEvent", "start", "提交", (40, middle), EVENT)
    last, x = _draw_body(drawing, route.body, Loose("start"), (40 + EVENT[0] + GAP_X, middle))
    drawing.node("endEvent", "end", "办结", (x, middle), EVENT)
    drawing.arrow(last, "end")
    return root, drawing


def _draw_body(drawing: Drawing, body: Body, came: Loose, at: tuple[float, float]) -> tuple[Loose, float]:
    x, middle = at
    for item in body:
        came, x = _draw(drawing, item, came, (x, middle))
    return came, x


def _draw(drawing: Drawing, item: Item, came: Loose, at: tuple[float, float]) -> tuple[Loose, float]:
    if isinstance(item, Stage):
        return _stage(drawing, item, came, at)
    if isinstance(item, Group):
        return _part(drawing, item, came, at)
    tag = "parallelGateway" if isinstance(item, Parallel) else "exclusiveGateway"
    gate, join = drawing.name("gate", item.code), drawing.name("join", item.code)
    drawing.node(tag, gate, "" if isinstance(item, Parallel) else which(item, drawing.fields), at, GATE)
    drawing.arrow(came, gate)
    start = far = at[0] + GATE[0] + GAP_X
    ends, top = list[tuple[Loose, float]](), at[1] - spread(item) / 2
    for way, body in _ways(item, gate):
        middle = top + height(body) / 2
        end, x = _draw_body(drawing, body, way, (start, middle))
        ends.append((end, middle))
        far, top = max(far, x), top + height(body) + GAP_Y
    drawing.node(tag, join, "", (far, at[1]), GATE)
    for end, via in ends:
        drawing.arrow(end, join, via)
    return Loose(join), far + GATE[0] + GAP_X


def _stage(drawing: Drawing, stage: Stage, came: Loose, at: tuple[float, float]) -> tuple[Loose, float]:
    x, node = at[0], drawing.name("stage", stage.code)
    gate, join = drawing.name("if", stage.code), drawing.name("fi", stage.code)
    if stage.when:
        drawing.node("exclusiveGateway", gate, whether(stage.when, drawing.fields), at, GATE)
        drawing.arrow(came, gate)
        came, x = Loose(gate, "是", in_words(stage.when)), x + GATE[0] + GAP_X
    task = drawing.node("userTask", node, stage.title, (x, at[1]), TASK)
    task.set(f"{{{ZHONGSHU}}}how", stage.how)
    task.set(f"{{{ZHONGSHU}}}who", stage.who.kind)
    task.set(f"{{{ZHONGSHU}}}within", str(stage.within))
    drawing.arrow(came, node)
    x += TASK[0] + GAP_X
    if not stage.when:
        return Loose(node), x
    drawing.node("exclusiveGateway", join, "", (x, at[1]), GATE)
    drawing.arrow(Loose(node), join)
    drawing.arrow(Loose(gate, "否"), join, at[1] + AROUND)
    return Loose(join), x + GATE[0] + GAP_X


def _part(drawing: Drawing, part: Group, came: Loose, at: tuple[float, float]) -> tuple[Loose, float]:
    """A sub-process with a beginning and an end of its own, as large as what is in it."""
    node, outer = drawing.name("part", part.code), drawing.process
    made = drawing.node("subProcess", node, part.title, at, (0, 0))
    if part.route:
        made.set(f"{{{ZHONGSHU}}}route", part.route)
        made.set(f"{{{ZHONGSHU}}}version", str(part.version))
    drawing.arrow(came, node)
    drawing.process, middle = made, at[1] + HEAD / 2
    start, end = drawing.name("begin", part.code), drawing.name("finish", part.code)
    drawing.node("startEvent", start, "", (at[0] + PAD, middle), EVENT)
    last, x = _draw_body(drawing, part.body, Loose(start), (at[0] + PAD + EVENT[0] + GAP_X, middle))
    drawing.node("endEvent", end, "", (x, middle), EVENT)
    drawing.arrow(last, end)
    drawing.process = outer
    width, high = x + EVENT[0] + PAD - at[0], height_of(part)
    drawing.boxes[node] = (at[0], at[1] - high / 2, width, high)
    return Loose(node), at[0] + width + GAP_X


def _ways(item: Choice | Parallel, gate: str) -> list[tuple[Loose, Body]]:
    if isinstance(item, Parallel):
        return [(Loose(gate), body) for body in item.branches]
    ways = [(Loose(gate, one.title, in_words(one.when)), one.body) for one in item.branches]
    return ways if item.otherwise is None else [*ways, (Loose(gate, "其他"), item.otherwise)]


def in_words(condition: Condition) -> str:
    """A condition as it is read aloud: ``amount >= 50000 and category in (travel, meeting)``."""
    return " or ".join(" and ".join(_test(test) for test in tests) for tests in condition)


def _test(test: Test) -> str:
    value = f"({', '.join(test.value)})" if isinstance(test.value, tuple) else str(test.value)
    return f"{test.field} {test.operator} {value}"


def _diagram(root: ET.Element, route: Route, drawing: Drawing) -> None:
    diagram = ET.SubElement(root, f"{{{BPMNDI}}}BPMNDiagram", id="diagram")
    plane = ET.SubElement(diagram, f"{{{BPMNDI}}}BPMNPlane", id="plane", bpmnElement=f"process_{route.name}")
    for node, box in drawing.boxes.items():
        shape = ET.SubElement(plane, f"{{{BPMNDI}}}BPMNShape", id=f"di_{node}", bpmnElement=node)
        if drawing.nodes[node].tag == f"{{{BPMN}}}exclusiveGateway":
            shape.set("isMarkerVisible", "true")
        if drawing.nodes[node].tag == f"{{{BPMN}}}subProcess":
            shape.set("isExpanded", "true")
        _bounds(shape, box)
        name = drawing.nodes[node].get("name", "")
        place = WHERE_NAMED.get(drawing.nodes[node].tag.removeprefix(f"{{{BPMN}}}"))
        if name and place:
            _label(shape, place(box, name))
    for arrow in drawing.arrows:
        edge = ET.SubElement(plane, f"{{{BPMNDI}}}BPMNEdge", id=f"di_{arrow.flow}", bpmnElement=arrow.flow)
        way = points(drawing.boxes[arrow.source], drawing.boxes[arrow.target], arrow.via)
        for x, y in way:
            ET.SubElement(edge, f"{{{DI}}}waypoint", x=f"{x:g}", y=f"{y:g}")
        if arrow.words:
            _label(edge, words_box(way, arrow.words))


def _label(drawn: ET.Element, box: Box) -> None:
    _bounds(ET.SubElement(drawn, f"{{{BPMNDI}}}BPMNLabel"), box)


def _bounds(drawn: ET.Element, box: Box) -> None:
    named = dict(zip(("x", "y", "width", "height"), (f"{value:g}" for value in box), strict=True))
    ET.SubElement(drawn, f"{{{DC}}}Bounds", named)
