"""The worker of jobs: huey's consumer on whatever queue the settings name."""

import logging
import threading
import time
from typing import Any

from django.db import DatabaseError, close_old_connections
from huey.api import crontab
from huey.contrib.djhuey import HUEY, db_periodic_task

from zhongshu.kernel.clock import now
from zhongshu.platform.jobs import services as jobs
from zhongshu.platform.notify import services as notify

log = logging.getLogger(__name__)
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
    """Every few seconds what cannot be taken back any more goes out; what the database refused, with the next round."""
    while True:
        close_old_connections()
        try:
            notify.release(at=now())
        except DatabaseError:
            log.exception("the outbox could not be sent out; tried again in %s s", BETWEEN_ROUNDS)
        time.sleep(BETWEEN_ROUNDS)


def run_jobs() -> None:
    """Carry out jobs as they come, and the recurring ones at their time, until told to stop.

    SIGTERM lets the job in hand be finished.
    """
    threading.Thread(target=send_out, name="outbox", daemon=True).start()
    queue: Any = HUEY
    told = {"workers": 1, "periodic": True, "max_delay": 1.0}
    queue.create_consumer(graceful_signal="TERM", shutdown_timeout=15, **told).run()
