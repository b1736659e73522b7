"""What the documents tell to press, type or build on is there to be pressed, typed and built on."""

import re
import tomllib
from collections.abc import Iterator

import click
import polib
import pytest
from tests.architecture.source import ROOT
from tools import make_catalogue

from zhongshu.cli.main import zhongshu

DOCS = ROOT / "docs"
READERS = (*sorted((DOCS / "howto").glob("*.md")), *sorted(ROOT.glob("README*.md")))
PRESSED = re.compile(r"(?:(?:点|按|→ ?)|^(?:\d\. )?(?=“[^”]*”[：，]))“([^”]+)”", re.M)
"""Words in quotation marks that are pressed, or that open a step."""
TYPED = re.compile(r"zhongshu ([a-z]+)(?: ([a-z]+))?")


@pytest.fixture(scope="module")
def said() -> re.Pattern[str]:
    """Every sentence of the interface, with something in each of its gaps."""
    written: polib.POFile = make_catalogue.written()
    sentences = (re.sub(r"%\\?\(\w+\\?\)s", ".+", re.escape(_bare(entry.msgid))) for entry in written)
    return re.compile("|".join(one for one in sentences if re.match("[\u4e00-\u9fff]", one)))


def _bare(words: str) -> str:
    return words.rstrip("…。：，")


def test_every_button_a_reader_is_told_to_press_is_in_the_interface(said: re.Pattern[str]) -> None:
    pressed = [(path.name, words) for path in READERS for words in PRESSED.findall(path.read_text("utf-8"))]
    assert len(pressed) > 40
    assert [
        (page, words)
        for page, words in pressed
        if not (said.fullmatch(words) or said.fullmatch(_bare(words)))
    ] == []


def _commands(group: click.Group, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], set[str]]]:
    """Each command by its words, with the options it takes."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield (
            (*above, name),
            {option for one in command.params for option in (*one.opts, *one.secondary_opts)},
        )
        if isinstance(command, click.Group):
            yield from _commands(command, (*above, name))


COMMANDS = dict(_commands(zhongshu))


def test_every_command_told_of_is_there() -> None:
    pages = [*READERS, *sorted((DOCS / "reference").glob("*.md"))]
    groups = {words[0] for words in COMMANDS if len(words) > 1}
    told = {
        words for path in pages for words in TYPED.findall(path.read_text("utf-8")) if words[0] != "django"
    }
    assert len(told) > 20
    assert [
        " ".join(words)
        for words in sorted(told)
        if (words[:1] not in COMMANDS) or (words[0] in groups and words[1] and words not in COMMANDS)
    ] == []


def test_every_option_in_the_reference_of_commands_is_taken() -> None:
    rows = (DOCS / "reference" / "command-line.md").read_text("utf-8").splitlines()
    wrong = []
    for row in rows:
        named = set(re.findall(r"(?:^\| |, )`([a-z]+)", row))
        taken = {option for words, options in COMMANDS.items() if words[0] in named for option in options}
        wrong += [
            (sorted(named), one) for one in re.findall(r"(--[a-z-]+)", row) if named and one not in taken
        ]
    assert wrong == []


def test_the_floors_told_of_are_those_of_the_contract() -> None:
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    page = (DOCS / "architecture.md").read_text("utf-8")
    drawn = page.partition("## Floors")[2].split("```")[1].strip().splitlines()
    layers = {one["id"]: one["layers"] for one in contract if "layers" in one}
    assert [_names(line.split("  ")[0]) for line in drawn] == [_names(layer) for layer in layers["floors"]]
    platform = next(line for line in drawn if line.startswith("platform"))[30:]
    assert [_names(one) for one in platform.split("›")] == [_names(layer) for layer in layers["ladder"]]


def _names(layer: str) -> set[str]:
    return set(re.findall(r"[a-z]+", layer))
