"""Which names of units another may be, where it is none of them."""

from collections.abc import Sequence
from difflib import get_close_matches

ALIKE, LOOKED_AT = 0.3, 20
OF_ANY = frozenset("省市县区乡镇街道局委办厅室院会中心政府公司处科")
"""What names of units have in common however little else they share."""


def near(name: str, known: Sequence[str]) -> list[str]:
    """The names of ``known`` like ``name`` in more than what any two units have in common, the nearest first."""
    own = set(name) - OF_ANY
    return [one for one in get_close_matches(name, known, LOOKED_AT, ALIKE) if own & set(one)]
