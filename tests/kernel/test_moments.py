"""Days and moments are told and read as the framework does it."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from zhongshu.kernel.moments import read_day, read_moment, told_day, told_moment

DAY, MOMENT = date(2026, 12, 31), datetime(2026, 12, 31, 15, 59, 59, 999999, UTC)


def test_they_are_told_as_the_framework_tells_them() -> None:
    assert told_moment(MOMENT) == connection.ops.adapt_datetimefield_value(MOMENT)
    assert told_day(DAY) == connection.ops.adapt_datefield_value(DAY)


def test_the_same_moment_in_beijing_is_the_same_moment() -> None:
    there = MOMENT.astimezone(ZoneInfo("Asia/Shanghai"))
    assert told_moment(there) == told_moment(MOMENT)


@given(
    st.datetimes(timezones=st.sampled_from([UTC, ZoneInfo("Asia/Shanghai"), ZoneInfo("America/New_York")]))
)
def test_every_moment_is_told_as_the_framework_tells_it(moment: datetime) -> None:
    assert told_moment(moment) == connection.ops.adapt_datetimefield_value(moment)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite's have to be read")
@given(
    st.one_of(
        st.datetimes(), st.datetimes().map(str), st.just("2026-12-31"), st.just("2026-12-31T23:59:59+08:00")
    )
)
def test_every_moment_is_read_as_the_framework_reads_it(given: datetime | str) -> None:
    read = read_moment(given)
    assert read == connection.ops.convert_datetimefield_value(given, None, connection)  # type: ignore[attr-defined]
    assert read.utcoffset() is not None


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite's have to be read")
def test_what_is_read_is_aware() -> None:
    assert read_moment(MOMENT.replace(tzinfo=None)) == MOMENT
    assert read_day("2026-12-31") == DAY
