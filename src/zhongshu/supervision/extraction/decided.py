"""What a meeting itself sets up (会议决定，成立专班): asked for by its decision, whoever carries it out."""

from __future__ import annotations

import re

from .casting import Segment

_DECIDED = re.compile("(?:决定|议定|明确|同意|研究)[，：]?$")
_SET_UP = re.compile("(?:成立|设立|组建)(?!由)[^，。；]{4,}")


def sets_up(norm: str, segment: Segment) -> bool:
    """会议决定，成立…专班: the meeting itself asks for it."""
    said = norm[max(0, segment.predicate - 8) : segment.predicate]
    return bool(_DECIDED.search(said) and _SET_UP.match(norm, segment.predicate))
