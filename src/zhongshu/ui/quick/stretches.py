"""What is written for stretches that are drawn once: their pieces from memory, their gaps drawn by each request."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any

from django.template import Context
from django.template.base import Node

from zhongshu.ui.drawn import at_work, drawn_once
from zhongshu.ui.encoded import Encoded
from zhongshu.ui.places import Place
from zhongshu.ui.quick import reading
from zhongshu.ui.quick.source import Source, Writer
from zhongshu.ui.quick.values import KEYWORDS, Names
from zhongshu.ui.stretches import NO_TOKEN, OUTER, DrawnOnce, Own

Write = Callable[[Any], None]
Fill = Callable[[Names, Context, Write], None]
Piece = str | Encoded | Fill


class Remembered:
    """The stretch of ``node`` at ``place``."""

    def __init__(self, node: Any, place: Place) -> None:
        self.node, self.place = node, place
        self.drawn = drawn_once(most=node.most)(self._drawn)
        self._known = self.drawn.of(())

    def draw(self, values: Sequence[Any], names: Names, context: Context, write: Write) -> None:
        """Write its pieces for ``values``, the gaps with ``names``; within another stretch they become gaps of that."""
        within = at_work()
        for piece in self.pieces(values):
            if within or type(piece) is Encoded:
                write(piece)
            else:
                piece(names, context, write)  # type: ignore[operator]

    def pieces(self, values: Sequence[Any]) -> Sequence[Piece]:
        """Its text for ``values``, and what fills each gap."""
        return self._known(*values)

    def _drawn(self, *values: Any) -> Sequence[Piece]:
        origin = self.node.origin
        template = origin.loader.engine.get_template(origin.template_name)
        names = {**KEYWORDS, **NO_TOKEN, **dict(zip(self.node.given, values, strict=True))}
        context, parts = Context(), list[Piece]()
        context.dicts = [names]
        with context.render_context.push_state(template), context.bind_template(template):
            self.node.nodelist.within(self.place)(names, context, parts.append)
        return tuple(_joined(parts))


def _joined(parts: Iterable[Piece]) -> Iterable[Piece]:
    """Text that follows one another as one."""
    for is_text, some in groupby(parts, lambda part: isinstance(part, str | Encoded)):
        if is_text:
            yield Encoded.joined(some)  # type: ignore[arg-type]
        else:
            yield from some


class Gap:
    """A gap, at ``place``."""

    def __init__(self, node: Any, place: Place) -> None:
        self.nodes, self.place = node.nodelist, place

    def draw(self, names: Names, context: Context, write: Write) -> None:
        """Leave it open in what is being remembered; fill it anywhere else."""
        if at_work():
            write(self.fill)
        elif OUTER in names:
            write(self.nodes.render(names[OUTER]))
        else:
            self.fill(names, context, write)

    def fill(self, names: Names, context: Context, write: Write) -> None:
        """Draw it with ``names``."""
        self.nodes.within(self.place)(names, context, write)


def stretch(source: Source, node: DrawnOnce) -> None:
    """``{% drawn_once … %}``."""
    told = "".join(f"{reading.value(source, one)}, " for one in node.given.values())
    remembered = source.bind(Remembered(node, source.place))
    source.line(f"{remembered}.draw(({told}), {source.names}, context, write)")


def gap(source: Source, node: Own) -> None:
    """``{% own %}``."""
    source.line(f"{source.bind(Gap(node, source.place))}.draw({source.names}, context, write)")


WRITERS: dict[type[Node], Writer] = {DrawnOnce: stretch, Own: gap}
