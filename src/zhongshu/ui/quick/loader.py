"""Loads each template once, as nodes that draw themselves quickly."""

from collections.abc import Iterable
from typing import Any

from django.template import NodeList, Origin, Template
from django.template.base import Lexer, Parser
from django.template.loaders import cached

from zhongshu.ui.quick.drawing import Drawing


class QuickParser(Parser):
    """Gathers nodes in lists that draw themselves."""

    by_the_book = False

    def parse(self, parse_until: Iterable[str] | None = None) -> NodeList:
        """The nodes up to the end, or to one of those tags."""
        nodes = super().parse(parse_until)
        drawing = Drawing(nodes)
        drawing.contains_nontext = nodes.contains_nontext
        drawing.origin, drawing.by_the_book = str(self.origin), self.by_the_book
        return drawing


class QuickTemplate(Template):
    """A template that draws itself quickly, unless what is missing is to be shown in it, or what it replaces."""

    def compile_nodelist(self) -> NodeList:
        """Compile without what only serves the display of errors in templates."""
        tokens, engine = Lexer(self.source).tokenize(), self.engine
        parser = QuickParser(tokens, engine.template_libraries, engine.template_builtins, self.origin)
        parser.by_the_book = bool(engine.string_if_invalid) or "block.super" in self.source
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
