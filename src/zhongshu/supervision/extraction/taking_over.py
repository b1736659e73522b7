"""Who is meant where a segment names nobody of its own, or only the heads of those before."""

from __future__ import annotations

import re
from dataclasses import replace

from .assignments import PASSED_ON
from .casting import Segment
from .cycles import Cycle
from .going_on import goes_on, means_the_one_before
from .leaders import find_leaders
from .people import own_heads
from .roles import Cast
from .unit_lists import at_fault
from .written_to import you_written_to


def takes_over(norm: str, segment: Segment, carried: Cast, cycles: list[Cycle]) -> None:
    """Give ``segment`` those ``carried`` over from what stands before it, or whoever is written to, where they are meant."""
    if not segment.cast and segment.dues and (whose := at_fault(norm, segment.start, segment.end)):
        segment.cast, segment.actor = Cast(lead=[(*whose, "cue.subject")]), "actor.subject"
    elif carried.lead and own_heads(norm, segment.cast):
        segment.cast = Cast(list(carried.lead), list(carried.support), list(segment.cast.lead))
    elif means_the_one_before(norm, segment.cast, carried):
        segment.cast = Cast(list(carried.lead), list(carried.support))
    elif not segment.cast and not carried.lead and any(d.firm for d in segment.dues):
        segment.cast = Cast(lead=[(*you, "cue.subject") for you in you_written_to(norm, segment.start)])
        segment.actor = "actor.carried" if segment.cast else ""
    elif not segment.cast and carried.lead and (told := asked_along(norm, segment, cycles)):
        beside = [read for read in carried.support if read[2] == PASSED_ON]
        segment.cast, segment.actor = Cast(list(carried.lead), beside, list(carried.charged)), told


# 类似点位全县有几处，一并摸清楚: asked along with what was asked before.
_ALONG_WITH_IT = re.compile(
    r"(?:[^，。；]{2,24}，)?(?:请|也|还|要)?一并(?!$)(?!考虑|推进|推动|抓好|做好|落实)[^，。；]{2,}"
)
_CHARGES = ("负责", "牵头", "主办", "承办", "领衔")


def asked_along(norm: str, segment: Segment, cycles: list[Cycle]) -> str:
    """The sign of a segment that goes on with what was asked, or asks along with it; empty if it does not."""
    along = _ALONG_WITH_IT.match(norm, segment.start, segment.end)
    return goes_on(norm, segment, cycles) or ("actor.subject" if along else "")


def charged_with(norm: str, segment: Segment) -> Cast:
    """由执行局负责，分管领导：严牧之。: whom a sentence that says no more puts in charge of what follows."""
    if not norm.startswith(_CHARGES, segment.predicate):
        return segment.cast
    persons = [(*place, "cue.leader") for place in find_leaders(norm, segment.start, segment.end)]
    return replace(segment.cast, charged=persons)
