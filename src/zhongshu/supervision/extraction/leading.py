"""One who only leads, told before those who do the work: A牵头，B、C做."""

from __future__ import annotations

import re

from .casting import Segment, led_in_person

_IN_CHARGE = re.compile(
    "(?:总|具体|亲自|全面)?(?:[牵挑领]头|牵总|领衔|主责|为主|负责|负总责|抓总|抓)(?:负责|统筹|协调|调度|抓总|督导)?|为(?:牵头|主办|主责|第一责任|主要责任|责任)(?:单位|部门|科室)"
)


def only_leads(norm: str, segment: Segment) -> bool:
    """A牵头， and nothing else: those named next join in."""
    since = max((end for _, end, _ in segment.cast.lead), default=segment.end)
    return bool(_IN_CHARGE.fullmatch(norm[since : segment.end].strip("，；、 ")))


def join_lead(norm: str, leading: Segment, fresh: Segment) -> None:
    """A牵头，B、C做: B and C join in; where a person leads (王副市长牵头，信访局做), the unit does the work."""
    if led_in_person(norm, leading.cast):
        fresh.start = leading.start
        own = [(s, e) for s, e, _ in leading.cast.lead] + [(s, e) for s, e, _ in leading.cast.leaders]
        fresh.cast.add("leaders", own, "cue.post")
        fresh.cast.support = leading.cast.support + fresh.cast.support
        fresh.actor = leading.actor
        return
    fresh.cast.support = [(s, e, "cue.peihe") for s, e, _ in fresh.cast.lead] + fresh.cast.support
    fresh.cast.lead, fresh.start = leading.cast.lead, leading.start
    fresh.cast.leaders = leading.cast.leaders + fresh.cast.leaders
    fresh.cast.support = leading.cast.support + fresh.cast.support
    fresh.actor = leading.actor
