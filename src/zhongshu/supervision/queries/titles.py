"""How alike titles are: the share of common pairs of neighbouring characters (Dice), of one against hundreds (D-04)."""

import re
import unicodedata
from operator import add

_NOISE = re.compile(r"[\W_]+")


def levelled(text: str) -> str:
    """``text`` without blanks and marks, widths and letter case made one."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return folded if folded.isalnum() else _NOISE.sub("", folded)


def likeness(one: str, other: str) -> int:
    """How alike two titles are, per cent."""
    return Title(one).likeness(levelled(other))


class Title:
    """A title that others are held against."""

    def __init__(self, text: str) -> None:
        self.pairs = _pairs(levelled(text))

    def likeness(self, words: str, *, least: int = 0) -> int:
        """Per cent that this title and the levelled ``words`` have in common; 0 where that is surely below ``least``.

        How many pairs both have is seen in the other words as they stand: only where these could be alike, had they
        no other pairs at all, are they taken apart. A lead unit has hundreds in hand, and few are like.
        """
        shared = len([1 for pair in self.pairs if pair in words])
        if not shared or _dice(shared, len(self.pairs), shared) < least:
            return 0
        return _dice(shared, len(self.pairs), len(_pairs(words)))


def _pairs(words: str) -> set[str]:
    return set(map(add, words, words[1:]))


def _dice(shared: int, mine: int, yours: int) -> int:
    return round(200 * shared / (mine + yours))
