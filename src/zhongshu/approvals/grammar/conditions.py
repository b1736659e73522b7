"""When a stage or a branch applies: tests on the fields of a form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from types import MappingProxyType

Value = str | Decimal | bool
Values = Mapping[str, Value]

_COMPARED: Mapping[str, Callable[[Decimal, Decimal], bool]] = MappingProxyType(
    {
        "<": lambda left, right: left < right,
        "<=": lambda left, right: left <= right,
        ">": lambda left, right: left > right,
        ">=": lambda left, right: left >= right,
    }
)
COMPARING = tuple(_COMPARED)
OPERATORS = (*COMPARING, "=", "!=", "in", "not in")


@dataclass(frozen=True, slots=True)
class Test:
    """One field against one value: ``amount >= 50000``, ``category in (travel, meeting)``.

    ``value``  a Decimal for the comparing operators, a tuple of words for ``in`` and ``not in``, else a word.
    """

    field: str
    operator: str
    value: Decimal | str | tuple[str, ...]

    def met(self, values: Values) -> bool:
        """Whether ``values`` pass the test; a field that was not given passes only ``!=`` and ``not in``."""
        given = values.get(self.field)
        if self.operator in _COMPARED:
            if not isinstance(given, Decimal) or not isinstance(self.value, Decimal):
                return False
            return _COMPARED[self.operator](given, self.value)
        among = any(_same(given, one) for one in self.words)
        return among == (self.operator in ("=", "in"))

    @property
    def words(self) -> tuple[str, ...]:
        """What the field is compared with, as words."""
        return self.value if isinstance(self.value, tuple) else (str(self.value),)

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """Those of ``words`` that are numbers."""
        return tuple(number for word in self.words if (number := _number(word)) is not None)


Condition = tuple[tuple[Test, ...], ...]
"""Any of its members holds when all tests in it are met; the empty condition always holds."""

ALWAYS: Condition = ()


def holds(condition: Condition, values: Values) -> bool:
    """Whether ``values`` fulfil ``condition``."""
    return not condition or any(all(test.met(values) for test in tests) for tests in condition)


def tests_of(condition: Condition) -> list[Test]:
    """All tests of a condition."""
    return [test for tests in condition for test in tests]


def _same(given: Value | None, word: str) -> bool:
    """Whether a field says ``word``; numbers are the same however they are written (5000, 5000.00)."""
    if isinstance(given, Decimal):
        return given == _number(word)
    return given is not None and str(given) == word


def _number(word: str) -> Decimal | None:
    try:
        number = Decimal(word)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
