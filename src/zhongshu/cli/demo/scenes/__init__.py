"""Scenes of the fictional city told by hand: together they show every state of table D-30 and what leads to it."""

from collections.abc import Callable, Iterator
from datetime import datetime

from zhongshu.cli.demo.scenes import downwards, ledgers, origins, pressing, proofs, stops
from zhongshu.cli.demo.scenes.scene import Scene

SCENES: tuple[Callable[[Scene], Iterator[datetime]], ...] = (
    stops.asked,
    stops.standing,
    stops.resumed,
    stops.ended_with_parts,
    stops.transferred,
    downwards.water,
    downwards.disputed,
    downwards.weekly,
    pressing.ladder,
    pressing.urged,
    proofs.reused,
    proofs.drawn,
    proofs.again,
    origins.for_reading,
    origins.instructed,
    origins.objected,
    origins.verified,
    ledgers.taken_over,
    ledgers.undone,
)

__all__ = ["SCENES", "Scene"]
