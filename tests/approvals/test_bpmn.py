"""A route as BPMN 2.0: well-formed, every reference resolves, everything is drawn, every path leads to the end."""

import random
import re
from itertools import count, pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tests.approvals.routes import route, stage
from tests.approvals.routes import test as condition
from tests.approvals.test_random_walks import random_body
from zhongshu.approvals.grammar import bpmn

B = f"{{{bpmn.BPMN}}}"
D = f"{{{bpmn.BPMNDI}}}"


NODES = {
    f"{B}{tag}"
    for tag in ("userTask", "exclusiveGateway", "parallelGateway", "subProcess", "startEvent", "endEvent")
}
Bounds = tuple[float, float, float, float]


def drawn(process: ET.Element) -> list[ET.Element]:
    """Everything that has a shape, at any depth."""
    return [one for one in process.iter() if one.tag in NODES]


def parsed(seed: int) -> ET.Element:
    return ET.fromstring(bpmn.export(route(*random_body(random.Random(seed), []))))


@pytest.mark.parametrize("seed", range(60))
def test_every_arrow_joins_two_shapes_and_all_is_drawn(seed: int) -> None:
    root = parsed(seed)
    process = root[0]
    nodes = {one.get("id") for one in drawn(process)}
    flows = list(process.iter(f"{B}sequenceFlow"))
    assert {one.get(end) for one in flows for end in ("sourceRef", "targetRef")} <= nodes
    assert {one.get("bpmnElement") for one in root.iter(f"{D}BPMNShape")} == nodes
    assert {one.get("bpmnElement") for one in root.iter(f"{D}BPMNEdge")} == {one.get("id") for one in flows}
    out: dict[str, set[str]] = {}
    for one in flows:
        out.setdefault(one.get("sourceRef", ""), set()).add(one.get("targetRef", ""))
    for within in [process, *process.iter(f"{B}subProcess")]:
        own = {one.get("id", "") for one in within if one.tag in NODES}
        (begin,) = (one.get("id", "") for one in within.findall(f"{B}startEvent"))
        (finish,) = (one.get("id", "") for one in within.findall(f"{B}endEvent"))
        reached, ends = {begin}, [begin]
        while ends:
            for target in out.get(ends.pop(), set()) - reached:
                reached.add(target)
                ends.append(target)
        assert reached == own, "something cannot be reached, or an arrow crosses the border of a part"
        assert all(out.get(node) for node in own - {finish}), "something leads nowhere"


def bounds_of(shape: ET.Element) -> Bounds:
    x, y, width, height = (float(shape[0].get(key, "nan")) for key in ("x", "y", "width", "height"))
    return x, y, width, height


@pytest.mark.parametrize("seed", range(60))
def test_no_two_shapes_overlap(seed: int) -> None:
    root = parsed(seed)
    boxes = {one.get("bpmnElement", ""): bounds_of(one) for one in root.iter(f"{D}BPMNShape")}
    for within in [root[0], *root[0].iter(f"{B}subProcess")]:
        own = [boxes[one.get("id", "")] for one in within if one.tag in NODES]
        for number, (x, y, width, height) in enumerate(own):
            for left, top, wide, high in own[number + 1 :]:
                assert x + width <= left or left + wide <= x or y + height <= top or top + high <= y
        if within is not root[0]:
            left, top, wide, high = boxes[within.get("id", "")]
            for x, y, width, height in own:
                assert left < x and x + width < left + wide and top < y and y + height < top + high


def drawn_boxes(root: ET.Element) -> tuple[list[Bounds], list[Bounds], list[Bounds]]:
    """Boxes of words, of shapes that enclose nothing, and pieces of arrows (each with where it stands)."""
    words = [bounds_of(one) for one in root.iter(f"{D}BPMNLabel")]
    enclosing = {one.get("id") for one in root[0].iter(f"{B}subProcess")}
    shapes = [bounds_of(one) for one in root.iter(f"{D}BPMNShape") if one.get("bpmnElement") not in enclosing]
    pieces = []
    for edge in root.iter(f"{D}BPMNEdge"):
        at = [
            (float(one.get("x", "")), float(one.get("y", ""))) for one in edge if one.tag.endswith("waypoint")
        ]
        for (x, y), (to_x, to_y) in pairwise(at):
            pieces.append((min(x, to_x), min(y, to_y), abs(x - to_x), abs(y - to_y)))
    return words, shapes, pieces


def apart(one: Bounds, other: Bounds) -> bool:
    x, y, width, height = one
    left, top, wide, high = other
    return x + width <= left or left + wide <= x or y + height <= top or top + high <= y


def asking(seed: int) -> ET.Element:
    """A random route, every other stage of which is only sometimes asked."""
    body, numbers = random_body(random.Random(seed), []), count()

    def ask(items: list[dict[str, Any]]) -> None:
        for one in items:
            if one["type"] == "stage" and next(numbers) % 2:
                one["when"] = [condition("amount", ">=", 50000), condition("remark", "in", ["差旅", "会议"])]
            for inner in (one.get("body", []), one.get("otherwise", []), *one.get("branches", [])):
                ask(inner["body"] if isinstance(inner, dict) else inner)

    ask(body)
    return ET.fromstring(bpmn.export(route(*body)))


