"""When a notice may knock: never at night, and on a rest day only if it is urgent (整治形式主义, law 11)."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from django.conf import settings

from zhongshu.kernel.clock import BEIJING

IsWorkday = Callable[[date], bool]
_LONGEST_REST_DAYS = 30


def _weekday(day: date) -> bool:
    return day.weekday() < 5


_is_workday: list[IsWorkday] = [_weekday]


def use_calendar(is_workday: IsWorkday) -> None:
    """Ask ``is_workday`` from now on; until then Monday to Friday are workdays."""
    _is_workday[:] = [is_workday]


def deliver_at(at: datetime, *, urgent: bool = False) -> datetime:
    """The first moment from ``at`` on at which a notice may knock.

    Within QUIET_HOURS (from, until; full hours, Beijing time) nothing knocks; ordinary notices
    also wait for the next workday.
    """
    starts, ends = settings.QUIET_HOURS
    local = at.astimezone(BEIJING)
    if local.hour >= starts:
        local = _morning(local.date() + timedelta(days=1), ends)
    elif local.hour < ends:
        local = _morning(local.date(), ends)
    for _ in range(_LONGEST_REST_DAYS):
        if urgent or _is_workday[0](local.date()):
            break
        local = _morning(local.date() + timedelta(days=1), ends)
    return local.astimezone(at.tzinfo)


def _morning(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), BEIJING)
