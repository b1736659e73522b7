"""Reporting rounds and figures on the command line."""

import json

import click
import pytest
from click.testing import Result
from tests.cli.conftest import Run
from tests.cli.test_supervise import opened, told

from zhongshu.kernel.refusals import Refusal
from zhongshu.supervision.models import Ask, Cycle, Directive


def lines(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, (result.output, result.exception)
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def signed(run: Run) -> str:
    pk = opened(run)
    told(run("supervise", "sign", pk, "--as", "wangjianping", "--json"))
    return pk


def test_a_cycle_is_set_and_its_rounds_are_listed(run: Run, signed: str) -> None:
    (first,) = lines(run("reporting", "cycle", signed, "--as", "limin", "--cycle", "monthly", "--json"))
    assert first["reported"] is None and first["missed"] is False
    assert Directive.objects.get().cycle == Cycle.MONTHLY
    listed = lines(run("reporting", "rounds", signed, "--as", "wangjianping", "--json"))
    assert [one["due"] for one in listed] == [first["due"]]


def test_a_short_cycle_without_basis_is_refused(run: Run, signed: str) -> None:
    result = run("reporting", "cycle", signed, "--as", "limin", "--cycle", "weekly")
    assert isinstance(result.exception, Refusal)
    assert Directive.objects.get().cycle == Cycle.ONCE


def test_milestones_are_named_with_their_days(run: Run, signed: str) -> None:
    words = ("--cycle", "milestone", "--milestone", "主体完工=2026-10-09", "--milestone", "验收=2026-10-15")
    listed = lines(run("reporting", "cycle", signed, "--as", "limin", *words, "--json"))
    assert {(one["name"], one["due"]) for one in listed} >= {("主体完工", "2026-10-09")}


def test_a_milestone_without_a_day_is_a_mistake_of_usage(run: Run, signed: str) -> None:
    result = run(
        "reporting", "cycle", signed, "--as", "limin", "--cycle", "milestone", "--milestone", "主体完工"
    )
    assert result.exit_code == click.UsageError.exit_code and "名称=2026-11-20" in result.output


def test_figures_are_asked_given_and_a_repeat_is_told(run: Run, signed: str) -> None:
    asked = ("reporting", "ask", signed, "--as", "limin", "--figure", "开工户数", "--period", "2026-09")
    (one,) = lines(run(*asked, "--json"))
    assert (one["figure"], one["period"], one["value"]) == ("开工户数", "2026-09", "")
    given = ("reporting", "give", signed, "--as", "wangjianping", "--figure", f"{one['id']}=120", "--json")
    assert [line["value"] for line in lines(run(*given))] == ["120"]
    again = run(*asked)
    assert isinstance(again.exception, Refusal) and Ask.objects.count() == 1
