"""What is written for tags that draw other templates: includes, tags with a template, blocks and what they extend."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from django.template import Context
from django.template.base import Node
from django.template.library import InclusionNode
from django.template.loader_tags import BLOCK_CONTEXT_KEY, BlockContext, BlockNode, ExtendsNode, IncludeNode

from zhongshu.ui.places import Place
from zhongshu.ui.quick import reading
from zhongshu.ui.quick.flow import named
from zhongshu.ui.quick.source import Source, Writer, leave
from zhongshu.ui.quick.values import KEYWORDS, Names, entered

Write = Callable[[str], None]


class Other:
    """A template drawn by another."""

    def __init__(self, name: str, place: Place) -> None:
        self.name, self.place = name, place
        self._found: Any = None

    def template(self, context: Context) -> Any:
        """The template, found once."""
        if self._found is None:
            assert context.template is not None, "a context is bound to its template while it is drawn"
            self._found = context.template.engine.get_template(self.name)
        return self._found

    def draw(self, names: Names, context: Context, write: Write) -> None:
        """Draw it with ``names``, which are on top of ``context``."""
        template, state = self.template(context), context.render_context
        former, state.template = state.template, template
        state.push()
        try:
            template.nodelist.within(self.place)(names, context, write)
        finally:
            state.pop()
            state.template = former

    def alone(self, given: Mapping[str, Any], context: Context, write: Write) -> None:
        """Draw it with nothing but the names ``given``, and the token that forms carry."""
        names = {**KEYWORDS, **given}
        token = context.get("csrf_token")
        if token is not None:
            names["csrf_token"] = token
        outer, context.dicts = context.dicts, [names]
        try:
            self.draw(names, context, write)
        finally:
            context.dicts = outer


class Parent(Other):
    """The template that one with the blocks of ``node`` extends."""

    def __init__(self, node: Any, place: Place) -> None:
        super().__init__(str(node.parent_name.var), place)
        self.node = node

    @cached_property
    def _blocks(self) -> dict[str, BlockNode]:
        """The blocks of a template that itself extends no other."""
        assert self._found is not None, "asked for after it was found"
        nodes = self._found.nodelist
        if nodes.get_nodes_by_type(ExtendsNode):
            return {}
        return {one.name: one for one in nodes.get_nodes_by_type(BlockNode)}

    def draw(self, names: Names, context: Context, write: Write) -> None:
        """Draw it with the blocks of those that extend it."""
        template, state = self.template(context), context.render_context
        known: Any = state.dicts[-1].setdefault(BLOCK_CONTEXT_KEY, BlockContext())  # type: ignore[arg-type]
        known.add_blocks(self.node.blocks)
        known.add_blocks(self._blocks)
        former, state.template = state.template, template
        try:
            template.nodelist.within(self.place)(names, context, write)
        finally:
            state.template = former


def include(source: Source, node: Any) -> None:
    """``{% include "…" %}``; with a name that is looked up it is left to itself."""
    name = node.template
    if name.is_var or name.filters or node.isolated_context or name.var.startswith("."):
        leave(source, node)
        return
    other = source.bind(Other(str(name.var), source.place))
    with source.scope(named(source, node.extra_context)):
        source.line(f"{other}.draw({source.names}, context, write)")


def inclusion(source: Source, node: InclusionNode) -> None:
    """A tag with a template of its own."""
    if not isinstance(node.filename, str):
        leave(source, node)
        return
    other = source.bind(Other(node.filename, source.place))
    source.line(f"{other}.alone({reading.call(source, node)}, context, write)")


def extends(source: Source, node: Any) -> None:
    """``{% extends "…" %}``."""
    name = node.parent_name
    if name.is_var or name.filters or name.var.startswith(".") or name.var == node.origin.template_name:
        leave(source, node)
    else:
        source.line(f"{source.bind(Parent(node, source.place))}.draw({source.names}, context, write)")


def block(source: Source, node: BlockNode) -> None:
    """``{% block %}``: what the last of the templates that extend this one says."""
    draw, own, place = (source.bind(one) for one in (draw_block, node, source.place))
    source.line(f"{draw}({own}, {source.names}, context, write, {place})")


def draw_block(node: BlockNode, names: Names, context: Context, write: Write, place: Place) -> None:
    """Draw what stands in the place of ``node``."""
    known = context.render_context.get(BLOCK_CONTEXT_KEY)
    chosen: Any = (known and known.get_block(node.name)) or node
    if chosen.nodelist.by_the_book:
        write(node.render(context))
        return
    inner = entered(context, names, block=chosen)
    chosen.nodelist.within(place)(inner, context, write)
    context.dicts.pop()


WRITERS: dict[type[Node], Writer] = {
    IncludeNode: include,
    InclusionNode: inclusion,
    ExtendsNode: extends,
    BlockNode: block,
}
