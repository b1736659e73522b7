"""Expressions of a template as expressions of Python."""

from functools import partial
from typing import Any

from django.template.base import FilterExpression, Variable
from django.template.defaulttags import TemplateLiteral
from django.utils.safestring import SafeString
from django.utils.timezone import template_localtime  # type: ignore[attr-defined]

from zhongshu.ui.quick.source import Source
from zhongshu.ui.quick.values import safely

OPERATORS = {"and", "or", "in", "not in", "is", "is not", "==", "!=", ">", ">=", "<", "<="}
COMPARING = OPERATORS - {"and", "or"}


def raw(source: Source, expression: FilterExpression, *, nothing: str = "plain") -> str:
    """The value, or Nothing; filters are told of nothing as ``nothing`` has it."""
    if not expression.is_var:
        code = _constant(source, expression.var)
    else:
        code = _looked_up(source, expression.var)
    for number, (work, arguments) in enumerate(expression.filters):
        told = f"{nothing}({code})" if expression.is_var and not number else code
        code = _filtered(source, work, told, arguments)
    return code


def value(source: Source, expression: FilterExpression) -> str:
    """The value, as the argument of a tag."""
    code = raw(source, expression)
    return f"plain({code})" if expression.is_var and not expression.filters else code


def compared(source: Source, expression: FilterExpression) -> str:
    """The value, as a side of a comparison or what a loop goes through."""
    code = raw(source, expression, nothing="compared")
    return f"compared({code})" if expression.is_var and not expression.filters else code


def condition(source: Source, judged: Any, *, comparing: bool = False) -> str:
    """What stands in ``{% if … %}``."""
    if isinstance(judged, TemplateLiteral):
        named: Any = judged.value
        return compared(source, named) if comparing else raw(source, named, nothing="compared")
    if judged.id == "not":
        return f"(not {condition(source, judged.first)})"
    assert judged.id in OPERATORS, judged.id
    comparing = comparing or judged.id in COMPARING
    first, second = (condition(source, one, comparing=comparing) for one in (judged.first, judged.second))
    return f"({first} {judged.id} {second})"


def call(source: Source, node: Any) -> str:
    """The function of a tag with its arguments."""
    arguments = ["context"] if node.takes_context else []
    arguments += [value(source, one) for one in node.args]
    named = ", ".join(f"{name!r}: {value(source, one)}" for name, one in node.kwargs.items())
    arguments += [f"**{{{named}}}"] if named else []
    return f"{source.bind(node.func)}({', '.join(arguments)})"


def _constant(source: Source, constant: Any) -> str:
    return repr(constant) if type(constant) in (str, int) else source.bind(constant)


def _looked_up(source: Source, variable: Variable) -> str:
    if variable.lookups is None or variable.translate:
        return f"{source.bind(variable)}.resolve(context)"
    first, *rest = variable.lookups
    code = f"root({source.names}, context, {first!r})"
    for bit in rest:
        code = f"step({code}, {bit!r})"
    return code


def _filtered(source: Source, work: Any, told: str, arguments: list[tuple[bool, Any]]) -> str:
    """A filter upon ``told``. An argument that is nothing is a fault, which the framework is left to tell."""
    more = ""
    for is_looked_up, argument in arguments:
        if is_looked_up:
            more += f", {source.bind(argument)}.resolve(context)"
        else:
            more += f", {source.bind(SafeString(argument))}"
    if getattr(work, "expects_localtime", False):
        told = f"{source.bind(template_localtime)}({told}, context.use_tz)"
    if getattr(work, "needs_autoescape", False):
        bare, work = work, partial(work, autoescape=True)
        work.is_safe = getattr(bare, "is_safe", False)
    if getattr(work, "is_safe", False):
        return f"{source.bind(safely)}({source.bind(work)}, {told}{more})"
    return f"{source.bind(work)}({told}{more})"
