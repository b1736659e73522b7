"""What is said before an actor and is no topic of his: it has a day, or a doer, of its own."""

from __future__ import annotations

import re

from .casting import Segment
from .dates import Found

_DONE = re.compile(
    "完成|办结|到位|拿出|建成|清零|封顶|竣工|开工|投用|上线|签约|交付|[一-鿿](?:好|完|齐|掉|清|出来|下来|上来|出去|回来|到位)(?=[，；])"
)
_TOPIC = 4  # letters before the word that assigns: 招标事宜由A…


def both_dated(last: Segment, fresh: Segment, dues: list[Found]) -> bool:
    """4月底前完成，5月10日前由A验收: each has its own day, so the first is no topic of the second."""
    firm = [d.start for d in dues if d.firm]
    return all(any(s.start <= at < s.end for at in firm) for s in (last, fresh))


def own_topic(norm: str, last: Segment, fresh: Segment, dues: list[Found]) -> bool:
    """评审本周内完成，招标事宜由A负责: what is done by a day, before another thing that has its own actor."""
    dated = any(d.firm and last.start <= d.start < last.end for d in dues)
    told = fresh.cast.lead or fresh.cast.leaders
    if not (dated and told and _DONE.search(norm, last.start, last.end)):
        return False
    return told[0][0] - fresh.start > _TOPIC or norm.startswith("每", fresh.predicate)


_FOR_ALL = re.compile("[^，。；：]{2,16}：")


def share_the_day(norm: str, segments: list[Segment], dues: list[Found]) -> None:
    """月底前三件事：住建…；水务…: a day told once, before those who act, is that of each of them."""
    if len(segments) < 2 or not dues or not dues[0].firm:
        return
    head = _FOR_ALL.match(norm, segments[0].start, segments[0].end)
    if not head or dues[0].end > head.end():
        return
    if all(one.cast.lead and one.cast.lead[0][0] >= head.end() for one in segments):
        for segment in segments:
            segment.dues = segment.dues or [dues[0]]
