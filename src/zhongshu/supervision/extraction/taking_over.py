"""Who is meant where a segment names nobody of its own, or only the heads of those before."""

from __future__ import annotations

from .actors import addressee
from .casting import Segment
from .cycles import Cycle
from .going_on import goes_on, means_the_one_before
from .people import own_heads
from .roles import Cast


def takes_over(norm: str, segment: Segment, carried: Cast, cycles: list[Cycle]) -> None:
    """Give ``segment`` those ``carried`` over from what stands before it, or whoever is written to, where they are meant."""
    if carried.lead and own_heads(norm, segment.cast):
        segment.cast = Cast(list(carried.lead), list(carried.support), list(segment.cast.lead))
    elif means_the_one_before(norm, segment.cast, carried):
        segment.cast = Cast(list(carried.lead), list(carried.support))
    elif not segment.cast and not carried.lead and any(d.firm for d in segment.dues):
        segment.cast = Cast(lead=[(*you, "cue.subject") for you in addressee(norm, segment.start)])
        segment.actor = "actor.carried" if segment.cast else ""
    elif not segment.cast and carried.lead and (told := goes_on(norm, segment, cycles)):
        segment.cast, segment.actor = Cast(lead=list(carried.lead)), told
