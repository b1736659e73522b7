"""Stretches of a template that are drawn once for their values (:mod:`zhongshu.ui.drawn`), with gaps in them.

    {% drawn_once 60 menu=look.menu here=look.here %} … {% own %}{% csrf_token %}{% endown %} … {% enddrawn_once %}

The values are the whole key, and the only names that stand within; the last 60 drawings are remembered in the process.
What lies between ``own`` and ``endown`` is each request's own: it is never remembered, but drawn each time, with the
names of the place where the stretch stands. A token of a form outside a gap is refused.
"""

from typing import NoReturn

from django.template import Context, NodeList, TemplateSyntaxError
from django.template.base import FilterExpression, Node, Parser, Token, token_kwargs

OUTER = " outer"
"""By the book: the context of the page, for the gaps."""


class NoToken:
    """Stands in the place of the token of forms, which is each request's own."""

    def __str__(self) -> NoReturn:
        raise RuntimeError("a token is each request's own: put it between {% own %} and {% endown %}")

    __html__ = __str__


NO_TOKEN = {"csrf_token": NoToken()}


class DrawnOnce(Node):
    """A stretch drawn once for its values."""

    def __init__(self, most: int, given: dict[str, FilterExpression], nodelist: NodeList) -> None:
        self.most, self.given, self.nodelist = most, given, nodelist

    def render(self, context: Context) -> str:
        """By the book: drawn each time, of its values alone."""
        values = {name: one.resolve(context) for name, one in self.given.items()}
        outer = context.get(OUTER) or context
        return self.nodelist.render(context.new(NO_TOKEN | values | {OUTER: outer}))


class Own(Node):
    """A gap in such a stretch."""

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> str:
        """With the names of the page; where there is no stretch around it, of its place."""
        return self.nodelist.render(context.get(OUTER) or context)


def do_drawn_once(parser: Parser, token: Token) -> DrawnOnce:
    """``{% drawn_once most name=value … %}``."""
    _tag, *words = token.split_contents()
    most = words.pop(0) if words else ""
    given = token_kwargs(words, parser)
    if words or not most.isdecimal():
        raise TemplateSyntaxError("write {% drawn_once 60 name=value … %}")
    nodelist = parser.parse(("enddrawn_once",))
    parser.delete_first_token()
    return DrawnOnce(int(most), given, nodelist)


def do_own(parser: Parser, _token: Token) -> Own:
    """``{% own %}``."""
    nodelist = parser.parse(("endown",))
    parser.delete_first_token()
    return Own(nodelist)
