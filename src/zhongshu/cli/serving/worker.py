"""The worker of jobs: huey's consumer on whatever queue the settings name."""

from typing import Any

from django.utils.module_loading import autodiscover_modules
from huey.contrib.djhuey import HUEY


def run_jobs() -> None:
    """Carry out jobs as they come, and the recurring ones at their time, until told to stop.

    SIGTERM lets the job in hand be finished.
    """
    autodiscover_modules("jobs")
    queue: Any = HUEY
    queue.create_consumer(
        workers=1, periodic=True, max_delay=1.0, graceful_signal="TERM", shutdown_timeout=15
    ).run()
