"""Recurring jobs: declared beside the job, looked at once a minute."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from zhongshu.kernel.clock import BEIJING
from zhongshu.platform.jobs.declared import Job, Title, put
from zhongshu.platform.jobs.progress import Progress

Recurring = Callable[[datetime], object]


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Every so many minutes, or once a day at a time of Beijing."""

    minutes: int = 0
    daily: time | None = None

    def first(self, at: datetime) -> datetime:
        """When it is due if it has never run before ``at``."""
        return at if self.daily is None else self.after(at)

    def after(self, at: datetime) -> datetime:
        """When it is due again after a run at ``at``."""
        if self.daily is None:
            return at + timedelta(minutes=self.minutes)
        local = at.astimezone(BEIJING)
        today = datetime.combine(local.date(), self.daily, BEIJING)
        return (today if today > local else today + timedelta(days=1)).astimezone(at.tzinfo)


SCHEDULE: dict[str, Rhythm] = {}


def every(
    name: str, title: Title = "", *, minutes: int = 0, daily: str = ""
) -> Callable[[Recurring], Recurring]:
    """Have ``function(at)`` run every ``minutes``, or ``daily`` at "HH:MM" (Beijing).

    It may be begun again where a worker died under it, so it must not mind.
    """
    if bool(minutes) == bool(daily):
        raise ValueError(f"{name} recurs either every so many minutes or daily")

    def declare(function: Recurring) -> Recurring:
        put(Job(name, title or name, lambda progress: _told(function, progress), attempts=3))
        SCHEDULE[name] = Rhythm(minutes, time.fromisoformat(daily) if daily else None)
        return function

    return declare


def _told(function: Recurring, progress: Progress) -> object:
    return function(progress.at)
