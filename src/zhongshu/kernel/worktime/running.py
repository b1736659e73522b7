"""A running limit: pauses, extension, what is used and what is left (rule T-09).

The day of a pause still counts; the days after it, up to and with the day of
resumption, do not: counting starts anew as it first did (Civil Code, art. 201).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.worktime.days import Calendar
from zhongshu.kernel.worktime.limits import Limit, Unit, compute, nominal_end

THRESHOLDS = (50, 80, 100)
"""Per cent of the time used at which a warning is given (T-09); a setting may replace them."""
Stops = Sequence[tuple[date, date]]


@dataclass(frozen=True, slots=True)
class Pause:
    """The clock stood from ``since`` until ``until`` (None: still standing), for ``reason``."""

    since: date
    until: date | None
    reason: str

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise Refusal("pause_without_reason", _("中止计时必须写明理由。"), rule="T-09")
        if self.until is not None and self.until < self.since:
            raise Refusal("pause_reversed", _("恢复计时的日期不能早于中止的日期。"), rule="T-09")


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The state of a running limit.

    Amounts are working days for a limit in working days, calendar days for any other.
    ``original`` and ``extended`` are the time granted, ``used`` what has run of it,
    ``paused`` what the pauses have saved so far, ``left`` what remains until
    ``current_due`` (negative when overrun; it holds the days a last day rolled over).
    ``current_due`` is, while the clock stands, the day it would be were it resumed today.
    """

    original_due: date
    current_due: date
    original: int
    extended: int
    used: int
    left: int
    paused: int
    standing: bool
    provisional: bool

    def level(self, thresholds: Sequence[int] = THRESHOLDS) -> int:
        """The highest threshold (per cent) reached, 0 for none; 100 on the last day."""
        return warning_level(self.used, self.used + self.left, thresholds)


def reckon(
    start: date,
    limit: Limit,
    calendar: Calendar,
    *,
    today: date,
    extended_by: int = 0,
    pauses: Sequence[Pause] = (),
) -> Reckoning:
    """How a limit stands ``today``, extended by ``extended_by`` of its own unit and paused at times.

    A pause whose end is already fixed for a coming day moves the due day at once.
    Raises Refusal where pauses overlap or begin before the start.
    """
    whole = Limit(limit.amount + extended_by, limit.unit, limit.rolls)
    stops = _closed(start, pauses, today)
    end, due = _ends(start, whole, stops, calendar)
    used, paused = _used(start, max(today, start), limit.unit, stops, calendar)
    return Reckoning(
        original_due=compute(start, limit, calendar).due,
        current_due=due,
        original=_granted(start, limit),
        extended=_granted(start, whole) - _granted(start, limit),
        used=used,
        left=_elapsed(max(today, start), due, limit.unit, calendar),
        paused=paused,
        standing=any(pause.until is None for pause in pauses),
        provisional=_is_provisional(start, end, due, limit, calendar),
    )


def warning_level(used: int, total: int, thresholds: Sequence[int] = THRESHOLDS) -> int:
    """The highest threshold (per cent) that ``used`` of ``total`` has reached, 0 for none."""
    return max((t for t in thresholds if used * 100 >= total * t), default=0)


def warning_dates(
    start: date, due: date, unit: Unit, calendar: Calendar, thresholds: Sequence[int] = THRESHOLDS
) -> dict[int, date]:
    """The day on which each threshold (per cent) of the time from ``start`` to ``due`` is reached."""
    total = _elapsed(start, due, unit, calendar)
    days = {t: -(-total * t // 100) for t in thresholds}
    if unit is Unit.WORKING_DAYS:
        return {t: calendar.shift(start, n) for t, n in days.items()}
    return {t: start + timedelta(days=n) for t, n in days.items()}


def _elapsed(after: date, until: date, unit: Unit, calendar: Calendar) -> int:
    if unit is Unit.WORKING_DAYS:
        return calendar.count(after, until)
    return (until - after).days


def _granted(start: date, limit: Limit) -> int:
    if limit.unit is Unit.WORKING_DAYS:
        return limit.amount
    return (nominal_end(start, limit) - start).days


def _ends(start: date, limit: Limit, stops: Stops, calendar: Calendar) -> tuple[date, date]:
    """The last day of the time granted, before and after it rolls to a working day."""
    remaining, cursor = _granted(start, limit), start
    for since, until in stops:
        ran = _elapsed(cursor, since, limit.unit, calendar)
        if ran >= remaining:
            break
        remaining, cursor = remaining - ran, until
    if limit.unit is Unit.WORKING_DAYS and limit.amount:
        end = calendar.shift(cursor, remaining)
        return end, end
    end = cursor + timedelta(days=remaining)
    return end, calendar.on_or_after(end) if limit.rolls else end


def _used(start: date, now: date, unit: Unit, stops: Stops, calendar: Calendar) -> tuple[int, int]:
    paused = sum(_elapsed(since, min(until, now), unit, calendar) for since, until in stops if since < now)
    return _elapsed(start, now, unit, calendar) - paused, paused


def _is_provisional(start: date, end: date, due: date, limit: Limit, calendar: Calendar) -> bool:
    if limit.unit is Unit.WORKING_DAYS:
        return calendar.is_provisional_between(start, due)
    return limit.rolls and calendar.is_provisional_between(end - timedelta(days=1), due)


def _closed(start: date, pauses: Sequence[Pause], today: date) -> Stops:
    ordered = sorted(pauses, key=lambda pause: pause.since)
    stops = [(p.since, p.until if p.until is not None else max(today, p.since)) for p in ordered]
    edges = [start, *(edge for stop in stops for edge in stop)]
    if any(earlier > later for earlier, later in zip(edges, edges[1:], strict=False)):
        raise Refusal("pauses_overlap", _("中止计时的各段时间不能重叠，也不能早于起算日。"), rule="T-09")
    return stops
