"""Taking over and taking back a ledger on the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.world import World

from zhongshu.cli.commands.ledger import ledger
from zhongshu.matters.models import Group, Matter
from zhongshu.platform.files import depot
from zhongshu.platform.files.models import Blob, File
from zhongshu.supervision.models import LedgerImport

TABLE = "序号,督办事项,牵头单位,完成时限\n1,改造老旧小区,市教育局,2026年12月底\n2,观测暴雨,市气象观象台,2026年6月底\n"
WHO = ("--as", "limin", "--unit", "督查科", "--approver", "hewei")


@pytest.fixture
def source(tmp_path: Path) -> str:
    path = tmp_path / "台账.csv"
    path.write_text(TABLE, encoding="utf-8")
    return str(path)


def run(*words: str) -> Result:
    return CliRunner().invoke(ledger, words)


def test_a_dry_run_says_what_to_put_right_and_stores_nothing(world: World, source: str) -> None:
    told = run("import", source, "--as", "limin", "--dry-run")
    assert told.exit_code == 0, told.output
    assert "名录里没有“市气象观象台”" in told.stdout
    assert told.stdout.endswith("要改 1 行。\n")
    assert not Matter.objects.exists()


def test_a_ledger_comes_in_and_goes_again(world: World, source: str) -> None:
    told = run("import", source, *WHO, "--json")
    assert told.exit_code == 0, told.output
    came = json.loads(told.stdout)
    assert (came["taken"], came["refused"]) == (1, 1)
    told = run("undo", str(came["import"]), "--as", "limin", "--reason", "导错了")
    assert "已撤销 1 行" in told.stdout
    assert list(Matter.objects.values_list("group", flat=True)) == [Group.VOID]


def test_columns_can_be_told(world: World, source: str) -> None:
    told = run("import", source, "--as", "limin", "--dry-run", "--json", "--mapping", "C=support")
    lines = [json.loads(line) for line in told.stdout.splitlines()]
    assert [(one["lead"], one["support"]) for one in lines] == [([], ["市教育局"]), ([], ["市气象观象台"])]
    told = run("import", source, "--as", "limin", "--dry-run", "--json", "--mapping", "台账!D=other")
    assert [json.loads(line)["due"] for line in told.stdout.splitlines()] == [None, None]
    told = run("import", source, "--as", "limin", "--dry-run", "--mapping", "C=boss")
    assert told.exit_code == 2
    assert "C=boss" in told.stderr


@pytest.mark.parametrize("said", ["ZZ=task", "C=lead,表一!C=lead"])
def test_a_column_that_is_not_there_is_refused(world: World, source: str, said: str) -> None:
    """Dry or in earnest, whoever says so is told which columns there are, and nothing is left."""
    for who in (("--as", "limin", "--dry-run"), WHO):
        told = run("import", source, *who, "--mapping", said)
        assert told.exit_code != 0, told.output
        assert said.split(",")[-1].split("=")[0] in str(told.output) + str(told.exception)
    assert not LedgerImport.objects.exists() and not File.objects.exists()


def test_who_and_on_whose_approval_must_be_said(world: World, source: str) -> None:
    told = run("import", source, "--as", "limin")
    assert told.exit_code == 2
    assert "--approver" in told.stderr


@pytest.mark.parametrize(
    ("written", "who"),
    [
        ("今天天气很好\n", WHO),
        (TABLE.replace("老旧小区", "老旧管网"), (*WHO[:3], "没有这个科", *WHO[4:])),
        (TABLE.replace("老旧小区", "老旧电梯"), (*WHO, "--basis", "机密★10年")),
    ],
    ids=["no-table", "unknown-unit", "secrecy-mark"],
)
def test_what_is_refused_leaves_nothing(world: World, tmp_path: Path, written: str, who: tuple[str]) -> None:
    path = tmp_path / "台账.csv"
    path.write_text(written, encoding="utf-8")
    lying = set(depot.lying())
    told = run("import", str(path), *who)
    assert told.exit_code != 0, told.output
    assert not LedgerImport.objects.exists()
    assert not File.objects.exists() and not Blob.objects.exists()
    assert set(depot.lying()) == lying
