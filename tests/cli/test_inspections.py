"""Inspections on the command line: lists and one of them, for whom they concern."""

import json

import pytest
from click.testing import Result
from tests.cli.conftest import Run
from tests.inspections import story
from tests.inspections.test_planning import designation
from tests.world import World

from zhongshu.inspections import queries
from zhongshu.kernel.refusals import NotFound


def lines(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, (result.output, result.exception)
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_the_list_is_narrowed(run: Run, world: World) -> None:
    one = story.running(world)
    asked = ("inspections", "list", "--as", "limin", "--json")
    (row,) = lines(run(*asked))
    assert (row["id"], row["state"], row["units"]) == (one.pk, "running", "市发展改革委")
    assert lines(run(*asked, "--state", "planned")) == []
    assert [told["id"] for told in lines(run(*asked, "--text", "开工"))] == [one.pk]


def test_a_page_names_the_next(run: Run, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    story.planned(world)
    last = story.planned(world)
    whole = queries.page_of
    monkeypatch.setattr(queries, "page_of", lambda rows, **given: whole(rows, **given, size=1))
    first = run("inspections", "list", "--as", "limin")
    assert str(last.pk) in first.stdout and "--after" in first.stderr


def test_designations_and_conclusions_are_listed_too(run: Run, world: World) -> None:
    given, told = designation(world), story.fed_back(world)
    (row,) = lines(run("inspections", "list", "--designations", "--as", "chenli", "--json"))
    assert (row["id"], row["number"]) == (given.pk, given.paper)
    (row,) = lines(run("inspections", "list", "--conclusions", "--as", "zhouqiming", "--json"))
    assert (row["id"], row["state"], row["units"]) == (told.pk, "fed_back", "市发展改革委")


def test_one_is_shown_with_its_team_steps_findings_and_record(run: Run, world: World) -> None:
    told = story.fed_back(world)
    shown = lines(run("inspections", "show", str(told.inspection_id), "--as", "limin", "--json"))
    assert {"person": "李敏", "leads": True} in shown
    assert [one["place"] for one in shown if "place" in one] == ["城东产业园"]
    assert [one["settled"] for one in shown if "settled" in one] == ["no_follow_up"]
    assert any("反馈督查结论" in str(one.get("what")) for one in shown)


def test_the_unit_reads_its_conclusion_and_not_the_inspection(run: Run, world: World) -> None:
    told = story.fed_back(world)
    shown = lines(run("inspections", "show", str(told.pk), "--as", "zhouqiming", "--json"))
    assert {"text": told.text, "in_force": told.text} in shown
    hidden = run("inspections", "show", str(told.inspection_id), "--as", "zhouqiming")
    assert isinstance(hidden.exception, NotFound)
