"""docs/reference/rules.md from the code: ``python tools/write_rules_page.py``.

A rule is enforced where a function bears its id (``D_25_close_out``) or a refusal names it
(``rule="D-25"``, a pair of powers that never meet among them), and covered where a test names it in either way.
The sentence, its source and its mark are written by hand in the page and kept, and so is all from UNBUILT on.
A rule without a sentence or without a test fails
``tests/architecture/test_rules_page.py``.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "reference" / "rules.md"
NAMED = re.compile(
    r"rule=\"([A-Z]{1,2}-\d{2})\"|Mark\(\"([A-Z]-\d{2})\"\)|^def ([A-Z]{1,2}_\d{2})_\w+|Pair\([^)]*\"([A-Z]-\d{2})\"",
    re.M,
)
IN_TESTS = re.compile(r"(?:\b|_)([A-Z]{1,2}[-_]\d{2})(?!\d)")
ROW = re.compile(r"^\| ([A-Z]{1,2}-\d{2}) \| (.*?) \| .*? \| .*? \|$", re.M)
UNBUILT = "\n## Not built, or not wholly\n"
HEAD = """# Rules enforced

Every rule of the rule book that the program enforces: what it asks and where that comes from, the modules
that enforce it, the tests that name it. Marks: {V} the norm's text was read; {S} seen in a secondary
source; {D} derived; conv. local convention, its numbers are settings.

The last two columns are made by `tools/write_rules_page.py` from the code.

| rule | what it asks [source] {mark} | enforced in | tests |
|---|---|---|---|
"""


def enforced() -> dict[str, list[str]]:
    """The modules that enforce each rule, by id."""
    return _places(ROOT / "src" / "zhongshu", NAMED, ROOT / "src" / "zhongshu")


def tested() -> dict[str, list[str]]:
    """The test modules that name each rule, by id; this page's own test does not count."""
    return _places(ROOT / "tests", IN_TESTS, ROOT)


def sentences() -> dict[str, str]:
    """What is written by hand for each rule."""
    return dict(ROW.findall(PAGE.read_text(encoding="utf-8").partition(UNBUILT)[0]))


def page() -> str:
    """The page as the code would have it, with the sentences kept."""
    told, tests = sentences(), tested()
    rows = [
        f"| {rule} | {told.get(rule, '')} | {_list(modules)} | {_list(tests.get(rule, []))} |"
        for rule, modules in sorted(enforced().items())
    ]
    return HEAD + "\n".join(rows) + "\n" + unbuilt()


def unbuilt() -> str:
    """What is written by hand of rules that do not wholly stand."""
    _before, mark, told = PAGE.read_text(encoding="utf-8").partition(UNBUILT)
    return mark + told


def _places(folder: Path, sign: re.Pattern[str], root: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in sorted(folder.rglob("*.py")):
        if "migrations" in path.parts or path.name == "test_rules_page.py":
            continue
        for rule in sorted(set(_ids(sign, path.read_text(encoding="utf-8")))):
            found.setdefault(rule, []).append(path.relative_to(root).as_posix())
    return found


def _ids(sign: re.Pattern[str], text: str) -> Iterator[str]:
    for match in sign.finditer(text):
        yield next(filter(None, match.groups())).replace("_", "-")


def _list(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


if __name__ == "__main__":
    made = page()
    PAGE.write_text(made, encoding="utf-8")
    sys.stdout.write(f"{made.count(chr(10) + '| ') - 1} rules\n")
