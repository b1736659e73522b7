"""The worker of jobs: huey's consumer on whatever queue the settings name."""

import threading
import time
from typing import Any

from django.db import close_old_connections
from huey.api import crontab
from huey.contrib.djhuey import HUEY, db_periodic_task

from zhongshu.kernel.clock import now
from zhongshu.platform.jobs import services as jobs
from zhongshu.platform.notify import services as notify

BETWEEN_ROUNDS = 3.0
"""Seconds between two rounds of the outbox: one reading of an index each."""


@db_periodic_task(crontab())  # type: ignore[no-untyped-call, untyped-decorator]
def tick() -> None:
    """Once a minute: begin the recurring jobs that are due, hand over again what was lost."""
    jobs.tick(at=now())


@db_periodic_task(crontab(minute="20", hour="3"))  # type: ignore[no-untyped-call, untyped-decorator]
def forget() -> None:
    """The queue's own notes on finished tasks would pile up; what came of a job is kept in its run."""
    queue: Any = HUEY
    queue.storage.flush_results()


def send_out() -> None:
    """Every few seconds: what can no longer be taken back goes into the inboxes."""
    while True:
        close_old_connections()
        notify.release(at=now())
        time.sleep(BETWEEN_ROUNDS)


def run_jobs() -> None:
    """Carry out jobs as they come, and the recurring ones at their time, until told to stop.

    SIGTERM lets the job in hand be finished.
    """
    threading.Thread(target=send_out, name="outbox", daemon=True).start()
    queue: Any = HUEY
    queue.create_consumer(
        workers=1, periodic=True, max_delay=1.0, graceful_signal="TERM", shutdown_timeout=15
    ).run()
