"""The source as the tests of its shape read it."""

import ast
import tomllib
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "zhongshu"


@cache
def modules() -> tuple[Path, ...]:
    """Every module of the product but generated migrations, as paths."""
    return tuple(path for path in sorted(PACKAGE.rglob("*.py")) if "migrations" not in path.parts)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def short(path: Path) -> str:
    """``path`` as it is named in lists of exceptions: "org/models/unit.py"."""
    return path.relative_to(PACKAGE).as_posix()


@cache
def floors() -> dict[str, int]:
    """Rank of each floor by its name, the highest floor having the highest rank (pyproject's contract)."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["id"] == "floors")
    return {
        name.strip(" ()"): rank for rank, layer in enumerate(reversed(layers)) for name in layer.split("|")
    }


def floor_of(dotted: str) -> str:
    """The floor a module of the product stands on: "org" for zhongshu.org.models.unit."""
    return dotted.split(".")[1]
