"""Reading runs: one's own, or all of them for the system administrator."""

from pathlib import Path
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import NotFound
from zhongshu.platform.jobs import ways
from zhongshu.platform.jobs.declared import JOBS, Job
from zhongshu.platform.jobs.models import JobRun, RunState, Turn
from zhongshu.platform.jobs.schedule import SCHEDULE
from zhongshu.ui import parts


def get(actor: Actor, run_id: int) -> JobRun:
    """The run, if it is the actor's own or the actor administers the system; else 404."""
    run = JobRun.objects.filter(pk=run_id).first()
    if run is None or not (_is_own(run, actor) or actor.is_system or actor.admin_role == "system"):
        raise NotFound("no_such_job", _("没有这项后台任务。"))
    return run


def recent(actor: Actor, *, limit: int = 20) -> list[JobRun]:
    """The actor's latest runs."""
    own = Q(asked_by=actor.user_id) if actor.user_id else Q(asked_by=None, started_by=actor.person_id)
    return list(JobRun.objects.filter(own).order_by("-id")[:limit])


def product_of(actor: Actor, run_id: int) -> tuple[Path, str]:
    """Where the file lies that a run of the actor's own made, and its name. For everybody else there is none.

    What the job made may be less than everybody's business: the administrator of the system sees that it ran,
    not what came of it (rule G-07); and whoever may no longer ask for it no longer gets it.
    """
    run = get(actor, run_id)
    declared = JOBS.get(run.name)
    path = ways.place(run.pk)
    may = _is_own(run, actor) and declared is not None and declared.allowed(actor)
    if not (may and run.product and path.exists()):
        raise NotFound(
            "no_such_product", _("没有这份文件，或者已经过期。"), hint=_("文件保留7天，请重新提交。")
        )
    return path, run.product


def outcome_of(actor: Actor, run_id: int, job: Job) -> dict[str, Any]:
    """What came of the actor's own run of ``job``, once it is done."""
    run = get(actor, run_id)
    if run.name != job.name or run.state != RunState.DONE or not _is_own(run, actor):
        raise NotFound("no_such_job", _("没有这项后台任务。"))
    return dict(run.result or {})


def done_of(run: JobRun) -> int:
    """How many steps are done, as far as anybody can see."""
    told = ways.told(run.pk) if run.state == RunState.RUNNING else None
    return run.done if told is None else told


def _is_own(run: JobRun, actor: Actor) -> bool:
    """An account's runs are its own; one asked for without an account is its person's."""
    if run.asked_by is not None:
        return run.asked_by == actor.user_id
    return run.started_by is not None and run.started_by == actor.person_id


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
    failed = {
        RunState.FAILED: run.error,
        RunState.DONE: str(result.get("alarm", "")),
        RunState.CANCELLED: _("已取消。"),
    }
    return parts.Job(
        title=title_of(run.name),
        url=reverse("jobs:run", args=[run.pk]),
        done=done_of(run),
        total=run.total,
        finished=run.state == RunState.DONE,
        failed=failed.get(RunState(run.state), ""),
        note=run.note,
        result_url=reverse("jobs:product", args=[run.pk]) if run.product else str(result.get("url", "")),
        result_text=str(result.get("text", "")),
    )


def _latest(name: str) -> JobRun | None:
    return JobRun.objects.filter(name=name).order_by("-id").first()
