"""A backup that does not come about is told, leaves nothing half-done, and costs no older one."""

from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from tests.refusing import refused
from tests.world import AT
from zhongshu.platform.jobs.services.backup import back_up

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two older backups of an office on PostgreSQL, on a machine that has no program but ours."""
    settings.BACKUPS_ROOT, settings.BACKUPS_KEPT = tmp_path / "backups", 1
    (tmp_path / "bin").mkdir()
    (tmp_path / "backups").mkdir()
    for day in (1, 2):
        (tmp_path / "backups" / f"zhongshu-2026090{day}-020000.dump").write_bytes(b"PGDMP")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(connection, "vendor", "postgresql")
    return tmp_path / "backups"


def program(folder: Path, *lines: str) -> None:
    path = folder.parent / "bin" / "pg_dump"
    path.write_text("\n".join(("#!/bin/sh", *lines)), "utf-8")
    path.chmod(0o755)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_without_its_program_it_says_what_to_install(kept: Path) -> None:
    before = names(kept)
    with refused("no_pg_dump") as caught:
        back_up(at=AT)
    assert "postgresql-client" in str(caught.value.hint)
    assert names(kept) == before


def test_a_dump_that_breaks_off_is_not_kept_and_told_in_its_words(kept: Path) -> None:
    before = names(kept)
    program(kept, 'echo half > "${2#--file=}"', 'echo "connection lost" >&2', "exit 1")
    with refused("backup_failed") as caught:
        back_up(at=AT)
    assert "connection lost" in str(caught.value)
    assert names(kept) == before


def test_one_that_came_about_takes_the_place_of_the_oldest(kept: Path) -> None:
    program(kept, 'echo whole > "${2#--file=}"')
    made = back_up(at=AT)
    assert names(kept) == [made.name]
    assert made.read_text() == "whole\n"
    assert made.stat().st_mode & 0o077 == 0
