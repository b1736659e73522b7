"""How a job says how far it is, and learns that nobody wants it any more."""

from datetime import timedelta

from zhongshu.kernel.clock import now
from zhongshu.platform.jobs.models import JobRun

_BETWEEN_WRITES = timedelta(seconds=0.5)


class Cancelled(Exception):
    """Somebody asked for the job to be stopped. Raised at the next step; what was done stays done."""


class Progress:
    """The run in hand. Do not step inside a transaction: nobody would see it before its end."""

    def __init__(self, run: JobRun) -> None:
        self.run_id = run.pk
        self.started_by = run.started_by
        self.at = run.started_at or run.asked_at
        self._done = 0
        self._written_at = self.at

    def expect(self, total: int, note: object = "") -> None:
        """There are ``total`` steps to do."""
        JobRun.objects.filter(pk=self.run_id).update(total=total, note=str(note)[:200], beat_at=now())

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

    @property
    def done(self) -> int:
        """Steps done so far."""
        return self._done
