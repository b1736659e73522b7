"""Scenes of the fictional city told by hand: together they show every state of table D-30 and what leads to it."""

from collections.abc import Callable, Iterator
from datetime import datetime

from zhongshu.cli.demo.scenes import (
    answers,
    assets,
    downwards,
    ends,
    evidence,
    inspections,
    key_work,
    ledgers,
    origins,
    petitions,
    pressing,
    proposals,
    rechecks,
    rounds,
    stops,
    welfare,
)
from zhongshu.cli.demo.scenes.scene import Scene

SCENES: tuple[Callable[[Scene], Iterator[datetime]], ...] = (
    stops.asked, stops.standing, stops.resumed, ends.ended_with_parts, ends.transferred,
    downwards.water, downwards.disputed, rounds.weekly, pressing.ladder, pressing.urged,
    evidence.reused, rechecks.drawn, rechecks.again,
    origins.for_reading, origins.instructed, origins.objected, answers.verified,
    key_work.begun, proposals.proposed, petitions.petitioned,
    ledgers.taken_over, ledgers.undone,
    inspections.under_way, inspections.under_review, inspections.on_designation,
    welfare.queue,
    assets.kept,
)  # fmt: skip

__all__ = ["SCENES", "Scene"]
