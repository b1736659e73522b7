"""Reading runs: one's own, or all of them for the system administrator."""

from django.urls import reverse
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import NotFound
from zhongshu.platform.jobs.declared import JOBS
from zhongshu.platform.jobs.models import JobRun, RunState, Turn
from zhongshu.platform.jobs.schedule import SCHEDULE
from zhongshu.ui import parts


def get(actor: Actor, run_id: int) -> JobRun:
    """The run, if it is the actor's own or the actor administers the system; else 404."""
    run = JobRun.objects.filter(pk=run_id).first()
    own = run is not None and run.started_by is not None and run.started_by == actor.person_id
    if run is None or not (own or actor.is_system or actor.admin_role == "system"):
        raise NotFound("no_such_job", _("没有这项后台任务。"))
    return run


def recent(actor: Actor, *, limit: int = 20) -> list[JobRun]:
    """The actor's latest runs."""
    return list(JobRun.objects.filter(started_by=actor.person_id).order_by("-id")[:limit])


def recurring() -> list[tuple[str, str, Turn | None, JobRun | None]]:
    """Title and name of each recurring job, its next turn and its latest run."""
    turns = {turn.name: turn for turn in Turn.objects.all()}
    return [(title_of(name), name, turns.get(name), _latest(name)) for name in sorted(SCHEDULE)]


def unfinished_or_failed(*, limit: int = 50) -> list[JobRun]:
    """What runs, waits or has failed lately, newest first."""
    states = [RunState.QUEUED, RunState.RUNNING, RunState.FAILED]
    return list(JobRun.objects.filter(state__in=states).order_by("-id")[:limit])


def title_of(name: str) -> str:
    """What a job is called on screen."""
    return str(JOBS[name].title) if name in JOBS else name


def as_part(run: JobRun) -> parts.Job:
    """The run as the component that shows it."""
    result = run.result if isinstance(run.result, dict) else {}
    failed = {RunState.FAILED: run.error, RunState.CANCELLED: _("已取消。")}
    return parts.Job(
        title=title_of(run.name),
        url=reverse("jobs:run", args=[run.pk]),
        done=run.done,
        total=run.total,
        finished=run.state == RunState.DONE,
        failed=failed.get(RunState(run.state), ""),
        note=run.note,
        result_url=str(result.get("url", "")),
        result_text=str(result.get("text", "")),
    )


def _latest(name: str) -> JobRun | None:
    return JobRun.objects.filter(name=name).order_by("-id").first()
