from datetime import datetime

from django.db.models import F
from django.utils.translation import gettext as _
from django_tasks import task

from zhongshu.kernel.clock import now
from zhongshu.kernel.refusals import Refusal
from zhongshu.platform.jobs import ways
from zhongshu.platform.jobs.declared import JOBS
from zhongshu.platform.jobs.models import JobRun, RunState
from zhongshu.platform.jobs.progress import Cancelled, Progress


@task()
def carry_out_run(run_id: int) -> None:
    """The one task the queue knows: carry out the run with this number."""
    carry_out(run_id, at=now())


def carry_out(run_id: int, *, at: datetime) -> None:
    """Do the run, unless another worker has taken it or it was cancelled while it waited.

    A refusal is the run's outcome. Anything unforeseen is noted on the run and raised again,
    for the log and for whoever must repair it.
    """
    mine = JobRun.objects.filter(pk=run_id, state=RunState.QUEUED)
    if not mine.update(state=RunState.RUNNING, started_at=at, beat_at=at, attempts=F("attempts") + 1):
        return
    run = JobRun.objects.get(pk=run_id)
    progress = Progress(run)
    try:
        outcome = JOBS[run.name].function(progress, **run.args)
    except Cancelled:
        _end(run_id, RunState.CANCELLED, done=progress.done)
    except Refusal as refusal:
        _end(run_id, RunState.FAILED, done=progress.done, error=str(refusal))
    except BaseException as fault:
        told = _("程序出错，已记录，请联系系统管理员。（%(fault)s）") % {"fault": type(fault).__name__}
        _end(run_id, RunState.FAILED, done=progress.done, error=told)
        raise
    else:
        _end(run_id, RunState.DONE, done=progress.done, result=outcome)


def _end(run_id: int, state: RunState, **facts: object) -> None:
    JobRun.objects.filter(pk=run_id).update(state=state, ended_at=now(), args={}, **facts)
    ways.forget(run_id, product=state != RunState.DONE)
