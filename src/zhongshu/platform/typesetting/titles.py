"""Where a title breaks: into lines about alike, as a trapezium or a lozenge, never inside a word (GB/T 9704, 7.3.1)."""

import math
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from unicodedata import east_asian_width

from zhongshu.platform.typesetting.title_words import ENDS_NO_LINE, OPENS_NO_LINE, WORDS

MOST = 20.0
"""So many characters of size 2 stand in the type area."""
SLOPE = 1.5
IN_A_WORD, WITHIN_THE_UNKNOWN, DANGLING, BESIDE_A_WORD, A_LINE_MORE = 80.0, 20.0, 40.0, 8.0, 50.0
_TOGETHER = re.compile(
    r"[\d.]+[年月日号个项次届期批件%％万亿]?|[A-Za-z]+|第[\d一二三四五六七八九十]+|〔\d*〕?"
)
_LONGEST = max(map(len, WORDS))


@lru_cache(500)
def lines(title: str) -> list[str]:
    """The lines of ``title``; a break that stands in it is kept, one line that cannot be broken stays whole."""
    return [line for told in title.split("\n") for line in _broken(told)]


def _broken(told: str) -> list[str]:
    wide = [0.0]
    for one in told:
        wide.append(wide[-1] + (1.0 if east_asian_width(one) in "WFA" else 0.5))
    count = math.ceil(wide[-1] / MOST)
    if count < 2:
        return [told]
    prices = _prices(told)
    ways = [
        (cost + (more - count) * A_LINE_MORE, breaks)
        for more in range(count, count + 3)
        for aims in _shapes(wide[-1] / more, more)
        for cost, breaks in _cheapest(wide, prices, aims)
    ]
    if not ways:
        return [told]
    breaks = [0, *min(ways)[1], len(told)]
    return [told[first:last] for first, last in pairwise(breaks)]


def _shapes(mean: float, count: int) -> Iterator[list[float]]:
    """How wide each line would best be: narrowing, widening, widest in the middle."""
    middle = (count - 1) / 2
    yield [mean + SLOPE * (middle - place) for place in range(count)]
    yield [mean + SLOPE * (place - middle) for place in range(count)]
    if count > 2:
        apart = [abs(place - middle) for place in range(count)]
        yield [mean + SLOPE * (sum(apart) / count - one) for one in apart]


def _cheapest(
    wide: Sequence[float], prices: Sequence[float], aims: Sequence[float]
) -> list[tuple[float, list[int]]]:
    """The cheapest breaks into as many lines as there are ``aims``, none too wide, or no way."""
    last = len(wide) - 1
    ways: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for line, aim in enumerate(aims, 1):
        ends = range(1, last) if line < len(aims) else (last,)
        further: dict[int, tuple[float, list[int]]] = {}
        for end in ends:
            tried = [
                (cost + prices[end] + (wide[end] - wide[start] - aim) ** 2, [*breaks, end])
                for start, (cost, breaks) in ways.items()
                if start < end and wide[end] - wide[start] <= MOST and prices[end] < math.inf
            ]
            if tried:
                further[end] = min(tried)
        ways = further
    return [(cost, breaks[:-1]) for cost, breaks in ways.values()]


def _prices(told: str) -> list[float]:
    """What a break before each character costs."""
    edges, inside = _read(told)
    prices = [0.0] * (len(told) + 1)
    for place in range(1, len(told)):
        before, behind = told[:place], told[place:]
        if behind[0] in OPENS_NO_LINE or before[-1] in "（《〈“‘〔" or inside.get(place) == math.inf:
            prices[place] = math.inf
        elif place in inside:
            prices[place] = inside[place]
        elif before.endswith(ENDS_NO_LINE):
            prices[place] = DANGLING
        elif behind.startswith("关于") or before[-1] in "的、，：；》）" or behind[0] in "和与及并《":
            prices[place] = 0.0
        else:
            prices[place] = BESIDE_A_WORD if place in edges else WITHIN_THE_UNKNOWN
    return prices


def _read(told: str) -> tuple[set[int], dict[int, float]]:
    """Where words that are known begin or end, and what a break inside of one costs."""
    edges, inside, place = set[int](), dict[int, float](), 0
    while place < len(told):
        number = _TOGETHER.match(told, place)
        size = next((n for n in range(_LONGEST, 1, -1) if told[place : place + n] in WORDS), 0)
        if number or size:
            end = number.end() if number else place + size
            edges |= {place, end}
            inside |= dict.fromkeys(range(place + 1, end), math.inf if number else IN_A_WORD)
            place = end
        else:
            place += 1
    return edges, inside
