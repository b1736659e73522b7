from pathlib import Path

from zhongshu.cli.main import COMMANDS

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "command-line.md"


def test_every_command_stands_in_the_reference() -> None:
    words = REFERENCE.read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"`{name}" not in words] == []
