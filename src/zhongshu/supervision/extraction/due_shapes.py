"""Which shapes of deadlines a text can hold at all, told by the letters it has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache, reduce
from operator import or_
from typing import NamedTuple

from .due_grammar import (
    ABSOLUTE,
    ALL_YEAR,
    ANY_BEFORE,
    BEFORE_EVENT,
    BEFORE_MEETING,
    DAY_OF_EVENT,
    EVENT_EVE,
    KNOWN_EVE,
    LIMIT,
    RECURRING,
    RELATIVE,
    VAGUE_PATTERNS,
)
from .due_standing import SPOKEN_EVE
from .letters import any_letter, is_sought_slowly, needed, standing
from .occasions import AFTER_FEAST, HOLIDAYS, MILESTONE
from .pattern_letters import DIGIT, SPACE, Group

_FEW = 40  # letters that open a shape; where more do, most texts have one and nothing is told sooner
_NARROW = 12  # letters of a group that is worth a look beside another
_VAGUE = {code: pattern for pattern, code in VAGUE_PATTERNS}
_COUNTED = {
    "before_event": BEFORE_EVENT,
    "any_before": ANY_BEFORE,
    "day_of_event": DAY_OF_EVENT,
    "relative": RELATIVE,
    "limit": LIMIT,
}
_EVES = {"before_meeting": BEFORE_MEETING, "event_eve": EVENT_EVE, "known_eve": KNOWN_EVE, "milestone": MILESTONE, "spoken_eve": SPOKEN_EVE,
         "holidays": HOLIDAYS, "after_feast": AFTER_FEAST}  # fmt: skip
_KINDS: tuple[Mapping[str, re.Pattern[str]], ...] = (
    RECURRING,
    _COUNTED,
    ABSOLUTE,
    _EVES,
    _VAGUE,
    {"all_year": ALL_YEAR},
)
SHAPES = {name: pattern for kind in _KINDS for name, pattern in kind.items()}
"""Every shape by its name."""


class Shape(NamedTuple):
    """A shape to look for; ``stands`` tells soon whether a text has it at all, where that is worth asking."""

    name: str
    pattern: re.Pattern[str]
    stands: re.Pattern[str] | None


class Shapes(NamedTuple):
    """The shapes to look for in a text: those that come round, count from an event, name a day, name an event, name no day."""

    recurring: tuple[Shape, ...]
    counted: tuple[Shape, ...]
    absolute: tuple[Shape, ...]
    eves: tuple[Shape, ...]
    vague: tuple[Shape, ...]
    all_year: tuple[Shape, ...]


def hits_of(shapes: tuple[Shape, ...], norm: str) -> list[tuple[str, re.Match[str]]]:
    """Wherever ``norm`` has one of ``shapes``, with its name: in the order of the shapes, each in that of the text."""
    found = []
    for name, pattern, stands in shapes:
        if stands is None:
            found += [(name, hit) for hit in pattern.finditer(norm)]
        elif first := stands.match(norm):  # it ends behind the letter with which the first opens
            found += [(name, hit) for hit in pattern.finditer(norm, first.end() - 1)]
    return found


def _shape(name: str, pattern: re.Pattern[str]) -> Shape:
    return Shape(name, pattern, standing(pattern) if is_sought_slowly(pattern, _FEW) else None)


def _telling(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """Those of ``groups`` that few letters meet; a wide one tells little beside a narrow one, and costs a look at each."""
    return tuple(group for group in groups if len(group) <= _NARROW) or groups


# Each group of letters of which a shape needs one is a bit.
_SHAPES = {name: _shape(name, pattern) for name, pattern in SHAPES.items()}
_NEEDED = {name: _telling(needed(pattern)) for name, pattern in SHAPES.items()}
_GROUPS = sorted({group for groups in _NEEDED.values() for group in groups}, key=sorted)
_LETTER = any_letter(frozenset().union(*_GROUPS))


class _Bits(dict[str, int]):
    """The bits of the groups a letter is in, reckoned when it is first met; any digit and blank in those of all."""

    def __missing__(self, letter: str) -> int:
        meant = {letter, DIGIT if letter.isdecimal() else SPACE if letter.isspace() else letter}
        self[letter] = sum(1 << i for i, group in enumerate(_GROUPS) if not group.isdisjoint(meant))
        return self[letter]


_BITS = _Bits()
_BITS_OF_SHAPE = {
    name: sum(1 << _GROUPS.index(group) for group in groups) for name, groups in _NEEDED.items()
}


def shapes_in(norm: str) -> Shapes:
    """The shapes whose letters ``norm`` has; the others need not be looked for."""
    return _shapes_of(reduce(or_, map(_BITS.__getitem__, _LETTER.findall(norm)), 0))


@lru_cache(maxsize=4096)
def _shapes_of(there: int) -> Shapes:
    names = {name for name, bits in _BITS_OF_SHAPE.items() if there & bits == bits}
    return Shapes(*(tuple(_SHAPES[name] for name in kind if name in names) for kind in _KINDS))
