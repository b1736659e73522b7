"""``zhongshu routes``: a fault is printed as a story and ends with 1."""

import json
from pathlib import Path

from tests.approvals.conftest import LEAVE
from tests.cli.conftest import Run
from tests.world import AT

from zhongshu.approvals import services
from zhongshu.kernel.actors import SYSTEM


def test_a_sound_route_is_passed(run: Run) -> None:
    services.draft_route(actor=SYSTEM, spec=LEAVE, at=AT)
    told = run("routes", "check", "leave")
    assert told.exit_code == 0 and "检查了 1 条路线，都没有问题。" in told.output


def test_the_counter_example_is_a_story_and_the_exit_is_1(run: Run, tmp_path: Path) -> None:
    stages = [
        {
            "type": "stage",
            "code": code,
            "title": title,
            "power": power,
            "who": {"kind": "named", "people": ["hewei"]},
        }
        for code, title, power in (("a", "审批", "approve"), ("b", "付款", "pay"))
    ]
    path = tmp_path / "route.json"
    path.write_text(json.dumps({**LEAVE, "name": "bad", "body": stages}, ensure_ascii=False), "utf-8")
    told = run("routes", "check", "--file", str(path))
    assert told.exit_code == 1
    assert "何伟在两个环节都是审批人" in told.output and "F-01" in told.output
    assert "检查了 1 条路线，1 条有问题，不能发布。" in told.output


def test_what_is_no_route_says_where(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "route.json"
    path.write_text('{"name": "x", "title": "x", "body": [{"code": "a"}]}', "utf-8")
    told = run("routes", "check", "--file", str(path))
    assert told.exit_code == 1 and "x/a" in str(told.output) + str(told.exception)


def test_exported_it_is_drafted_elsewhere_as_the_same(run: Run) -> None:
    services.draft_route(actor=SYSTEM, spec=LEAVE, at=AT)
    told = json.loads(run("routes", "export", "leave", "--json").output)
    again = services.draft_route(actor=SYSTEM, spec=told, at=AT)
    assert again.spec == told
    assert "userTask" in run("routes", "export", "leave").output
