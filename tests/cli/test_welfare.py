"""Services to employees on the command line: cases, one of them, the agencies' calendar."""

import json

from click.testing import Result
from tests.cli.conftest import Run
from tests.welfare import story
from tests.world import World

from zhongshu.kernel.refusals import NotFound


def lines(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, (result.output, result.exception)
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_the_list_is_narrowed(run: Run, world: World) -> None:
    case = story.asked(world)
    asked = ("welfare", "list", "--as", "limin", "--json")
    (row,) = lines(run(*asked, "--scope", "mine"))
    assert (row["id"], row["state"], row["due"]) == (case.pk, "asked", "2026-10-12")
    assert lines(run(*asked, "--branch", "医疗")) == [] and lines(run(*asked, "--state", "done")) == []


def test_one_is_shown_with_its_record_to_whom_it_concerns(run: Run, world: World) -> None:
    case = story.asked(world)
    shown = lines(run("welfare", "show", str(case.pk), "--as", "limin", "--json"))
    assert any("申请养老保险转入" in str(one.get("what")) for one in shown)
    hidden = run("welfare", "show", str(case.pk), "--as", "chenli")
    assert isinstance(hidden.exception, NotFound)


def test_the_calendar_tells_the_windows_ahead(run: Run, world: World) -> None:
    story.offered(world)
    rows = lines(run("welfare", "calendar", "--as", "limin", "--json"))
    assert len(rows) == 6 and {row["name"] for row in rows} == {"养老保险转入"}
    assert all(str(row["due"]) <= str(row["closes"]) for row in rows)
