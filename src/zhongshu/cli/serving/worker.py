"""The worker of jobs: huey's consumer on whatever queue the settings name."""

from typing import Any

from huey.api import crontab
from huey.contrib.djhuey import HUEY, db_periodic_task

from zhongshu.kernel.clock import now
from zhongshu.platform.jobs import services as jobs


@db_periodic_task(crontab())  # type: ignore[no-untyped-call, untyped-decorator]
def tick() -> None:
    """Once a minute: begin the recurring jobs that are due, hand over again what was lost."""
    jobs.tick(at=now())


def run_jobs() -> None:
    """Carry out jobs as they come, and the recurring ones at their time, until told to stop.

    SIGTERM lets the job in hand be finished.
    """
    queue: Any = HUEY
    queue.create_consumer(
        workers=1, periodic=True, max_delay=1.0, graceful_signal="TERM", shutdown_timeout=15
    ).run()
