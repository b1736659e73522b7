"""The letters that a parsed pattern cannot do without: a walk over its nodes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

Group = frozenset[str]
"""Letters of which whatever a pattern finds has at least one."""

DIGIT = r"\d"
"""Stands in a group and among the letters of a text for a digit of any script."""

_WIDEST = 64  # a range wider than this ([一-鿿]) tells nothing


def groups_of(nodes: Iterable[tuple[Any, Any]]) -> list[Group]:
    """The groups of which a text must have one each for the pattern parsed into ``nodes``; what looks behind gives none."""
    return [group for kind, what in nodes for group in _of_node(str(kind), what)]


def _of_node(kind: str, what: Any) -> list[Group]:
    if kind == "LITERAL":
        return [frozenset(chr(what))]
    if kind == "IN":
        letters = [_of_item(str(sort), item) for sort, item in what]
        return [frozenset().union(*letters)] if all(letters) else []
    if kind == "BRANCH":
        return _of_choices([groups_of(choice) for choice in what[1]])
    if kind == "SUBPATTERN" or (kind.endswith("_REPEAT") and what[0]) or (kind == "ASSERT" and what[0] > 0):
        return groups_of(what[-1])
    return []


def _of_item(kind: str, what: Any) -> set[str]:
    """The letters of one item of a set; none if they cannot be told."""
    if kind == "RANGE" and what[1] - what[0] < _WIDEST:
        return set(map(chr, range(what[0], what[1] + 1)))
    digit = kind == "CATEGORY" and str(what) == "CATEGORY_DIGIT"
    return {DIGIT} if digit else {chr(what)} if kind == "LITERAL" else set()


def _of_choices(choices: list[list[Group]]) -> list[Group]:
    """One group for a choice: of each alternative the letters that most of the others have as well (长 of 局长, 处长)."""
    if not all(choices):
        return []
    shared = Counter(group for groups in choices for group in set(groups))
    return [frozenset().union(*(max(groups, key=lambda g: (shared[g], -len(g))) for groups in choices))]
