"""Fragments of a template, so that a page and its htmx answer are drawn by the same lines.

    {% partialdef closing inline %} … {% endpartialdef %}     define, and draw here
    {% partialdef closing %} … {% endpartialdef %}            define only
    {% partial closing %}                                     draw again

``render("a/b.html#closing", context, request)`` draws only that part. The syntax is that of Django 6.0, which
has it built in; when we move there this module goes away. A part may stand inside a ``{% block %}`` of a
template that extends another; it may not stand in an included template.
"""

from typing import Any

from django.http import HttpRequest
from django.template import Context, NodeList, RequestContext, Template, TemplateSyntaxError
from django.template.base import Node, Parser, Token
from django.template.engine import Engine

from zhongshu.ui.quick.drawing import Drawing


class PartialDef(Node):
    """A named part of a template."""

    def __init__(self, name: str, nodelist: NodeList, *, inline: bool) -> None:
        self.name = name
        self.nodelist = nodelist
        self.inline = inline

    def render(self, context: Context) -> str:
        """Drawn in place only when ``inline``."""
        return self.nodelist.render(context) if self.inline else ""


class Partial(Node):
    """A named part drawn where it is called."""

    def __init__(self, name: str, known: dict[str, PartialDef]) -> None:
        self.name = name
        self.known = known

    def render(self, context: Context) -> str:
        """The part, with the context of this place."""
        if self.name not in self.known:
            raise TemplateSyntaxError(f"no part named {self.name!r}")
        return self.known[self.name].nodelist.render(context)


def _known(parser: Parser) -> dict[str, PartialDef]:
    parts: dict[str, PartialDef] = parser.extra_data.setdefault("zhongshu-partials", {})
    return parts


def do_partialdef(parser: Parser, token: Token) -> PartialDef:
    """``{% partialdef name [inline] %}``."""
    words = token.split_contents()
    if len(words) not in (2, 3) or words[2:] not in ([], ["inline"]):
        raise TemplateSyntaxError("write {% partialdef name %} or {% partialdef name inline %}")
    nodelist = parser.parse(("endpartialdef",))
    parser.delete_first_token()
    part = PartialDef(words[1], nodelist, inline=len(words) == 3)
    if _known(parser).setdefault(part.name, part) is not part:
        raise TemplateSyntaxError(f"two parts are named {part.name!r}")
    return part


def do_partial(parser: Parser, token: Token) -> Partial:
    """``{% partial name %}``."""
    words = token.split_contents()
    if len(words) != 2:
        raise TemplateSyntaxError("write {% partial name %}")
    return Partial(words[1], _known(parser))


def find(template: Template, name: str) -> PartialDef:
    """The part of ``template`` named ``name``; TemplateSyntaxError when it has none."""
    for node in template.nodelist.get_nodes_by_type(PartialDef):
        if isinstance(node, PartialDef) and node.name == name:
            return node
    raise TemplateSyntaxError(f"{template.name} has no part named {name!r}")


def render(path: str, context: dict[str, Any], request: HttpRequest) -> bytes:
    """The template ``path`` as it is sent, or only its part when the path ends in ``#part``."""
    name, _, part = path.partition("#")
    template = Engine.get_default().get_template(name)
    nodes: NodeList = (find(template, part) if part else template).nodelist
    return encoded(nodes, _bound(context, request, template))


def _bound(context: dict[str, Any], request: HttpRequest, template: Template) -> RequestContext:
    """The names of the page in one dict: what every page is told, then its own; bound to ``template`` for good."""
    names: dict[str, Any] = {}
    for told in template.engine.template_context_processors:
        names |= told(request)
    bound = RequestContext(request, names | context)
    bound.template = bound.render_context.template = template
    bound.render_context.push()
    return bound


def encoded(nodes: NodeList, context: Context) -> bytes:
    """``nodes`` as they are sent."""
    return nodes.encoded(context) if isinstance(nodes, Drawing) else nodes.render(context).encode()
