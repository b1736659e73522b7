"""What letters a pattern cannot do without, told from the pattern itself, so that a text without them is not searched."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

from .pattern_letters import DIGIT, Group, groups_of

_parser: Any = import_module("re._parser")  # as the compiler of patterns reads them (CPython 3.11)
_DIGIT = re.compile(DIGIT)


def letters_of(text: str, among: Group) -> set[str]:
    """The letters of ``text`` that are ``among`` those asked for, with ``DIGIT`` if there is a digit."""
    there = set(among.intersection(text))
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
    return tuple(dict.fromkeys(groups_of(_parser.parse(source))))


def one_of(pattern: str | re.Pattern[str]) -> Group:
    """The smallest of the groups without a digit that ``pattern`` needs; ValueError if it needs none."""
    return min((group for group in needed(pattern) if DIGIT not in group), key=len)
