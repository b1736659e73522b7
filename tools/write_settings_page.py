"""docs/reference/settings.md from the settings themselves: ``python tools/write_settings_page.py``.

Name, kind and default come from the code; the meaning is written by hand in the page and kept.
A setting without a meaning fails ``tests/architecture/test_documents.py``.
"""

import ast
import re
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "reference" / "settings.md"
READERS = {
    "folder": "text",
    "text": "text",
    "flag": "yes/no",
    "number": "number",
    "listing": "list",
    "json_file": "file",
    "choice": "word",
}
HEAD = """# Settings

All settings are environment variables, read once at the start. None has to be set: the defaults run a
safe single-machine office. An ill-formed value stops the start and says why.

The first three columns are made by `tools/write_settings_page.py` from the code.

| variable | kind | default | meaning |
|---|---|---|---|
"""
ROW = re.compile(r"^\| `(ZHONGSHU_\w+)` \| .*? \| .*? \| (.*) \|$", re.M)


@dataclass(frozen=True, order=True, slots=True)
class Setting:
    """A variable the product reads: its kind, and its default as it is written in the code."""

    name: str
    kind: str
    default: str


def settings() -> list[Setting]:
    """Every variable of the product, by name."""
    found: dict[str, Setting] = {}
    for path in sorted((ROOT / "src").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and (setting := _read_by(node)):
                found.setdefault(setting.name, setting)
    for path in sorted((ROOT / "bin").iterdir()):
        for name in re.findall(r"\$\{(ZHONGSHU_\w+):-", path.read_text(encoding="utf-8")):
            found.setdefault(name, Setting(name, "text", ""))
    return sorted(found.values())


def _read_by(call: ast.Call) -> Setting | None:
    """The setting that ``env.text("ZHONGSHU_…", default)`` or ``@click.option(envvar=…)`` reads."""
    keywords = {k.arg: k.value for k in call.keywords}
    option = keywords.get("envvar")
    if isinstance(option, ast.Constant):
        return Setting(str(option.value), "number", _told(keywords.get("default")))
    if not call.args or not isinstance(call.args[0], ast.Constant):
        return None
    name, reader = call.args[0].value, getattr(call.func, "attr", getattr(call.func, "id", ""))
    if reader not in READERS or not str(name).startswith("ZHONGSHU_"):
        return None
    given = call.args[-1] if len(call.args) > 1 else None
    return Setting(str(name), READERS[reader], _told(given) or ("no" if reader == "flag" else ""))


def _told(default: ast.expr | None) -> str:
    if default is None:
        return ""
    if isinstance(default, ast.Constant):
        return str(default.value)
    return re.sub(r"str\((.*)\)$", r"\1", ast.unparse(default)).replace("'", "").replace(" / ", "/")


def meanings() -> dict[str, str]:
    """What the page says of each variable now."""
    return dict(ROW.findall(PAGE.read_text(encoding="utf-8"))) if PAGE.exists() else {}


def page() -> str:
    """The page as it should be."""
    told = meanings()
    rows = [
        f"| `{s.name}` | {s.kind} | {f'`{s.default}`' if s.default else '–'} | {told.get(s.name, '')} |"
        for s in settings()
    ]
    return HEAD + "\n".join(rows) + "\n"


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{len(settings())} settings\n")
