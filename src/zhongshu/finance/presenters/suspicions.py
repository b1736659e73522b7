"""Suspicions of splitting, as shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from zhongshu.finance.models import SplitFlag
from zhongshu.finance.presenters.large import address


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A suspicion of splitting; ``url`` of its paper, "" for who may not know of that."""

    flag: SplitFlag
    url: str


def suspicions(found: Iterable[SplitFlag], openable: frozenset[int]) -> list[Suspicion]:
    """Suspicions, in the order given."""
    return [Suspicion(one, address(one.matter, one.matter_id in openable)) for one in found]
