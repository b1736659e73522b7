"""Every command that reads a file says in one sentence what is wrong with it; nothing is saved."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.cli.conftest import Run

from zhongshu.cli.given import MOST_MB
from zhongshu.cli.main import zhongshu
from zhongshu.kernel.refusals import Refusal
from zhongshu.platform.journal.models import Entry

COMMANDS = [
    ("org", "import", "FILE"),
    ("workdays", "import", "2027", "FILE", "--notice", "x"),
    ("ledger", "import", "FILE", "--as", "limin", "--unit", "督查科", "--approver", "hewei"),
    ("supervise", "report", "1", "--text", "x", "--file", "FILE", "--as", "limin"),
]


def heavy(place: Path) -> Path:
    """A file that is too large and takes no room."""
    with place.open("wb") as file:
        file.truncate(MOST_MB * 1024 * 1024 + 1)
    return place


@pytest.mark.parametrize("words", COMMANDS, ids=[" ".join(one[:2]) for one in COMMANDS])
def test_a_file_that_is_not_there_or_too_large(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    before = Entry.objects.count()
    for place, said in ((tmp_path / "没有.csv", "请核对文件名"), (tmp_path, "请核对文件名"),
                        (heavy(tmp_path / "大.csv"), "没有读")):  # fmt: skip
        ended = run(*(str(place) if one == "FILE" else one for one in words))
        assert isinstance(ended.exception, Refusal)
        assert said in str(ended.exception) and str(place) in str(ended.exception)
    assert Entry.objects.count() == before


def test_the_commands_without_a_database_say_so_too(tmp_path: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.touch()
    for words, said in (
        (("extract", str(empty)), "是空的"),
        (("ledger", "read", str(heavy(tmp_path / "大.csv"))), "没有读"),
    ):
        ended = CliRunner().invoke(zhongshu, words)
        assert ended.exit_code == 2
        assert said in ended.output and "请" in ended.output
