"""Which shapes of deadlines a text can hold at all, told by the letters it has."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

from .due_grammar import (
    ABSOLUTE,
    ALL_YEAR,
    BEFORE_EVENT,
    BEFORE_MEETING,
    DAY_OF_EVENT,
    EVENT_EVE,
    KNOWN_EVE,
    RECURRING,
    RELATIVE,
    VAGUE_PATTERNS,
)
from .letters import letters_of, needed

Named = tuple[tuple[str, re.Pattern[str]], ...]
_VAGUE = {code: pattern for pattern, code in VAGUE_PATTERNS}
_OTHERS = {
    "relative": RELATIVE,
    "before_event": BEFORE_EVENT,
    "day_of_event": DAY_OF_EVENT,
    "event_eve": EVENT_EVE,
    "known_eve": KNOWN_EVE,
    "before_meeting": BEFORE_MEETING,
    "all_year": ALL_YEAR,
}
SHAPES = {**RECURRING, **ABSOLUTE, **_OTHERS, **_VAGUE}
"""Every shape by its name."""


class Shapes(NamedTuple):
    """The shapes to look for in a text: those that come round, those that name a day, the words of no day, the rest by name."""

    recurring: Named
    absolute: Named
    vague: Named
    others: AbstractSet[str]


# Each group of letters of which a shape needs one is a bit; a letter stands for the groups it is in.
_NEEDED = {name: needed(pattern) for name, pattern in SHAPES.items()}
_GROUPS = sorted({group for groups in _NEEDED.values() for group in groups}, key=sorted)
_LETTERS = frozenset().union(*_GROUPS)
_BITS = {letter: sum(1 << i for i, group in enumerate(_GROUPS) if letter in group) for letter in _LETTERS}
_BITS_OF = {name: sum(1 << _GROUPS.index(group) for group in groups) for name, groups in _NEEDED.items()}


def shapes_in(norm: str) -> Shapes:
    """The shapes whose letters ``norm`` has; the others need not be looked for."""
    there = 0
    for letter in letters_of(norm, _LETTERS):
        there |= _BITS[letter]
    return _shapes_of(there)


@lru_cache(maxsize=4096)
def _shapes_of(there: int) -> Shapes:
    names = {name for name, bits in _BITS_OF.items() if there & bits == bits}
    return Shapes(
        _among(names, RECURRING), _among(names, ABSOLUTE), _among(names, _VAGUE), names & _OTHERS.keys()
    )


def _among(names: set[str], kind: dict[str, re.Pattern[str]]) -> Named:
    return tuple((name, pattern) for name, pattern in kind.items() if name in names)
