"""Patterns mean the same on every interpreter the house runs on, Debian 12's Python 3.11.2 among them."""

import re

from tests.architecture import source

_GROUP_HELD_FAST = re.compile(r"\)(?:[*+?]|\{[^}]*\})\+(?!\s)")
"""A group repeated possessively, ``(…)*+``: before Python 3.11.5 it finds nothing once its inside looked ahead."""


def test_no_pattern_repeats_a_group_possessively() -> None:
    """An atomic group around a plain repeat, ``(?>(…)*)``, says the same and is read rightly everywhere."""
    found = [
        f"{source.short(path)}:{number}"
        for path in source.modules()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if _GROUP_HELD_FAST.search(line)
    ]
    assert found == []


def test_the_measure_sees_one() -> None:
    assert _GROUP_HELD_FAST.search(r"(?:(?!要)[应])*+由") and not _GROUP_HELD_FAST.search(
        r"(?>(?:[^应]*+)*)由"
    )
