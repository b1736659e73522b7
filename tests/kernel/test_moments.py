"""Days and moments are told and read as the framework does it."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from zhongshu.kernel.moments import read_day, read_moment, told_day, told_moment

DAY, MOMENT = date(2026, 12, 31), datetime(2026, 12, 31, 15, 59, 59, 999999, UTC)


def test_they_are_told_as_the_framework_tells_them() -> None:
    assert told_moment(MOMENT) == connection.ops.adapt_datetimefield_value(MOMENT)
    assert told_day(DAY) == connection.ops.adapt_datefield_value(DAY)


def test_the_same_moment_in_beijing_is_the_same_moment() -> None:
    there = MOMENT.astimezone(ZoneInfo("Asia/Shanghai"))
    assert told_moment(there) == told_moment(MOMENT)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite's have to be read")
def test_what_is_read_is_aware() -> None:
    assert read_moment(MOMENT.replace(tzinfo=None)) == MOMENT
    assert read_day("2026-12-31") == DAY
