"""What is written for text, values, sentences, addresses and tags that are functions."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.template import Context
from django.template.base import Node, TextNode, VariableNode
from django.template.defaulttags import CommentNode, CsrfTokenNode, LoadNode, URLNode
from django.template.library import SimpleNode
from django.templatetags.i18n import BlockTranslateNode, GetCurrentLanguageNode, TranslateNode
from django.templatetags.static import StaticNode
from django.utils.translation import gettext

from zhongshu.ui.quick import reading
from zhongshu.ui.quick.flow import named
from zhongshu.ui.quick.source import Source, Writer, leave

Tag = TypeVar("Tag", bound=Callable[..., Any])


def constant(tag: Tag) -> Tag:
    """Marks a simple tag whose answer depends on its arguments only: with written-out arguments it is plain text."""
    tag.is_constant = True  # type: ignore[attr-defined]
    return tag


def text(source: Source, node: TextNode) -> None:
    """What stands between the tags."""
    source.text(node.s)


def nothing(source: Source, node: Node) -> None:
    """Tags that only tell the parser something."""


def variable(source: Source, node: VariableNode) -> None:
    """``{{ … }}``."""
    source.write(f"shown({reading.raw(source, node.filter_expression)}, context)")


def sentence(source: Source, node: TranslateNode) -> None:
    """``{% translate "…" %}``: plain text, as the language is known."""
    said = node.filter_expression
    if node.message_context or said.filters or said.var.literal is None:
        leave(source, node)
        return
    context = Context()
    drawn = node.render(context)
    if node.asvar:
        source.line(f"{source.names}[{node.asvar!r}] = {source.bind(context[node.asvar])}")
    else:
        source.text(drawn)


def pattern(source: Source, node: BlockTranslateNode) -> None:
    """``{% blocktranslate %}``; with a plural it is left to itself."""
    words, names = node.render_token_list(node.singular)
    said = gettext(words)
    if node.plural or node.message_context or node.asvar or not _fits(said, names):
        leave(source, node)
        return
    with source.scope(named(source, node.extra_context)):
        told = ", ".join(f"{name!r}: shown({source.names}.get({name!r}, ''), context)" for name in names)
        source.write(f"{source.bind(said)} % {{{told}}}")


def _fits(said: str, names: list[str]) -> bool:
    """Whether the sentence can be made with those ``names``."""
    try:
        said % dict.fromkeys(names, "")
    except (KeyError, ValueError):
        return False
    return all(name.isidentifier() for name in names)


def address(source: Source, node: URLNode) -> None:
    """``{% url "a:b" %}`` without arguments: plain text."""
    if node.args or node.kwargs or node.asvar or node.view_name.is_var:
        leave(source, node)
    else:
        source.text(node.render(Context()))


def static(source: Source, node: StaticNode) -> None:
    """``{% static "…" %}``: plain text."""
    if node.varname is not None or node.path.is_var or node.path.filters:
        leave(source, node)
    else:
        source.text(str(node.render(Context())))


def language(source: Source, node: GetCurrentLanguageNode) -> None:
    """``{% get_current_language as … %}``: known where the function is written."""
    source.line(f"{source.names}[{node.variable!r}] = {source.place.language!r}")


def token(source: Source, node: CsrfTokenNode) -> None:
    """``{% csrf_token %}``; where the token has yet to be made it is left to itself."""
    source.write(f"token_field({source.names}.get('csrf_token'), {source.bind(node)}, context)")


def function(source: Source, node: SimpleNode) -> None:
    """A simple tag."""
    if _is_constant(node):
        source.text(node.render(Context()))
        return
    code = reading.call(source, node)
    if node.target_var is None:
        source.write(f"told({code})")
    else:
        source.line(f"{source.names}[{node.target_var!r}] = {code}")


def _is_constant(node: SimpleNode) -> bool:
    arguments = (*node.args, *node.kwargs.values())
    return (
        getattr(node.func, "is_constant", False)
        and node.target_var is None
        and not any(one.is_var or one.filters for one in arguments)
    )


WRITERS: dict[type[Node], Writer] = {
    TextNode: text,
    VariableNode: variable,
    TranslateNode: sentence,
    BlockTranslateNode: pattern,
    URLNode: address,
    StaticNode: static,
    GetCurrentLanguageNode: language,
    CsrfTokenNode: token,
    SimpleNode: function,
    LoadNode: nothing,
    CommentNode: nothing,
}
