"""Nodes that know what they are. Each takes the place of the framework's node it is derived from."""

from collections.abc import Callable
from functools import cached_property
from html import escape
from typing import Any, TypeVar

from django.conf import settings
from django.template import Context, NodeList
from django.template.base import (
    FilterExpression,
    Node,
    TextNode,
    VariableDoesNotExist,
    VariableNode,
    render_value_in_context,
)
from django.template.defaulttags import ForNode, IfNode, TemplateLiteral, URLNode
from django.template.library import SimpleNode
from django.templatetags.i18n import TranslateNode
from django.templatetags.static import StaticNode
from django.urls import get_script_prefix, get_urlconf
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language

Tag = TypeVar("Tag", bound=Callable[..., Any])


def constant(tag: Tag) -> Tag:
    """Marks a simple tag whose answer depends on its arguments only: with written-out arguments it is drawn once."""
    tag.is_constant = True  # type: ignore[attr-defined]
    return tag


class QuickNodeList(NodeList):
    """Draws its nodes one after the other."""

    @cached_property
    def _parts(self) -> list[str | Callable[[Context], Any]]:
        return [node.s if type(node) is TextNode else node.render for node in self]

    @cached_property
    def _text(self) -> SafeString | None:
        """All of it, where it is nothing but text."""
        texts = [part for part in self._parts if isinstance(part, str)]
        return SafeString("".join(texts)) if len(texts) == len(self._parts) else None

    def render(self, context: Context) -> SafeString:
        if self._text is not None:
            return self._text
        return SafeString(
            "".join([part if part.__class__ is str else part(context) for part in self._parts])  # type: ignore[operator]
        )


class QuickVariableNode(VariableNode):
    """``{{ … }}``: most values are strings, and most of the rest are whole numbers."""

    def render(self, context: Context) -> Any:
        try:
            value = self.filter_expression.resolve(context)
        except UnicodeDecodeError:
            return ""
        kind = type(value)
        if kind is SafeString:
            return value
        if kind is str:
            return escape(value) if context.autoescape else value
        if kind is int and not settings.USE_THOUSAND_SEPARATOR:
            return str(value)
        return render_value_in_context(value, context)


class QuickIfNode(IfNode):
    """``{% if %}``."""

    conditions_nodelists: list[tuple[Any, NodeList]]

    @cached_property
    def _branches(self) -> list[tuple[Any, Any, NodeList]]:
        """Each with its condition, or where this is one name only, with the name."""
        return [
            (one.value if type(one) is TemplateLiteral else None, one, nodelist)
            for one, nodelist in self.conditions_nodelists
        ]

    def render(self, context: Context) -> Any:
        for name, condition, nodelist in self._branches:
            if condition is None:
                return nodelist.render(context)
            try:
                match = (
                    condition.eval(context) if name is None else name.resolve(context, ignore_failures=True)
                )
            except VariableDoesNotExist:
                match = None
            if match:
                return nodelist.render(context)
        return ""


class QuickForNode(ForNode):
    """``{% for %}`` with one name; with several it is left to the framework."""

    sequence: FilterExpression
    nodelist_loop: NodeList
    nodelist_empty: NodeList

    def render(self, context: Context) -> Any:
        if len(self.loopvars) > 1:
            return super().render(context)
        parent = context.get("forloop", {})
        with context.push() as names:
            values = self.sequence.resolve(context, ignore_failures=True)
            values = () if values is None else values
            count = len(values) if hasattr(values, "__len__") else len(values := list(values))
            if count < 1:
                return self.nodelist_empty.render(context)
            ordered = reversed(values) if self.is_reversed else values
            if self._is_plain:
                return SafeString("".join(self._plain_turns(context, names, ordered)))
            names["forloop"] = loop = {"parentloop": parent}
            return SafeString("".join(self._turns(context, names, ordered, loop, count)))

    @cached_property
    def _is_plain(self) -> bool:
        """Whether nothing within can ask which turn it is."""
        within = self.nodelist_loop.get_nodes_by_type(Node)
        return all(
            type(one) in KNOWN and (one.token is None or "forloop" not in one.token.contents)
            for one in within
        )

    def _plain_turns(self, context: Context, names: dict[str, Any], values: Any) -> list[str]:
        draw, name, drawn = self.nodelist_loop.render, self.loopvars[0], list[str]()
        for item in values:
            names[name] = item
            drawn.append(draw(context))
        return drawn

    def _turns(
        self, context: Context, names: dict[str, Any], values: Any, loop: dict[str, Any], count: int
    ) -> list[str]:
        draw, name, drawn = self.nodelist_loop.render, self.loopvars[0], list[str]()
        for i, item in enumerate(values):
            loop.update(
                counter0=i, counter=i + 1, revcounter=count - i, revcounter0=count - i - 1, first=i == 0,
                last=i == count - 1,
            )  # fmt: skip
            names[name] = item
            drawn.append(draw(context))
        return drawn


class QuickTranslateNode(TranslateNode):
    """``{% translate "…" %}``: the same in one language always."""

    @cached_property
    def _said(self) -> dict[tuple[str | None, bool], Any]:
        return {}

    @cached_property
    def _is_constant(self) -> bool:
        return not (self.asvar or self.message_context or self.filter_expression.filters) and (
            self.filter_expression.var.literal is not None
        )

    def render(self, context: Context) -> Any:
        if not self._is_constant:
            return super().render(context)
        key = get_language(), context.autoescape
        said = self._said.get(key)
        if said is None:
            said = self._said[key] = super().render(context)
        return said


class QuickURLNode(URLNode):
    """``{% url "a:b" %}`` without arguments: the same within one table of addresses always."""

    @cached_property
    def _known(self) -> dict[tuple[str | None, str, bool], Any]:
        return {}

    def render(self, context: Context) -> Any:
        if self.args or self.kwargs or self.asvar or self.view_name.is_var:
            return super().render(context)
        key = get_urlconf(), get_script_prefix(), context.autoescape
        address = self._known.get(key)
        if address is None:
            address = self._known[key] = super().render(context)
        return address


class QuickStaticNode(StaticNode):
    """``{% static "…" %}``: the same always."""

    @cached_property
    def _address(self) -> str:
        return str(super().render(Context()))

    def render(self, context: Context) -> Any:
        written_out = self.varname is None and not self.path.is_var and not self.path.filters
        return self._address if written_out and context.autoescape else super().render(context)


class QuickSimpleNode(SimpleNode):
    """A simple tag; one marked :func:`constant` with written-out arguments is drawn once."""

    @cached_property
    def _is_constant(self) -> bool:
        arguments = (*self.args, *self.kwargs.values())
        return (
            getattr(self.func, "is_constant", False)
            and self.target_var is None
            and not any(one.is_var or one.filters for one in arguments)
        )

    @cached_property
    def _drawn(self) -> Any:
        return conditional_escape(
            self.func(*[one.var for one in self.args], **{k: v.var for k, v in self.kwargs.items()})
        )

    def render(self, context: Context) -> Any:
        return self._drawn if self._is_constant and context.autoescape else super().render(context)


KNOWN = {TextNode, QuickVariableNode, QuickIfNode, QuickForNode, QuickTranslateNode, QuickURLNode}
QUICKER: dict[type[Node], type[Node]] = {
    VariableNode: QuickVariableNode,
    IfNode: QuickIfNode,
    ForNode: QuickForNode,
    TranslateNode: QuickTranslateNode,
    StaticNode: QuickStaticNode,
    URLNode: QuickURLNode,
    SimpleNode: QuickSimpleNode,
}
