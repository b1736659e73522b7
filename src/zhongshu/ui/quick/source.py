"""A Python function under construction, out of the nodes of a template."""

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.template import Context
from django.template.base import Node

from zhongshu.ui.places import Place
from zhongshu.ui.quick import values
from zhongshu.ui.quick.values import Names

Draw = Callable[[Names, Context, Callable[[str], None]], None]
Writer = Callable[["Source", Any], None]
HEAD = "def draw(names, context, write):"


class Source:
    """Lines of Python. ``names`` is the variable that holds the names of the present scope."""

    def __init__(self, writers: Mapping[type[Node], Writer], place: Place) -> None:
        self.writers, self.place = writers, place
        self.names = "names"
        self._lines: list[tuple[str, int]] = []
        self._text: list[str] = []
        self._bound: dict[str, Any] = {}
        self._depth, self._scopes, self._line = 1, 0, 1

    def text(self, text: str) -> None:
        """Write ``text`` as it stands; what follows one another is written at once."""
        self._text.append(text)

    def line(self, code: str) -> None:
        """Add a line of Python."""
        text = "".join(self._text)
        self._text.clear()
        if text:
            self.line(f"write({text!r})")
        self._lines.append((" " * self._depth + code, self._line))

    def write(self, code: str) -> None:
        """Write what the expression ``code`` gives."""
        self.line(f"write({code})")

    @contextmanager
    def within(self, header: str) -> Iterator[None]:
        """The lines added meanwhile stand under ``header``."""
        self.line(header)
        self._depth += 1
        yield
        self.line("pass")
        self._depth -= 1

    @contextmanager
    def scope(self, more: str = "") -> Iterator[str]:
        """What is named meanwhile is forgotten afterwards; ``more`` are names it begins with."""
        outer, self._scopes = self.names, self._scopes + 1
        self.names = inner = f"names{self._scopes}"
        self.line(f"{inner} = entered(context, {outer}{more})")
        yield outer
        self.line("context.dicts.pop()")
        self.names = outer

    def bind(self, thing: Any) -> str:
        """The name by which the lines may speak of ``thing``."""
        name = f"c{len(self._bound)}"
        self._bound[name] = thing
        return name

    def draw(self, nodes: Iterable[Node]) -> None:
        """Add what draws ``nodes``."""
        for node in nodes:
            if node.token is not None:
                self._line = node.token.lineno or self._line
            self.writers.get(type(node), leave)(self, node)

    def function(self, name: str) -> Draw:
        """The function, compiled; its faults are those of the lines of the template in the file ``name``."""
        self.line("return")
        tree = ast.parse("\n".join([HEAD, *(code for code, _line in self._lines)]))
        for node in ast.walk(tree):
            if isinstance(node, ast.stmt | ast.expr) and node.lineno > 1:
                node.lineno = node.end_lineno = self._lines[node.lineno - 2][1]
                node.col_offset = node.end_col_offset = 0
        within: dict[str, Any] = vars(values) | self._bound
        exec(compile(tree, name, "exec"), within)  # noqa: S102  written here, from our own templates
        draw: Draw = within["draw"]
        return draw


def leave(source: Source, node: Node) -> None:
    """Leave ``node`` to itself."""
    source.write(f"itself({source.bind(node)}, context)")
