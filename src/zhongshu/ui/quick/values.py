"""What a drawing calls: values looked up, called and shown exactly as the framework does it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from html import escape
from inspect import signature
from typing import Any, Final

from django.conf import settings
from django.forms import BoundField
from django.template import Context
from django.template.base import Node, Variable, VariableDoesNotExist, render_value_in_context
from django.utils.functional import Promise
from django.utils.safestring import SafeData, SafeString

from zhongshu.ui.encoded import Encoded

Names = dict[str, Any]
FLAT: Final = " flat"
KEYWORDS: Final = {"True": True, "False": False, "None": None, FLAT: True}
UNLIKE = (TypeError, AttributeError, KeyError, ValueError, IndexError)


class Nothing:
    """The value of a name that stands for nothing: no in conditions, empty when shown."""

    def __init__(self, compared: str | None) -> None:
        self.compared = compared

    def __bool__(self) -> bool:
        return False


MISSING: Final = Nothing(None)
GONE: Final = Nothing("")  # looking it up failed in a way that asks for silence


def flat(context: Context) -> Names:
    """All names of ``context`` in one dict; that on top, where it is one already."""
    top: Names = context.dicts[-1]
    if FLAT in top:
        return top
    names: Names = {}
    for some in context.dicts:
        names.update(some)
    names[FLAT] = True
    return names


def entered(context: Context, names: Names, /, **more: Any) -> Names:
    """A scope within ``names``, on top of ``context`` until it is taken off again."""
    inner = {**names, **more}
    context.dicts.append(inner)
    return inner


def root(names: Names, context: Context, name: str) -> Any:
    """The value of ``name``, called where it can be."""
    value = names.get(name, MISSING)
    if callable(value):
        return _call(value)
    if value is MISSING and name in context.__dict__:
        try:
            return Variable(name).resolve(context)
        except VariableDoesNotExist:
            return MISSING
    return value


def step(value: Any, bit: str) -> Any:
    """One dot: a key, else an attribute, else a place in a list."""
    kind = type(value)
    try:
        if kind is dict and bit in value:
            found = value[bit]
        elif _is_subscripted(kind):  # type: ignore[arg-type]  # a class is hashable
            found = _kept(value, bit)
        else:
            found = getattr(value, bit)
    except (TypeError, AttributeError):
        return _otherwise(value, bit)
    except Exception as failure:
        return _silent(failure)
    return _call(found) if callable(found) else found


@cache
def _is_subscripted(kind: type) -> bool:
    """Whether a dot may be a key, as to the framework: what only counts its parts has no key that is a name."""
    return hasattr(kind, "__getitem__") and not issubclass(kind, BoundField | str | list | tuple)


def _kept(value: Any, bit: str) -> Any:
    try:
        return value[bit]
    except UNLIKE:
        return getattr(value, bit)


def _otherwise(value: Any, bit: str) -> Any:
    """What has no such key or attribute. One that is there and failed is by no means missing."""
    if type(value) is Nothing:
        return value
    if any(bit in kind.__dict__ for kind in type(value).__mro__) or bit in dir(value):
        return _silently(getattr, value, bit)
    try:
        found = value[int(bit)]
    except (IndexError, ValueError, KeyError, TypeError):
        return MISSING
    return _call(found) if callable(found) else found


def _call(value: Callable[..., Any]) -> Any:
    """What can be called is called, unless it says not to, writes, or wants arguments."""
    if getattr(value, "do_not_call_in_templates", False):
        return value
    return "" if getattr(value, "alters_data", False) else _silently(_called, value)


def _called(value: Callable[[], Any]) -> Any:
    try:
        return value()
    except TypeError:
        try:
            signature(value).bind()
        except (TypeError, ValueError):
            return ""
        raise


def _silently(work: Callable[..., Any], *arguments: Any) -> Any:
    try:
        return work(*arguments)
    except Exception as failure:
        return _silent(failure)


def _silent(failure: Exception) -> Nothing:
    """Some failures, such as a row that is not there, mean nothing to a template; any other is raised."""
    if getattr(failure, "silent_variable_failure", False):
        return GONE
    raise failure


def plain(value: Any) -> Any:
    """As an argument: empty instead of nothing."""
    return "" if type(value) is Nothing else value


def compared(value: Any) -> Any:
    """As one side of a comparison: None instead of nothing."""
    return value.compared if type(value) is Nothing else value


def shown(value: Any, context: Context) -> str | Encoded:
    """As text of a page."""
    kind = type(value)
    if kind is str:
        return value if value.isalnum() else escape(value)
    if kind is SafeString or kind is Encoded:
        return value  # type: ignore[no-any-return]
    if kind is int and _plain_numbers():
        return str(value)
    if isinstance(value, Promise):
        return told(str(value))
    if kind is Nothing:
        return ""
    return render_value_in_context(value, context)


@cache
def _plain_numbers() -> bool:
    return not settings.USE_THOUSAND_SEPARATOR


def told(value: Any) -> str:
    """What a tag answers, as text of a page."""
    if type(value) is SafeString:
        return value
    return str(value.__html__()) if hasattr(value, "__html__") else escape(str(value))


def safely(work: Callable[..., Any], value: Any, *arguments: Any) -> Any:
    """The answer of a filter that leaves safe text safe."""
    answer = work(value, *arguments)
    return SafeString(answer) if isinstance(value, SafeData) else answer


def listed(values: Any) -> Sequence[Any]:
    """What a loop goes through."""
    if values is None:
        return ()
    return values if hasattr(values, "__len__") else list(values)


def turns(loop: Names, values: Iterable[Any], count: int) -> Iterator[Any]:
    """The turns of a loop, each told in ``loop``."""
    for i, item in enumerate(values):
        loop.update(
            counter0=i, counter=i + 1, revcounter=count - i, revcounter0=count - i - 1, first=i == 0,
            last=i == count - 1,
        )  # fmt: skip
        yield item


def unpacked(names: Sequence[str], item: Any) -> Names:
    """The names of one turn of a loop with several."""
    count = len(item) if hasattr(item, "__len__") else 1
    if count != len(names):
        raise ValueError(f"Need {len(names)} values to unpack in for loop; got {count}. ")
    return dict(zip(names, item, strict=True))


def by_the_book(condition: Any, context: Context) -> Any:
    """A condition that failed, judged by the framework: comparing what cannot be compared is no."""
    try:
        return condition.eval(context)
    except VariableDoesNotExist:
        return None


def itself(node: Node, context: Context) -> Any:
    """A node draws itself."""
    return node.render_annotated(context)


def token_field(token: Any, node: Node, context: Context) -> str:
    """The field of a form that holds its token."""
    if type(token) is str and token.isalnum():
        return f'<input type="hidden" name="csrfmiddlewaretoken" value="{token}">'
    return str(itself(node, context))
