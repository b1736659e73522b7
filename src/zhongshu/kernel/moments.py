"""Days and moments as the driver wants them and gives them: one act has one moment, told and read a dozen times."""

from datetime import date, datetime
from functools import lru_cache
from typing import Any

from zhongshu.kernel.connected import here

KEPT = 500


@lru_cache(KEPT)
def told_moment(moment: datetime) -> Any:
    """An aware ``moment`` as the driver wants it."""
    return here().ops.adapt_datetimefield_value(moment)


@lru_cache(KEPT)
def told_day(day: date) -> Any:
    """``day`` as the driver wants it."""
    return here().ops.adapt_datefield_value(day)


@lru_cache(KEPT)
def read_moment(value: Any) -> Any:
    """What the driver of SQLite gives for a moment, as the framework reads it: aware, in UTC."""
    there = here()
    return there.ops.convert_datetimefield_value(value, None, there)  # type: ignore[attr-defined]


@lru_cache(KEPT)
def read_day(value: Any) -> Any:
    """What the driver of SQLite gives for a day, as the framework reads it."""
    there = here()
    return there.ops.convert_datefield_value(value, None, there)  # type: ignore[attr-defined]
