"""Who does it, told last: 每天8点各报一次水位，水管站负责."""

from __future__ import annotations

import re

from .casting import Segment
from .segmentation import part_end

_ONLY_DOES = re.compile(
    "(?:具体|统一|全程|来|去)?(?:负责|承办|落实|实施|办理|经办|填报|执行|办|跟进|盯着)(?:落实|实施|办理|推进)?"
)
_TIMED = re.compile(
    r"每[一-鿿\d]|\d{1,2}[月日号点时]|[月年周]底|[下本这]?周[一二三四五六日]|[下本这]个?[周月]|[今明后]天"
)


_LEADS_WITH = re.compile(
    "(?:总?牵头|挑头|主办|为主)(?:[、，和跟][^，。；]{2,24}(?:配合|协助|参与|参加|协办|协同))?"
)
_WHO_ELSE = re.compile(
    r"(?:[^，。；]{2,24}(?:配合|协助|参与|参加|协办|协同|盯着?|把关|督办|审签|监督|跟上)[，。；\s]*)*"
)


def done_by(norm: str, last: Segment, fresh: Segment) -> bool:
    """Whether ``fresh`` only tells who does what ``last``, which names nobody, has asked by a time."""
    if last.actor or last.cast or not fresh.cast.lead or not norm.endswith("，", 0, fresh.start):
        return False
    since = max(end for _, end, _ in fresh.cast.lead)
    said = norm[since : fresh.end].strip("，；。、 \n")
    closes = _LEADS_WITH.fullmatch(said) and _WHO_ELSE.fullmatch(norm, fresh.end, part_end(norm, fresh.end))
    return bool(closes or _ONLY_DOES.fullmatch(said)) and bool(_TIMED.search(norm, last.predicate, last.end))
