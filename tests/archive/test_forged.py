"""Whoever rewrites the lists along with the files is found by what the papers say of each other."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.archive.test_check import packaged, resum
from zhongshu.archive import offline

FILES = [("报告.pdf", b"one"), ("会议纪要.txt", b"two")]
FIRST, SECOND = "files/001_报告.pdf", "files/002_会议纪要.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = packaged(FILES, str(tmp_path))
    for path in (made, *made.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    assert offline.faults(made) == []
    return made


def metadata(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    told = json.loads((folder / "metadata.json").read_text("utf-8"))
    change(told)
    (folder / "metadata.json").write_text(json.dumps(told), "utf-8")


def entry(folder: Path, text: str) -> None:
    (folder / "journal.jsonl").write_text(text, "utf-8")


FORGED: dict[str, tuple[Callable[[Path], object], list[tuple[str, str]]]] = {
    "a file exchanged": (lambda one: (one / FIRST).write_bytes(b"other"), [("metadata", FIRST)]),
    "a file dropped": (lambda one: (one / SECOND).unlink(), [("metadata", SECOND)]),
    "a file slipped in": (lambda one: (one / "files/003_x").write_bytes(b""), [("metadata", "files/003_x")]),
    "two files exchanged for each other": (
        lambda one: ((one / FIRST).write_bytes(b"two"), (one / SECOND).write_bytes(b"one")),
        [("metadata", FIRST), ("metadata", SECOND)],
    ),
    "a file no longer told of": (
        lambda one: metadata(one, lambda told: told["files"].pop()),
        [("metadata", SECOND)],
    ),
    "papers that are no papers": (
        lambda one: (one / "metadata.json").write_text("[", "utf-8"),
        [("metadata", "metadata.json")],
    ),
    "papers without their history": (
        lambda one: metadata(one, lambda told: told.pop("journal")),
        [("metadata", "metadata.json")],
    ),
    "a history longer than it was": (
        lambda one: metadata(one, lambda told: told["journal"].update(entries=1)),
        [("chain", "journal.jsonl 第 1 条")],
    ),
    "a history that ends otherwise": (
        lambda one: metadata(one, lambda told: told["journal"].update(head="f" * 64)),
        [("chain", "journal.jsonl 第 1 条")],
    ),
    "an entry that is none": (lambda one: entry(one, "{}\n"), [("metadata", "metadata.json")]),
}


@pytest.mark.parametrize("forgery", FORGED)
def test_a_forger_of_lists_is_found_by_the_papers(folder: Path, forgery: str) -> None:
    forge, found = FORGED[forgery]
    forge(folder)
    resum(folder)
    assert offline.faults(folder) == found


def test_lists_made_again_over_what_was_written_hold(folder: Path) -> None:
    resum(folder)
    assert offline.faults(folder) == []


@pytest.mark.parametrize("name", [offline.SHA256, offline.SM3])
@pytest.mark.parametrize("words", [b"", b"no list\n", b"\xff\xfe", b"0" * 64 + b"  a"])
def test_a_list_that_is_none_is_named(folder: Path, name: str, words: bytes) -> None:
    (folder / name).write_bytes(words)
    assert name in {path for _, path in offline.faults(folder)}


@pytest.mark.parametrize("name", [offline.SHA256, offline.SM3])
def test_a_line_struck_from_one_list_is_that_lists_fault(folder: Path, name: str) -> None:
    lines = (folder / name).read_text("utf-8").splitlines(keepends=True)
    (folder / name).write_text("".join(line for line in lines if FIRST not in line), "utf-8")
    assert name in {path for _, path in offline.faults(folder)}


def test_without_both_lists_nothing_is_sound(folder: Path) -> None:
    for name in (offline.SHA256, offline.SM3):
        (folder / name).unlink()
    assert offline.faults(folder) == [("missing", offline.SHA256), ("missing", offline.SM3)]


def test_an_empty_folder_is_foreign(folder: Path) -> None:
    (folder / "files" / "夹带").mkdir()
    assert offline.faults(folder) == [("foreign", "files/夹带")]


def test_what_was_found_is_said_and_exits_by_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["check.py", str(folder)])
    assert offline.main() == 0
    said = capsys.readouterr().out
    assert "相符：共 7 个文件" in said and offline.digests(folder / offline.SM3)[1] in said
    (folder / FIRST).write_bytes(b"other")
    assert offline.main() == 1
    assert f"不相符：{FIRST}" in capsys.readouterr().out
