"""What can be done to a matter from its page: for each deed its address, its words, its form and its service."""

from zhongshu.supervision.deeds.chain import CHAIN
from zhongshu.supervision.deeds.deed import Deed
from zhongshu.supervision.deeds.field import FIELD
from zhongshu.supervision.deeds.loop import GRAVE, LOOP
from zhongshu.supervision.deeds.pressing import PRESSING, SLIPS_RECEIVED
from zhongshu.supervision.deeds.stops import AGAIN, CLOCK, STOPS

__all__ = ["BY_RESOURCE", "CHAIN", "DEEDS", "FIELD", "Deed", "offered"]

DEEDS = (SLIPS_RECEIVED, *CLOCK, *LOOP, *PRESSING, CHAIN, *STOPS, *AGAIN, *GRAVE)
BY_RESOURCE = {deed.resource: deed for deed in DEEDS}


def offered(verbs: list[str]) -> list[Deed]:
    """The deeds that ``verbs`` allow, the most pressing first."""
    allowed = set(verbs)
    return [deed for deed in DEEDS if allowed & set(deed.verbs)]
