from datetime import datetime

from zhongshu.kernel.actors import Actor
from zhongshu.platform.jobs import queries, ways
from zhongshu.platform.jobs.models import JobRun, RunState


def cancel(*, actor: Actor, run_id: int, at: datetime) -> JobRun:
    """Ask a job to stop: at once if it still waits, at its next step if it runs."""
    run = queries.get(actor, run_id)
    if run.state == RunState.RUNNING and ways.told(run.pk) is not None:
        ways.stop(run.pk)  # it may hold the database: it is told beside it
        return run
    waiting = JobRun.objects.filter(pk=run.pk, state=RunState.QUEUED)
    if not waiting.update(state=RunState.CANCELLED, cancel_requested=True, ended_at=at):
        JobRun.objects.filter(pk=run.pk, state=RunState.RUNNING).update(cancel_requested=True)
    run.refresh_from_db()
    return run
