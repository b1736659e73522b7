import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from zhongshu.cli.main import COMMANDS, zhongshu

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "command-line.md"
HAN = re.compile("[\u4e00-\u9fff]")
ENGLISH = re.compile(r"Usage|Options|Commands|Show th|\b(?:TEXT|INTEGER)\b|required|default:|%Y")


def test_every_command_stands_in_the_reference() -> None:
    words = REFERENCE.read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"`{name}" not in words] == []


def every_command(command: click.Command, *path: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from every_command(below, *path, name)


EVERY = dict(every_command(zhongshu))


@pytest.mark.parametrize("path", EVERY, ids=" ".join)
def test_its_help_is_chinese(path: tuple[str, ...]) -> None:
    answer = CliRunner().invoke(zhongshu, [*path, "--help"], prog_name="zhongshu")
    options = [one for one in EVERY[path].params if isinstance(one, click.Option)]
    assert answer.exit_code == 0
    assert answer.stdout.startswith("用法：zhongshu ")
    assert "显示这份说明。" in answer.stdout
    assert ENGLISH.findall(answer.stdout) == []
    assert HAN.search(EVERY[path].help or "")
    assert [one.name for one in options if not HAN.search(one.help or "")] in ([], ["version"])
