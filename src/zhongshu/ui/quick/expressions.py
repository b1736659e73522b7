"""What stands between ``{{`` and ``}}``: looked up without exceptions where nothing is exceptional."""

from collections.abc import Callable
from typing import Any, Final

from django.template import Context
from django.template.base import FilterExpression, Parser, Variable, VariableDoesNotExist

MISSING: Final = object()
NO_SUCH_KEY = (TypeError, AttributeError, KeyError, ValueError, IndexError)
Read = Callable[[Context], Any]


class QuickExpression(FilterExpression):
    """A variable with its filters; resolves to what the framework's own expression resolves to."""

    __slots__ = ("read",)

    def __init__(self, token: str, parser: Parser) -> None:
        super().__init__(token, parser)
        self.read: Read | None = None

    def resolve(self, context: Context, ignore_failures: bool = False) -> Any:
        """The value within ``context``; None or the engine's empty string where there is none."""
        read = self.read or self._begin()
        if self.filters:
            return super().resolve(context, ignore_failures)
        value = read(context)
        if value is MISSING:
            return super().resolve(context, ignore_failures)
        return value

    def _begin(self) -> Read:
        """How to read it. Not known before the first use: some tags change their expression after compiling."""
        if not self.is_var:
            constant = self.var
            self.read = lambda _context: constant
        elif self.var.lookups is None or self.var.translate:
            self.read = _by_the_book(self.var)
        else:
            self.read = reader(self.var.lookups)
            self.var = QuickVariable(self.var, self.read)
        self.filters = [(told, [(look, _quick(arg)) for look, arg in args]) for told, args in self.filters]
        return self.read


class QuickVariable(Variable):
    """A variable that is looked up by ``read``, and by the book when that finds nothing."""

    __slots__ = ("read",)

    def __init__(self, like: Variable, read: Read) -> None:
        super().__init__(like.var)
        self.read = read

    def resolve(self, context: Any) -> Any:
        """The value within ``context``; raises VariableDoesNotExist where there is none."""
        value = self.read(context)
        return super().resolve(context) if value is MISSING else value


def _quick(argument: Any) -> Any:
    """The argument of a filter, quick where it is a variable."""
    if type(argument) is not Variable or argument.lookups is None or argument.translate:
        return argument
    return QuickVariable(argument, reader(argument.lookups))


def reader(lookups: tuple[str, ...]) -> Read:
    """Looks up ``a.b.c`` given as its parts; answers MISSING where the framework has to say what that means."""
    first, *rest = lookups

    def read(context: Context) -> Any:
        for known in reversed(context.dicts):
            if first in known:
                value = known[first]
                break
        else:
            return MISSING
        try:
            if callable(value):
                value = _called(value, context)
            for bit in rest:
                if value.__class__ is dict and bit in value:
                    value = value[bit]
                    if callable(value):
                        value = _called(value, context)
                else:
                    value = _step(value, bit, context)
        except VariableDoesNotExist:
            return MISSING
        except Exception as failure:
            if getattr(failure, "silent_variable_failure", False):
                return _nothing(context)
            raise
        return value

    return read


def _step(value: Any, bit: str, context: Context) -> Any:
    """One dot: a key, else an attribute, else what the framework makes of it."""
    found = MISSING
    if hasattr(type(value), "__getitem__"):
        try:
            found = value[bit]
        except NO_SUCH_KEY:
            found = MISSING
    if found is MISSING:
        try:
            found = getattr(value, bit)
        except (TypeError, AttributeError):
            return Variable(f"it.{bit}").resolve(context.new({"it": value}))
    return _called(found, context) if callable(found) else found


def _called(value: Any, context: Context) -> Any:
    """What can be called is called, unless it says not to."""
    if getattr(value, "do_not_call_in_templates", False):
        return value
    if getattr(value, "alters_data", False):
        return _nothing(context)
    try:
        return value()
    except TypeError:
        return Variable("it").resolve(context.new({"it": value}))


def _nothing(context: Context) -> str:
    assert context.template is not None, "a context is bound to its template while it is drawn"
    return context.template.engine.string_if_invalid


def _by_the_book(variable: Variable) -> Read:
    def read(context: Context) -> Any:
        try:
            return variable.resolve(context)
        except VariableDoesNotExist:
            return MISSING

    return read
