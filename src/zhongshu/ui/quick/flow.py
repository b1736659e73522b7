"""What is written for tags that decide what is drawn: conditions, loops and scopes."""

from typing import Any

from django.template.base import Node, NodeList, TextNode, VariableNode
from django.template.defaulttags import ForNode, IfNode, URLNode, WithNode
from django.templatetags.i18n import TranslateNode

from zhongshu.ui.quick import reading
from zhongshu.ui.quick.source import Source, Writer

NO_TURN = {TextNode, VariableNode, IfNode, ForNode, TranslateNode, URLNode}


def choice(source: Source, node: IfNode) -> None:
    """``{% if %}``."""
    _branches(source, list(node.conditions_nodelists))


def _branches(source: Source, branches: list[tuple[Any, NodeList]]) -> None:
    (judged, nodes), *rest = branches
    if judged is None:
        source.draw(nodes)
        return
    met = source.bind(judged)
    with source.within("try:"):
        source.line(f"met = {reading.condition(source, judged)}")
    with source.within("except Exception:"):
        source.line(f"met = by_the_book({met}, context)")
    with source.within("if met:"):
        source.draw(nodes)
    if rest:
        with source.within("else:"):
            _branches(source, rest)


def loop(source: Source, node: Any) -> None:
    """``{% for %}``."""
    with source.scope() as outer:
        values = f"values_{source.names}"
        source.line(f"{values} = listed({reading.compared(source, node.sequence)})")
        with source.within(f"if len({values}) > 0:"):
            ordered = f"reversed({values})" if node.is_reversed else values
            if _may_ask_the_turn(node):
                told = f'{{"parentloop": {outer}.get("forloop", {{}})}}'
                source.line(f'{source.names}["forloop"] = {told}')
                ordered = f'turns({source.names}["forloop"], {ordered}, len({values}))'
            _turns(source, node, ordered)
        with source.within("else:"):
            source.draw(node.nodelist_empty)


def _turns(source: Source, node: Any, ordered: str) -> None:
    if len(node.loopvars) == 1:
        with source.within(f"for {source.names}[{node.loopvars[0]!r}] in {ordered}:"):
            source.draw(node.nodelist_loop)
        return
    item = f"item_{source.names}"
    with (
        source.within(f"for {item} in {ordered}:"),
        source.scope(f", **unpacked({tuple(node.loopvars)!r}, {item})"),
    ):
        source.draw(node.nodelist_loop)


def _may_ask_the_turn(node: Any) -> bool:
    """Whether anything within can ask which turn it is."""
    within = node.nodelist_loop.get_nodes_by_type(Node)
    return any(
        type(one) not in NO_TURN or (one.token is not None and "forloop" in one.token.contents)
        for one in within
    )


def scope(source: Source, node: WithNode) -> None:
    """``{% with %}``."""
    with source.scope(named(source, node.extra_context)):
        source.draw(node.nodelist)


def named(source: Source, given: dict[str, Any]) -> str:
    """Names that a scope begins with."""
    told = ", ".join(f"{name!r}: {reading.value(source, one)}" for name, one in given.items())
    return f", **{{{told}}}" if told else ""


WRITERS: dict[type[Node], Writer] = {IfNode: choice, ForNode: loop, WithNode: scope}
