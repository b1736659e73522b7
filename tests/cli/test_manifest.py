"""The list of a backup: whatever is changed, lost or slipped in is found, by its name."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.refusing import refused

from zhongshu.cli.backup import contents
from zhongshu.cli.backup.restore import restore
from zhongshu.cli.backup.save import save

NAMES = ("zhongshu.sqlite3", "files/ab/cd", "files/纪要 第3次.txt", "archive/2026/1/check.py", "seal.key")
HELD = st.dictionaries(st.sampled_from(NAMES), st.binary(min_size=1, max_size=40), min_size=1)


def laid(folder: Path, held: dict[str, bytes]) -> int:
    for name, data in held.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return contents.write_manifest(folder)


@given(HELD, st.data())
def test_every_kind_of_tampering_is_named(held: dict[str, bytes], data: st.DataObject) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        assert laid(folder, held) == contents.check_manifest(folder) == len(held)
        struck = data.draw(st.sampled_from(sorted(held)))
        harm = data.draw(st.sampled_from(["changed", "lost", "added", "unlisted"]))
        if harm == "changed":
            (folder / struck).write_bytes(held[struck] + b"!")
        elif harm == "lost":
            (folder / struck).unlink()
        elif harm == "added":
            struck = "files/foreign"
            (folder / "files").mkdir(exist_ok=True)
            (folder / struck).write_bytes(b"")
        else:
            manifest = folder / contents.MANIFEST
            kept = [
                line for line in manifest.read_text("utf-8").splitlines() if not line.endswith(f"  {struck}")
            ]
            manifest.write_text("\n".join(kept), "utf-8")
        with refused("backup_damaged") as caught:
            contents.check_manifest(folder)
        assert struck in str(caught.value)


def test_a_folder_without_a_list_is_no_backup(tmp_path: Path) -> None:
    (tmp_path / "zhongshu.sqlite3").write_bytes(b"SQLite")
    with refused("not_a_backup") as caught:
        contents.check_manifest(tmp_path)
    assert str(tmp_path) in str(caught.value)


@pytest.fixture
def home(tmp_path: Path, settings: Any) -> Path:
    """An office's folders, with one file in them."""
    settings.FILES_ROOT, settings.ARCHIVE_ROOT = tmp_path / "home" / "files", tmp_path / "home" / "archive"
    laid(tmp_path / "home", {"files/a": b"kept"})
    return tmp_path / "home"


def test_nothing_is_put_over_what_is_there(home: Path, tmp_path: Path) -> None:
    laid(tmp_path / "backup", {"files/b": b"from the backup"})
    with refused("home_not_empty") as caught:
        restore(tmp_path / "backup", files_only=True)
    assert str(home / "files") in str(caught.value)
    assert sorted(path.name for path in (home / "files").iterdir()) == ["a"]


def test_nothing_is_saved_into_a_folder_with_something_in_it(home: Path) -> None:
    with refused("not_empty"):
        save(home)
    assert sorted(path.name for path in home.iterdir()) == ["files", contents.MANIFEST]


def test_a_dump_is_left_to_its_own_tool(tmp_path: Path) -> None:
    laid(tmp_path, {contents.DUMP: b"PGDMP"})
    with refused("restore_with_pg_restore") as caught:
        restore(tmp_path, files_only=False)
    assert str(tmp_path / contents.DUMP) in str(caught.value.hint)
