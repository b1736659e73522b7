"""Lives that end otherwise: terminated, transferred."""

import random
from collections.abc import Callable
from datetime import datetime

from zhongshu.cli.demo.world import World
from zhongshu.supervision import services as supervision

Ending = Callable[[World, int, str, datetime], object]


def terminates(world: World, directive_id: int, unit: str, at: datetime) -> None:
    """The leader ends it, since the policy behind it was withdrawn."""
    supervision.terminate(
        actor=world.actor("hewei", at), directive_id=directive_id, reason="上级政策调整，任务取消。", at=at
    )


def transfers(world: World, directive_id: int, unit: str, at: datetime) -> None:
    """Clues go to the competent authority."""
    supervision.transfer(
        actor=world.actor("hewei", at),
        directive_id=directive_id,
        to="市监察委员会",
        reason="核查中发现有关线索，按规定移送。",
        at=at,
    )


def ending(rng: random.Random) -> tuple[Ending, int] | None:
    """Now and then a life ends otherwise: how, and after how many working days."""
    dice = rng.random()
    if dice < 0.015:
        return terminates, rng.randint(3, 15)
    if dice < 0.025:
        return transfers, rng.randint(3, 15)
    return None
