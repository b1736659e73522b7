"""How a job says how far it is, and learns that nobody wants it any more."""

import time
from datetime import timedelta
from pathlib import Path

from django.db import connection

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import now
from zhongshu.platform.jobs import ways
from zhongshu.platform.jobs.askers import asker_of
from zhongshu.platform.jobs.models import JobRun

_BETWEEN_WRITES = timedelta(seconds=0.5)
_BREATH = 0.12
"""Seconds that a job on SQLite leaves to others at a step: who waits to write there looks only every tenth of a second."""


class Cancelled(Exception):
    """Somebody asked for the job to be stopped. Raised at the next step; what was done stays done."""


class Progress:
    """The run in hand. Inside a transaction, or while rows are being read, step by ``within``."""

    def __init__(self, run: JobRun) -> None:
        self._run = run
        self.run_id = run.pk
        self.at = run.started_at or run.asked_at
        self._done = 0
        self._written_at = self.at

    def expect(self, total: int, note: object = "") -> None:
        """There are ``total`` steps to do."""
        JobRun.objects.filter(pk=self.run_id).update(total=total, note=str(note)[:200], beat_at=now())

    def enclose(self) -> None:
        """A transaction begins: from now on the way is told beside the database."""
        ways.tell(self.run_id, self._done)

    def step(self, count: int = 1) -> None:
        """``count`` steps more are done. Raises Cancelled when the job is to stop."""
        self._done += count
        moment = now()
        if moment - self._written_at < _BETWEEN_WRITES:
            return
        self._written_at = moment
        JobRun.objects.filter(pk=self.run_id).update(done=self._done, beat_at=moment)
        if JobRun.objects.filter(pk=self.run_id, cancel_requested=True).exists():
            raise Cancelled
        if connection.vendor == "sqlite":
            time.sleep(_BREATH)

    def within(self, count: int = 1) -> None:
        """As :meth:`step`, beside the database: seen before the transaction ends, and stopped within it."""
        self._done += count
        moment = now()
        if moment - self._written_at < _BETWEEN_WRITES:
            return
        self._written_at = moment
        ways.tell(self.run_id, self._done)
        if ways.is_to_stop(self.run_id):
            raise Cancelled

    def asker(self) -> Actor:
        """Who asked for it, with today's duties; Forbidden where he may no longer enter."""
        return asker_of(self._run, self.at)

    def product(self, name: str) -> Path:
        """Where to write the file that the run makes, shown to its owner as ``name``."""
        JobRun.objects.filter(pk=self.run_id).update(product=name)
        path = ways.place(self.run_id)
        path.touch(mode=0o600)
        return path

    @property
    def done(self) -> int:
        """Steps done so far."""
        return self._done
