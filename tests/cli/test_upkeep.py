"""Upkeep from a shell: packages and files are checked, what is broken is named; recurring jobs are listed and begun."""

from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Run
from tests.supervision import story
from tests.supervision.test_recheck import closed
from tests.world import LI_MIN, World

from zhongshu.archive.models import Deposit
from zhongshu.archive.queries import place_of
from zhongshu.platform.files.models import Blob


@pytest.fixture
def package(run: Run, world: World) -> Path:
    """Where the package of a closed matter lies."""
    closed(world)
    return Path(place_of(Deposit.objects.get()))


def test_a_sound_package_is_said_to_be_sound(run: Run, package: Path) -> None:
    for which in ("--all", Deposit.objects.get().code):
        told = run("archive", "check", which)
        assert (told.exit_code, told.stdout.splitlines()[-1]) == (0, "检查 1 个归档包，1 个相符。")


def test_what_was_tampered_with_or_laid_there_is_named(run: Run, package: Path) -> None:
    (package / "journal.jsonl").write_text("{}\n", encoding="utf-8")
    told = run("archive", "check", "--all")
    assert told.exit_code == 1
    assert Deposit.objects.get().code in told.stdout and "journal.jsonl" in told.stdout
    assert told.stdout.splitlines()[-1] == "检查 1 个归档包，0 个相符。"


def test_one_or_all_but_not_neither_nor_both(run: Run, world: World) -> None:
    for which in ((), ("--all", "0001-XZ-2026")):
        told = run("archive", "check", *which)
        assert told.exit_code == 2 and "--all" in told.output


def test_stored_bytes_that_changed_are_found(run: Run, world: World, settings: Any) -> None:
    story.proof(world.actor(LI_MIN))
    assert run("files", "verify").stdout.strip() == "文件完整。"
    stored = Blob.objects.get()
    for path in Path(settings.FILES_ROOT).rglob(f"*{stored.sha256[-8:]}*"):
        path.chmod(0o600)
        path.write_bytes(b"other")
    told = run("files", "verify")
    assert (told.exit_code, told.stdout.strip()) == (1, f"{stored.sha256}: 内容缺失或已改变")


def test_recurring_jobs_are_listed_with_their_next_turn(run: Run, world: World) -> None:
    listed = run("jobs", "list").stdout.splitlines()
    assert any(line.startswith("审批超时处理\t—\t—") for line in listed)
