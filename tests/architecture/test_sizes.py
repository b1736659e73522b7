"""The budgets: small files, short functions, thin views, told types, plain names."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from tests.architecture.source import PACKAGE, modules, short, tree

LONGEST_FILE, FILE_MEDIAN, FILE_P90 = 300, 40, 130
LONGEST_FUNCTION, LONGEST_VIEWS, LONGEST_VIEW = 30, 120, 15
BANNED_NAMES = re.compile(r"^(utils?|helpers?|common|misc|managers?|base)$")
NAMED_BY_THE_FRAMEWORK = {"kernel/sqlite3/base.py"}
# Data written as Python: no logic to read, so no budget to keep. Each with its reason.
DATA = {
    "config/settings.py": "one setting a line",
    "supervision/extraction/vocabulary_units.py": "word lists",
    "supervision/extraction/vocabulary_cues.py": "word lists",
    "ui/samples.py": "what the kit of parts shows",
    "cli/demo/places.py": "the fictional city",
}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def length(path: Path) -> int:
    """Lines as an editor counts them: what one scrolls through."""
    return len(path.read_text(encoding="utf-8").splitlines())


def lines(path: Path) -> int:
    """Lines that are not blank: what there is to read."""
    return sum(1 for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def functions(path: Path) -> Iterator[Function]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, Function))


def body_lines(function: Function) -> int:
    """Lines from the first statement after the docstring to the last."""
    body = function.body[1:] if ast.get_docstring(function) and len(function.body) > 1 else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1


def judged() -> list[Path]:
    return [path for path in modules() if short(path) not in DATA]


def test_no_file_is_too_long() -> None:
    assert {short(path): n for path in judged() if (n := length(path)) > LONGEST_FILE} == {}


def test_nine_files_of_ten_are_short() -> None:
    assert quantiles(map(lines, judged()), n=10)[-1] <= FILE_P90


def test_half_of_the_files_are_very_short() -> None:
    assert median(map(lines, judged())) <= FILE_MEDIAN


def test_no_function_is_too_long() -> None:
    long = {
        f"{short(path)}:{function.name}": n
        for path in judged()
        for function in functions(path)
        if (n := body_lines(function)) > LONGEST_FUNCTION
    }
    assert long == {}


def test_views_are_thin() -> None:
    rooms = [path for path in judged() if "views" in path.parts]
    assert {short(path): n for path in rooms if (n := lines(path)) > LONGEST_VIEWS} == {}
    thick = {
        f"{short(path)}:{function.name}": n
        for path in rooms
        for function in functions(path)
        if (n := body_lines(function)) > LONGEST_VIEW
    }
    assert thick == {}


def test_no_junk_drawers() -> None:
    named = [path.parent if path.name == "__init__.py" else path for path in modules()]
    junk = {short(path) for path in named if path != PACKAGE and BANNED_NAMES.match(path.stem)}
    assert junk - NAMED_BY_THE_FRAMEWORK == set()


def test_no_import_is_hidden_in_a_function() -> None:
    hidden = [
        f"{short(path)}:{function.name}"
        for path in modules()
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert hidden == []


def test_no_import_takes_everything() -> None:
    greedy = [
        short(path)
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and any(name.name == "*" for name in node.names)
    ]
    assert greedy == []


def test_every_function_tells_its_return_type() -> None:
    silent = [
        f"{short(path)}:{function.name}"
        for path in modules()
        for function in functions(path)
        if function.returns is None
    ]
    assert silent == []


def test_the_exceptions_still_exist() -> None:
    assert [name for name in DATA if not (PACKAGE / name).exists()] == []
