"""Which Python ``bin/…`` makes its environment with."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SYSTEM = Path("/usr/bin/python3")
Found = subprocess.CompletedProcess[str]


def found(folder: Path, **variables: str) -> Found:
    """What is found where ``folder`` stands first on the path."""
    path = f"{folder}:/usr/bin:/bin"
    inherited = {name: value for name, value in os.environ.items() if name != "ZHONGSHU_PYTHON"}
    return subprocess.run(
        ["bash", "-c", ". bin/lib.sh; find_python"], cwd=ROOT, env={**inherited, "PATH": path, **variables},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a Python of its own, as version managers lay one before the system's."""
    (tmp_path / "python3.13").symlink_to(sys.executable)
    return tmp_path


def can_make_an_environment(python: Path) -> bool:
    asked = "import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))"
    return python.exists() and subprocess.run([python, "-c", asked], check=False).returncode == 0


def test_the_systems_own_goes_first_where_it_can_make_an_environment(folder: Path) -> None:
    expected = SYSTEM if can_make_an_environment(SYSTEM) else folder / "python3.13"
    assert found(folder).stdout.strip() == str(expected)


def test_the_one_that_is_named_is_taken(folder: Path) -> None:
    named = str(folder / "python3.13")
    assert found(folder, ZHONGSHU_PYTHON=named).stdout.strip() == named


def test_one_that_cannot_be_used_is_told_and_no_other_taken(folder: Path) -> None:
    told = found(folder, ZHONGSHU_PYTHON="/nowhere/python3")
    assert told.returncode == 1 and not told.stdout
    assert "/nowhere/python3" in told.stderr and "3.11" in told.stderr