@pytest.mark.parametrize("seed", range(60))
def test_words_stand_clear_of_shapes_arrows_and_each_other(seed: int) -> None:
    words, shapes, pieces = drawn_boxes(asking(seed))
    for number, one in enumerate(words):
        assert all(apart(one, other) for other in [*shapes, *pieces, *words[number + 1 :]])


@pytest.mark.parametrize("seed", range(60))
def test_no_arrow_runs_through_a_shape(seed: int) -> None:
    _words, shapes, pieces = drawn_boxes(asking(seed))
    assert all(apart(piece, shape) for piece in pieces for shape in shapes)


def test_gates_ask_what_decides() -> None:
    size = {
        "type": "choice", "code": "c", "otherwise": [],
        "branches": [{"title": "多", "when": [condition("amount", ">", 5), condition("remark", "=", "x")], "body": []}],
    }  # fmt: skip
    both = [condition("amount", ">=", 50000), condition("remark", "not in", ["甲", "乙"])]
    root = ET.fromstring(bpmn.export(route(stage("a", 2, when=both), size)))
    gates = [one.get("name") for one in root[0].iter(f"{B}exclusiveGateway") if one.get("name")]
    assert gates == ["金额 ≥ 50000且备注 不为 甲或乙？", "金额、备注？"]


def test_conditions_are_written_on_the_arrows() -> None:
    root = ET.fromstring(bpmn.export(route(stage("a", 2, when=[condition("amount", ">=", 50000)]))))
    (told,) = root.iter(f"{B}conditionExpression")
    assert told.text == "amount >= 50000"
    assert told.get(bpmn.XSI_TYPE) == "bpmn:tFormalExpression", "engines that import it take no other"


WAYS = {
    f"{B}startEvent": (0, 1),
    f"{B}endEvent": (1, 0),
    f"{B}userTask": (1, 1),
    f"{B}subProcess": (1, 1),
}
"""How many arrows come in and go out; a gateway parts one way or joins into one."""
ORDER = {f"{B}incoming": 0, f"{B}outgoing": 1}
NAME = re.compile(r"[A-Za-z_\u4e00-\u9fff][A-Za-z0-9_.\-\u4e00-\u9fff]*")
STRANGE = ("start", "end", "plane", "1a", "会签", "a b", "a:b", "a_join", "a", "flow_1", "<&>", "if")


def strange_routes() -> list[ET.Element]:
    """Codes that XML takes for no names, or that are the names of what the document itself draws."""
    stages = [stage(code, 2, when=[condition("amount", ">", n)]) for n, code in enumerate(STRANGE)]
    both = {"type": "parallel", "code": "diagram", "branches": [stages[:5], stages[5:]]}
    return [ET.fromstring(bpmn.export(route(*stages))), ET.fromstring(bpmn.export(route(both)))]


@pytest.mark.parametrize("root", [*map(parsed, range(20)), *strange_routes()])
def test_the_rules_of_the_schema_that_modelers_insist_on(root: ET.Element) -> None:
    """What OMG's schemas of BPMN 2.0 ask: ids are names and single; what comes in before what goes out; references resolve.

    The schemas are not kept here; random, strange and our own routes were valid by them on 2026-11-23.
    """
    ids = [one.get("id", "") for one in root.iter() if one.get("id")]
    assert len(ids) == len(set(ids)) and all(NAME.fullmatch(one) for one in ids)
    assert [one.tag for one in root] == [f"{B}process", f"{D}BPMNDiagram"]
    process = root[0]
    flows = {one.get("id", ""): one for one in process.iter(f"{B}sequenceFlow")}
    for node in drawn(process):
        ranks = [ORDER.get(one.tag, 2) for one in node]
        assert ranks == sorted(ranks)
        ends = {"incoming": "targetRef", "outgoing": "sourceRef"}
        for tag, end in ends.items():
            told = [one.text for one in node.findall(f"{B}{tag}")]
            assert told == [flow for flow, one in flows.items() if one.get(end) == node.get("id")]
        ways = tuple(len(node.findall(f"{B}{tag}")) for tag in ends)
        assert ways == WAYS.get(node.tag, ways) and (node.tag in WAYS or min(ways) == 1), node.get("id")
    for edge in root.iter(f"{D}BPMNEdge"):
        assert len(edge) >= 2


@pytest.mark.parametrize("root", [*map(parsed, range(20)), *strange_routes()])
def test_a_choice_tells_when_each_of_its_ways_is_taken(root: ET.Element) -> None:
    """Out of an exclusive gateway leads one way, or each has its condition but the default, which has none."""
    flows = {one.get("id"): one for one in root[0].iter(f"{B}sequenceFlow")}
    for gate in root[0].iter(f"{B}exclusiveGateway"):
        out = [flows[one.text] for one in gate.findall(f"{B}outgoing")]
        bare = [one.get("id") for one in out if one.find(f"{B}conditionExpression") is None]
        if len(out) > 1:
            assert bare in ([], [gate.get("default")])
