"""What can be done to assets from their pages: for each deed its address, its words, its form, its service."""

from collections.abc import Iterable, Mapping

from zhongshu.assets.deeds import ledger, moves, rounds
from zhongshu.assets.deeds.deed import Deed

ASSETS = (*ledger.DEEDS, *moves.OF_ASSETS)
DEEDS: tuple[Deed, ...] = (*ASSETS, *rounds.DEEDS, *moves.OF_SLIPS)
BY_NAME: Mapping[str, Deed] = {one.name: one for one in DEEDS}

__all__ = ["BY_NAME", "DEEDS", "Deed", "offered"]


def offered(verbs: Iterable[str]) -> list[Deed]:
    """The deeds that ``verbs`` allow, the most pressing first."""
    return [one for one in DEEDS if one.name in verbs]
