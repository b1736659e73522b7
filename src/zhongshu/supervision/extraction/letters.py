"""What letters a pattern cannot do without, told from the pattern itself, so that a text without them is not searched."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

Group = frozenset[str]
"""Letters of which whatever a pattern finds has at least one."""

DIGIT = r"\d"
"""Stands in a group and among the letters of a text for a digit of any script."""

_parser: Any = import_module("re._parser")  # as the compiler of patterns reads them (CPython 3.11)
_DIGIT = re.compile(DIGIT)
_WIDEST = 64  # a range wider than this ([一-鿿]) tells nothing


def letters_of(text: str) -> set[str]:
    """The letters of ``text``, with ``DIGIT`` if there is a digit among them."""
    there = set(text)
    if _DIGIT.search(text):
        there.add(DIGIT)
    return there


def needed(pattern: str | re.Pattern[str]) -> tuple[Group, ...]:
    """The groups of letters of which a text must have one each for ``pattern`` to find anything in it.

    What stands before the place where a match begins (a look behind) counts as no part of the text.

    >>> sorted(map(sorted, needed("(?:本周|下周)[一二](?!上)前?")))
    [['一', '二'], ['周']]
    """
    source = pattern if isinstance(pattern, str) else pattern.pattern
    return tuple(dict.fromkeys(_of_sequence(_parser.parse(source))))


def one_of(pattern: str | re.Pattern[str]) -> Group:
    """The smallest of the groups without a digit that ``pattern`` needs; ValueError if it needs none."""
    return min((group for group in needed(pattern) if DIGIT not in group), key=len)


def _of_sequence(nodes: Iterable[tuple[Any, Any]]) -> list[Group]:
    return [group for kind, what in nodes for group in _of_node(str(kind), what)]


def _of_node(kind: str, what: Any) -> list[Group]:
    if kind == "LITERAL":
        return [frozenset(chr(what))]
    if kind == "IN":
        return _of_set(what)
    if kind == "BRANCH":
        return _of_choices([_of_sequence(choice) for choice in what[1]])
    if kind in ("SUBPATTERN", "ATOMIC_GROUP"):
        return _of_sequence(what[-1] if kind == "SUBPATTERN" else what)
    if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _of_sequence(what[2]) if what[0] else []
    if kind == "ASSERT":
        return _of_sequence(what[1]) if what[0] > 0 else []
    return []


def _of_set(items: Sequence[tuple[Any, Any]]) -> list[Group]:
    letters: set[str] = set()
    for kind, what in items:
        if str(kind) == "LITERAL":
            letters.add(chr(what))
        elif str(kind) == "RANGE" and what[1] - what[0] < _WIDEST:
            letters.update(map(chr, range(what[0], what[1] + 1)))
        elif str(kind) == "CATEGORY" and str(what) == "CATEGORY_DIGIT":
            letters.add(DIGIT)
        else:
            return []
    return [frozenset(letters)]


def _of_choices(choices: list[list[Group]]) -> list[Group]:
    """One group for a choice: of each alternative the letters that most of the others have as well (长 of 局长, 处长)."""
    if not all(choices):
        return []
    shared = Counter(group for groups in choices for group in set(groups))
    return [frozenset().union(*(max(groups, key=lambda g: (shared[g], -len(g))) for groups in choices))]
