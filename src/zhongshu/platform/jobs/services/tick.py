from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import SYSTEM
from zhongshu.platform.jobs import ways
from zhongshu.platform.jobs.declared import JOBS
from zhongshu.platform.jobs.models import JobRun, RunState, Turn
from zhongshu.platform.jobs.schedule import SCHEDULE
from zhongshu.platform.jobs.services.ask import ask, hand_over

UNTAKEN = timedelta(minutes=2)
LIFELESS = timedelta(minutes=15)
KEPT_RECURRING = timedelta(days=7)
KEPT_PRODUCT = timedelta(days=7)
KEPT_ASKED_FOR = timedelta(days=90)


def tick(*, at: datetime) -> list[str]:
    """Once a minute: begin what is due, hand over again what the queue has lost; what was begun."""
    _hand_over_again(at)
    return [name for name, rhythm in sorted(SCHEDULE.items()) if _took_turn(name, at)]


@transaction.atomic
def _took_turn(name: str, at: datetime) -> bool:
    rhythm = SCHEDULE[name]
    turn, _fresh = Turn.objects.get_or_create(name=name, defaults={"next_at": rhythm.first(at)})
    if turn.next_at > at:
        return False
    mine = Turn.objects.filter(pk=turn.pk, next_at=turn.next_at)
    if not mine.update(next_at=rhythm.after(at)):  # another worker was faster
        return False
    ask(name, actor=SYSTEM, at=at)
    return True


def _hand_over_again(at: datetime) -> None:
    for run in JobRun.objects.filter(state=RunState.QUEUED, asked_at__lt=at - UNTAKEN):
        hand_over(run.pk)
    for run in JobRun.objects.filter(state=RunState.RUNNING, beat_at__lt=at - LIFELESS):
        _begin_again_or_give_up(run, at)


def _begin_again_or_give_up(run: JobRun, at: datetime) -> None:
    heard = ways.heard_at(run.pk)
    if heard is not None and heard > at - LIFELESS:
        return
    declared = JOBS.get(run.name)
    same = JobRun.objects.filter(pk=run.pk, state=RunState.RUNNING, beat_at=run.beat_at)
    if declared and run.attempts < declared.attempts and not run.cancel_requested:
        if same.update(state=RunState.QUEUED):
            hand_over(run.pk)
        return
    same.update(state=RunState.FAILED, ended_at=at, error=_("中途停止：处理它的程序没有了。请重新提交。"))


def prune(*, at: datetime) -> int:
    """Forget finished runs: recurring ones after a week, others after 90 days, files made after a week; how many."""
    over = JobRun.objects.exclude(state__in=[RunState.QUEUED, RunState.RUNNING])
    _forget_products(at)
    nobodys = over.filter(started_by__isnull=True, asked_by__isnull=True)
    recurring, _by_model = nobodys.filter(ended_at__lt=at - KEPT_RECURRING).delete()
    others, _by_model = over.filter(ended_at__lt=at - KEPT_ASKED_FOR).delete()
    return recurring + others


def _forget_products(at: datetime) -> None:
    made = JobRun.objects.exclude(product="").filter(ended_at__lt=at - KEPT_PRODUCT)
    for run_id in made.values_list("pk", flat=True):
        ways.forget(run_id, product=True)
    made.update(product="")
