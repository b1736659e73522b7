"""Loads each template once, compiled into quick nodes."""

from collections.abc import Iterable
from typing import Any

from django.template import NodeList, Origin, Template
from django.template.base import Lexer, Node, Parser, Token
from django.template.loaders import cached

from zhongshu.ui.quick.expressions import QuickExpression
from zhongshu.ui.quick.nodes import QUICKER, QuickNodeList


class QuickParser(Parser):
    """Puts quick nodes in the place of those that have one."""

    def parse(self, parse_until: Iterable[str] | None = None) -> NodeList:
        """The nodes up to the end, or to one of those tags."""
        nodes = super().parse(parse_until)
        quick = QuickNodeList(nodes)
        quick.contains_nontext = nodes.contains_nontext
        return quick

    def extend_nodelist(self, nodelist: NodeList, node: Node, token: Token) -> None:
        """Append ``node``."""
        node.__class__ = QUICKER.get(type(node), type(node))
        super().extend_nodelist(nodelist, node, token)

    def compile_filter(self, token: str) -> QuickExpression:
        """What stands between the braces."""
        return QuickExpression(token, self)


class QuickTemplate(Template):
    """A template of quick nodes."""

    def compile_nodelist(self) -> NodeList:
        """Compile without what only serves the display of errors in templates."""
        tokens = Lexer(self.source).tokenize()
        engine = self.engine
        parser = QuickParser(tokens, engine.template_libraries, engine.template_builtins, self.origin)
        nodes = parser.parse()
        self.extra_data = parser.extra_data
        return nodes


class Loader(cached.Loader):
    """Asks the loaders it is given, and remembers what it compiled."""

    def get_template(self, template_name: str, skip: list[Origin] | None = None) -> Template:
        """The template called ``template_name``; raises TemplateDoesNotExist."""
        known: dict[str, Any] = self.get_template_cache
        key = self.cache_key(template_name, skip)
        template = known.get(key)
        if not isinstance(template, QuickTemplate):
            found = super().get_template(template_name, skip)
            template = known[key] = QuickTemplate(found.source, found.origin, found.name, self.engine)
        return template
