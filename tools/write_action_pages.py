"""One page for each use case, docs/actions/NAME.md: ``PYTHONPATH=src python tools/write_action_pages.py``.

The upper part comes from the code; what is written by hand below the mark is kept.
"""

import inspect
import os
import pkgutil
import re
import sys
from importlib import import_module
from pathlib import Path

import django

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "actions"
MARK = "<!-- Written by hand below this line; above it the page is made by tools/write_action_pages.py. -->"
PAGE = """# {name}

{docstring}

```python
from {room} import services
services.{call}{signature}
```

{repeat}

{mark}
"""
REPEAT = (
    "May be repeated safely: give it the same `idempotency_key` and it happens once. Runs in one transaction."
)


def pages() -> dict[str, str]:
    """The made part of every page, by the name of its use case; Django is set up already."""
    package = import_module("zhongshu")
    for module in pkgutil.walk_packages(package.__path__, "zhongshu."):
        if re.search(r"\.services(\.|$)", module.name):
            import_module(module.name)
    registry = import_module("zhongshu.platform.usecases.registry")
    return {name: _page(name, case.function) for name, case in sorted(registry.USE_CASES.items())
            if case.function.__module__.startswith("zhongshu.")}  # fmt: skip


def _page(name: str, function: object) -> str:
    assert inspect.isfunction(function)
    return PAGE.format(
        name=name,
        docstring=(inspect.getdoc(function) or "").replace("``", "`"),
        room=function.__module__.split(".services")[0],
        call=function.__name__,
        signature=_signature(function),
        repeat=REPEAT,
        mark=MARK,
    )


def _signature(function: object) -> str:
    told = inspect.signature(function)  # type: ignore[arg-type]
    rows = ["    *,", *(f"    {_plain(str(parameter))}," for parameter in told.parameters.values())]
    result = told.return_annotation
    back = getattr(result, "__name__", str(result)) if inspect.isclass(result) else _plain(str(result))
    return "(\n" + "\n".join(rows) + f"\n) -> {back}"


def _plain(annotated: str) -> str:
    """Without the modules of the types: ``datetime.datetime`` is ``datetime``; a function by its name."""
    named = re.sub(r"<function (\w+) at 0x[0-9a-f]+>", r"\1", annotated)
    return re.sub(r"\b(?:[a-z_]+\.)+(?=[A-Za-z_])", "", named)


def main() -> None:
    """Write what is new or has changed, remove pages of use cases that are gone."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = pages()
    for page in FOLDER.glob("*.md"):
        if page.stem not in made:
            page.unlink()
    for name, text in made.items():
        page = FOLDER / f"{name}.md"
        by_hand = page.read_text(encoding="utf-8").partition(MARK)[2].lstrip("\n") if page.exists() else ""
        page.write_text(text + (f"\n{by_hand}" if by_hand else ""), encoding="utf-8")
    sys.stdout.write(f"{len(made)} pages\n")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhongshu.config.settings")
    django.setup()
    main()
