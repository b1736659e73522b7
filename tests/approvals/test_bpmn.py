"""A route as BPMN 2.0: well-formed, every reference resolves, everything is drawn, every path leads to the end."""

import random
from xml.etree import ElementTree as ET

import pytest

from tests.approvals.routes import route, stage
from tests.approvals.routes import test as condition
from tests.approvals.test_random_walks import random_body
from zhongshu.approvals.grammar import bpmn

B = f"{{{bpmn.BPMN}}}"
D = f"{{{bpmn.BPMNDI}}}"


def parsed(seed: int) -> ET.Element:
    return ET.fromstring(bpmn.export(route(*random_body(random.Random(seed), []))))


@pytest.mark.parametrize("seed", range(60))
def test_every_arrow_joins_two_shapes_and_all_is_drawn(seed: int) -> None:
    root = parsed(seed)
    process = root[0]
    nodes = {one.get("id") for one in process if one.tag != f"{B}sequenceFlow"}
    flows = process.findall(f"{B}sequenceFlow")
    assert {one.get(end) for one in flows for end in ("sourceRef", "targetRef")} <= nodes
    assert {one.get("bpmnElement") for one in root.iter(f"{D}BPMNShape")} == nodes
    assert {one.get("bpmnElement") for one in root.iter(f"{D}BPMNEdge")} == {one.get("id") for one in flows}
    out: dict[str, set[str]] = {}
    for one in flows:
        out.setdefault(one.get("sourceRef", ""), set()).add(one.get("targetRef", ""))
    reached, ends = {"start"}, ["start"]
    while ends:
        for target in out.get(ends.pop(), set()) - reached:
            reached.add(target)
            ends.append(target)
    assert reached == nodes, "something cannot be reached"
    assert all(out.get(node or "") for node in nodes - {"end"}), "something leads nowhere"


@pytest.mark.parametrize("seed", range(60))
def test_no_two_shapes_overlap(seed: int) -> None:
    boxes = [
        tuple(float(bounds.get(key, "nan")) for key in ("x", "y", "width", "height"))
        for bounds in parsed(seed).iter(f"{{{bpmn.DC}}}Bounds")
    ]
    for number, (x, y, width, height) in enumerate(boxes):
        for left, top, wide, high in boxes[number + 1 :]:
            assert x + width <= left or left + wide <= x or y + height <= top or top + high <= y


def test_conditions_are_written_on_the_arrows() -> None:
    root = ET.fromstring(bpmn.export(route(stage("a", 2, when=[condition("amount", ">=", 50000)]))))
    assert [one.text for one in root.iter(f"{B}conditionExpression")] == ["amount >= 50000"]
