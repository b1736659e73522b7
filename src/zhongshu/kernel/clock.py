"""The one clock. Services take ``at`` as an argument; only the edges ask what time it is."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

BEIJING = ZoneInfo("Asia/Shanghai")


def now() -> datetime:
    """The present moment, aware, in UTC, to the microsecond."""
    return datetime.now(UTC)


def local_day(at: datetime) -> date:
    """The calendar day in Beijing time on which ``at`` falls."""
    return at.astimezone(BEIJING).date()
