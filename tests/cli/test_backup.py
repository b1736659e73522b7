"""A whole office saved into a folder, and put back into an empty home."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.conf import LazySettings
from django.db import connection
from tests.supervision.story import completed, handed_over, signed_for
from tests.world import AT, World

from zhongshu.cli.main import zhongshu
from zhongshu.platform.journal import services as journal

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow, pytest.mark.of_sqlite]


@pytest.fixture
def saved(world: World, settings: LazySettings, tmp_path: Path) -> Path:
    """A backup of the city with one matter in hand, its evidence and a sealed journal."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL is restored with pg_restore")
    home = tmp_path / "old"
    settings.HOME, settings.FILES_ROOT, settings.ARCHIVE_ROOT = home, home / "files", home / "archive"
    settings.JOURNAL_SEAL_KEY = str(home / "seal.key")
    completed(world, signed_for(world, handed_over(world)))
    journal.seal(at=AT)
    folder = tmp_path / "backup"
    result = CliRunner().invoke(zhongshu, ["backup", str(folder)])
    assert result.exit_code == 0, result.output
    return folder


def restored(folder: Path, home: Path, *options: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ZHONGSHU_")}
    return subprocess.run(
        [sys.executable, "-m", "zhongshu", "restore", *options, str(folder)],
        env={**kept, "ZHONGSHU_HOME": str(home), "PYTHONPATH": "src", "PYTHONUTF8": "1"},
        cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_what_was_saved_is_put_back_whole(saved: Path, tmp_path: Path) -> None:
    home = tmp_path / "new"
    told = restored(saved, home)
    assert told.returncode == 0, told.stdout + told.stderr
    assert "核对无误" in told.stdout
    assert (home / "seal.key").read_bytes() == (tmp_path / "old" / "seal.key").read_bytes()
    assert (home / "seal.key").stat().st_mode & 0o077 == 0
    again = restored(saved, home)
    assert again.returncode == 1
    assert "已有内容" in again.stderr


def test_it_can_be_checked_without_us(saved: Path) -> None:
    checked = subprocess.run(
        ["sha256sum", "-c", "--quiet", "manifest-sha256.txt"], cwd=saved, capture_output=True, check=False
    )
    assert checked.returncode == 0
    assert saved.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("harm", ["changed", "missing", "foreign"])
def test_a_damaged_backup_names_the_file_and_restores_nothing(saved: Path, tmp_path: Path, harm: str) -> None:
    victim = next(path for path in sorted((saved / "files").rglob("*")) if path.is_file())
    if harm == "missing":
        victim.unlink()
    elif harm == "foreign":
        victim = saved / "files" / "stray.txt"
        victim.write_text("x")
    else:
        victim.chmod(0o600)
        victim.write_bytes(b"changed")
    home = tmp_path / "new"
    told = restored(saved, home)
    assert told.returncode == 1
    assert victim.relative_to(saved).as_posix() in told.stderr
    assert not (home / "files").exists() and not (home / "zhongshu.sqlite3").exists()


def test_a_restored_office_with_a_changed_journal_is_told_of(saved: Path, tmp_path: Path) -> None:
    (saved / "seal.key").unlink()
    lines = (saved / "manifest-sha256.txt").read_text().splitlines(keepends=True)
    kept = "".join(line for line in lines if not line.endswith("  seal.key\n"))
    (saved / "manifest-sha256.txt").write_text(kept)
    told = restored(saved, tmp_path / "new")
    assert told.returncode == 1
    assert "留痕" in told.stdout


def test_nothing_is_written_into_a_folder_that_holds_something(saved: Path) -> None:
    result = CliRunner().invoke(zhongshu, ["backup", str(saved)])
    assert result.exit_code == 1
    assert "不是空的" in str(result.exception)
