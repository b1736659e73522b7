"""What letters a pattern cannot do without, told from the pattern itself, so that a text without them is not searched."""

from __future__ import annotations

import re

from .parsed import parsed
from .pattern_letters import DIGIT, SPACE, Group, groups_of, opening_of, opens_plainly


def needed(pattern: str | re.Pattern[str]) -> tuple[Group, ...]:
    """The groups of letters of which a text must have one each for ``pattern`` to find anything in it.

    What stands before the place where a match begins (a look behind) counts as no part of the text.

    >>> sorted(map(sorted, needed("(?:本周|下周)[一二](?!上)前?")))
    [['一', '二'], ['周']]
    """
    return tuple(dict.fromkeys(groups_of(parsed(pattern))))


def one_of(pattern: str | re.Pattern[str]) -> re.Pattern[str]:
    """Finds one of the letters without which ``pattern`` finds nothing; anything where nothing is told of it.

    >>> bool(one_of("局长|处长").search("王处长")), bool(one_of("局长|处长").search("财政局"))
    (True, False)
    """
    return any_letter(min(needed(pattern), key=len, default=frozenset()))


def any_letter(letters: Group) -> re.Pattern[str]:
    """Finds any of ``letters``; everywhere something if there are none."""
    return re.compile(f"[{_listed(letters)}]" if letters else "")


def _listed(letters: Group) -> str:
    """``letters`` as a set of a pattern lists them."""
    return "".join(letter if letter in (DIGIT, SPACE) else re.escape(letter) for letter in sorted(letters))


def hurried(source: str) -> str:
    """The pattern ``source``, looking at a letter before it tries what may open with it: for what is asked at one place.

    >>> hurried("(?:市|县)?财政局")
    '(?=[县市财])(?:(?:市|县)?财政局)'
    """
    opening = opening_of(parsed(source))
    return f"(?=[{_listed(opening)}])(?:{source})" if opening else source


def foretold(source: str) -> str:
    """The pattern ``source``, looking ahead for a letter it cannot do without before it is tried: for what is asked at one place.

    Only where few texts have that letter; what looks ahead sees no further than the pattern may.

    >>> foretold("(?:制定|报送)+的(?!基础)")
    '(?=[^的]*+[的])(?:(?:制定|报送)+的(?!基础))'
    """
    letters = _listed(min(needed(source), key=len, default=frozenset()))
    return f"(?=[^{letters}]*+[{letters}])(?:{source})" if letters else source


def is_sought_slowly(pattern: re.Pattern[str], most: int) -> bool:
    """Whether a search tries ``pattern`` at each letter, though at ``most`` so many open what it finds."""
    nodes = parsed(pattern)
    opening = opening_of(nodes)
    return opening is not None and len(opening) <= most and not opens_plainly(nodes)


def standing(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """A pattern that matches a text from its start if ``pattern`` stands anywhere in it, and is asked much sooner.

    A search tries a pattern at each letter, unless all its choices open with a letter of their own. This one runs over
    the letters with which nothing opens that ``pattern`` finds, and tries it at the others. What it ran over is an
    atomic group: one repeated possessively loses matches before Python 3.11.5 (its gh-106052).

    >>> said = standing(re.compile("(?<!申)请(?!示)|务必"))
    >>> [bool(said.match(text)) for text in ("现申请资金", "原则同意，请抓紧", "务必")]
    [False, True, True]
    """
    opening = opening_of(parsed(pattern))
    if not opening:
        return re.compile(rf"(?=[\s\S]*?(?:{pattern.pattern}))", pattern.flags)
    opens = _listed(opening)
    return re.compile(
        rf"[^{opens}]*+(?>(?:(?!{pattern.pattern})[{opens}][^{opens}]*+)*)[{opens}]", pattern.flags
    )
