"""``zhongshu routes``: a fault is printed as a story and ends with 1."""

import json
from pathlib import Path

import pytest
from tests.approvals.conftest import LEAVE
from tests.cli.conftest import Run
from tests.refusing import refused
from tests.world import AT, World

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


def test_any_choice_of_stand_ins_is_told(run: Run, tmp_path: Path) -> None:
    """Sound as it is; who would come to hold two seats by standing in is told, and that he is not let."""
    stages = [
        {"code": code, "title": title, "power": power, "who": {"kind": "named", "people": [person]}}
        for code, title, power, person in (("a", "审批", "approve", "hewei"), ("b", "付款", "pay", "limin"))
    ]
    path = tmp_path / "route.json"
    path.write_text(json.dumps({**LEAVE, "name": "paid", "body": stages}, ensure_ascii=False), "utf-8")
    told = run("routes", "check", str(path))
    assert told.exit_code == 0
    assert "种会使不相容的职权落在一人身上（如" in told.output and "登记代理时即拒绝" in told.output


NO_ROUTES = [
    (b'{"name": "x", "title": "x", "body": [{"code": "a"}]}', "x/a"),
    (b'{"name": "x",', "第 1 行"),
    ('{"name": "路线"}'.encode("gbk"), "UTF-8"),
]


@pytest.mark.parametrize(("text", "told"), NO_ROUTES)
def test_what_is_no_route_says_where(run: Run, tmp_path: Path, text: bytes, told: str) -> None:
    path = tmp_path / "route.json"
    path.write_bytes(text)
    for words in (["--file", str(path)], [str(path)]):
        with refused("malformed_route", match=told):
            run("routes", "check", *words, catch_exceptions=False)


def test_a_name_or_a_file_that_is_not_there(run: Run, tmp_path: Path) -> None:
    with refused("no_such_route", match="没有叫“contract”的审批路线"):
        run("routes", "check", "contract", catch_exceptions=False)
    for command in (["check"], ["check", "--file"], ["draft", "--as", "limin"]):
        with refused("no_such_file", match="没有这个文件"):
            run("routes", *command, str(tmp_path / "gone.json"), catch_exceptions=False)


def test_a_file_is_checked_for_the_organ_that_it_is_for(run: Run, world: World, tmp_path: Path) -> None:
    """Only the office has people who supervise: there it must go, and nowhere else."""
    who = {"kind": "duty", "duty": "supervise"}
    by_duty = {"code": "a", "title": "审批", "who": who, "on_empty": "refuse"}
    path = tmp_path / "route.json"
    path.write_text(json.dumps({**LEAVE, "name": "duty", "body": [by_duty]}, ensure_ascii=False), "utf-8")
    office, bureau = world.units["SWB"], world.units["JYJ"]
    assert run("routes", "check", str(path), "--organ", office.name).exit_code == 0
    assert run("routes", "check", str(path), "--organ", bureau.name).exit_code == 1
    assert run("routes", "check", str(path)).exit_code == 1, "for every organ"
    services.draft_route(actor=SYSTEM, spec=LEAVE | {"name": "duty"}, organ_id=office.pk, at=AT)
    assert run("routes", "check", str(path)).exit_code == 0, "for that of the route of its name"


def test_exported_it_is_drafted_elsewhere_as_the_same(run: Run) -> None:
    services.draft_route(actor=SYSTEM, spec=LEAVE, at=AT)
    told = json.loads(run("routes", "export", "leave", "--json").output)
    again = services.draft_route(actor=SYSTEM, spec=told, at=AT)
    assert again.spec == told
    assert "userTask" in run("routes", "export", "leave").output
