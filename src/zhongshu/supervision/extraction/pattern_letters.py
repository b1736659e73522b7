"""The letters that a pattern cannot do without, and those it opens with: walks over its parts."""

from __future__ import annotations

from collections import Counter
from typing import Any

from .parsed import Nodes, parts

Group = frozenset[str]
"""Letters of which whatever a pattern finds has at least one."""

DIGIT, SPACE = r"\d", r"\s"
"""Stand in a group for a digit of any script and for any blank."""

_CATEGORIES = {"CATEGORY_DIGIT": {DIGIT}, "CATEGORY_SPACE": {SPACE}}
_WIDEST = 64  # a range wider than this ([一-鿿]) tells nothing


def groups_of(nodes: Nodes) -> list[Group]:
    """The groups of which a text must have one each for the pattern with these parts; what looks behind gives none."""
    return [group for kind, what in nodes for group in _of_node(kind, what)]


def opening_of(nodes: Nodes) -> Group | None:
    """The letters one of which opens whatever these parts find; None if they cannot be told or nothing may be found."""
    letters, needed = _opening(nodes)
    return letters if needed else None


def opens_plainly(nodes: Nodes) -> bool:
    """Whether these parts, or each of their choices, begin with a letter of their own: the engine looks for that letter."""
    if not nodes:
        return False
    kind, what = nodes[0]
    if kind == "SUBPATTERN":
        return opens_plainly(parts(what[-1]))
    if kind == "BRANCH":
        return all(choice and str(choice[0][0]) == "LITERAL" for choice in what[1])
    return kind in ("LITERAL", "IN")


def _of_node(kind: str, what: Any) -> list[Group]:
    if kind == "LITERAL":
        return [frozenset(chr(what))]
    if kind == "IN":
        letters = _of_set(what)
        return [letters] if letters else []
    if kind == "BRANCH":
        return _of_choices([groups_of(parts(choice)) for choice in what[1]])
    if kind == "SUBPATTERN" or (kind.endswith("_REPEAT") and what[0]) or (kind == "ASSERT" and what[0] > 0):
        return groups_of(parts(what[-1]))
    return []


def _opening(nodes: Nodes) -> tuple[Group | None, bool]:
    """The letters that open what these parts find (None: any may), and whether they always find something."""
    letters: Group = frozenset()
    for kind, what in nodes:
        opens, needed = _opening_of_node(kind, what)
        if opens is None or needed:
            return (None if opens is None else letters | opens), True
        letters |= opens
    return letters, False


def _opening_of_node(kind: str, what: Any) -> tuple[Group | None, bool]:
    if kind in ("AT", "ASSERT_NOT") or (kind == "ASSERT" and what[0] < 0):
        return frozenset(), False  # what looks around takes nothing
    if kind in ("LITERAL", "IN"):
        return next(iter(_of_node(kind, what)), None), True
    if kind == "BRANCH":
        choices = [_opening(parts(choice)) for choice in what[1]]
        opened = [opens for opens, _ in choices]
        told = None if None in opened else frozenset().union(*filter(None, opened))
        return told, all(needed for _, needed in choices)
    if kind in ("SUBPATTERN", "ASSERT") or kind.endswith("_REPEAT"):
        letters, needed = _opening(parts(what[-1]))
        return letters, needed and not (kind.endswith("_REPEAT") and not what[0])
    return None, True


def _of_set(items: Any) -> Group:
    """The letters of a set such as [一二三]; none if they cannot be told."""
    letters = [_of_item(str(sort), item) for sort, item in items]
    return frozenset().union(*letters) if all(letters) else frozenset()


def _of_item(kind: str, what: Any) -> set[str]:
    """The letters of one item of a set; none if they cannot be told."""
    if kind == "RANGE" and what[1] - what[0] < _WIDEST:
        return set(map(chr, range(what[0], what[1] + 1)))
    if kind == "CATEGORY":
        return _CATEGORIES.get(str(what), set())
    return {chr(what)} if kind == "LITERAL" else set()


def _of_choices(choices: list[list[Group]]) -> list[Group]:
    """One group for a choice: of each alternative the letters that most of the others have as well (长 of 局长, 处长)."""
    if not all(choices):
        return []
    shared = Counter(group for groups in choices for group in set(groups))
    return [frozenset().union(*(max(groups, key=lambda g: (shared[g], -len(g))) for groups in choices))]
