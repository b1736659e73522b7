"""Lists of nodes that draw themselves by a function written from them."""

from collections.abc import Callable

from django.template import Context, NodeList
from django.utils.safestring import SafeString

from zhongshu.ui.encoded import Encoded, joined
from zhongshu.ui.places import Place
from zhongshu.ui.quick import flow, others, stretches, words
from zhongshu.ui.quick.source import Draw, Source
from zhongshu.ui.quick.values import Names, flat

WRITERS = words.WRITERS | flow.WRITERS | others.WRITERS | stretches.WRITERS
Part = str | Encoded


class Drawing(NodeList):
    """Nodes of the template in the file ``origin``; ``by_the_book`` where the framework is to draw them."""

    origin = "template"
    by_the_book = False

    def __init__(self, *nodes: object) -> None:
        super().__init__(*nodes)
        self._known: dict[Place, Draw] = {}

    def within(self, place: Place) -> Draw:
        """The function that draws them, at ``place``."""
        draw = self._known.get(place)
        if self.by_the_book:
            return self._leave
        if draw is None:
            source = Source(WRITERS, place)
            source.draw(self)
            draw = self._known[place] = source.function(self.origin)
        return draw

    def render(self, context: Context) -> SafeString:
        """All nodes, one after the other."""
        if self.by_the_book or not context.autoescape:
            return super().render(context)
        return SafeString(
            "".join([one if isinstance(one, str) else str(one) for one in self._parts(context)])
        )

    def encoded(self, context: Context) -> bytes:
        """The same as it is sent."""
        if self.by_the_book or not context.autoescape:
            return super().render(context).encode()
        return joined(self._parts(context))

    def _parts(self, context: Context) -> list[Part]:
        parts: list[Part] = []
        place = Place.here()
        depth, names = len(context.dicts), flat(context)
        context.dicts.append(names)
        try:
            self.within(place)(names, context, parts.append)
        finally:
            del context.dicts[depth:]
        return parts

    def _leave(self, names: Names, context: Context, write: Callable[[str], None]) -> None:
        write(super().render(context))
