"""While the matrix is played, pages are drawn twice: as the house does it, and by the framework alone."""

from collections.abc import Iterator
from copy import copy
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as configured
from django.template import Context, Engine, NodeList, engines
from django.template.context import RenderContext
from pytest import MonkeyPatch

from zhongshu.ui import partials
from zhongshu.ui.quick.loader import QuickTemplate


class Compared:
    """Draws every template both ways, the first time it is asked for; ``differ`` are those that are not the same."""

    def __init__(self) -> None:
        options = {name: one for name, one in configured.TEMPLATES[0]["OPTIONS"].items() if name != "loaders"}
        self.alone = Engine(app_dirs=True, libraries=engines["django"].engine.libraries, **options)
        self.drawn: set[str] = set()
        self.differ: list[tuple[str, str, str]] = []

    def encoded(self, nodes: NodeList, context: Context) -> bytes:
        """A page as it is sent; a part of one is drawn as the house does it."""
        whole: Any = context.template
        return (self.draw(whole, context) if nodes is whole.nodelist else nodes.render(context)).encode()

    def draw(self, template: QuickTemplate, context: Context) -> str:
        """The page, as the house draws it."""
        name = str(template.name)
        if name in self.drawn:
            return template.nodelist.render(context)
        self.drawn.add(name)
        plain, twin = self.alone.get_template(name), copy(context)
        twin.render_context, twin.template = RenderContext(), plain
        twin.render_context.template = plain
        quick, by_the_book = template.nodelist.render(context), plain.nodelist.render(twin)
        if quick != by_the_book:
            self.differ.append((name, quick, by_the_book))
        return quick


@pytest.fixture(autouse=True)
def own_archive(settings: Any, tmp_path: Path) -> None:
    """One's own, for every name made by chance is the same here, in whatever process."""
    settings.ARCHIVE_ROOT = tmp_path / "archive"


@pytest.fixture
def compared(monkeypatch: MonkeyPatch) -> Iterator[Compared]:
    both = Compared()
    monkeypatch.setattr(QuickTemplate, "_render", lambda template, context: both.draw(template, context))
    monkeypatch.setattr(partials, "encoded", both.encoded)
    monkeypatch.setattr("zhongshu.ui.templatetags.ui.token_hex", lambda size: "7" * 2 * size)
    yield both
