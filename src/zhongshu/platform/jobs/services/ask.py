import hashlib
import json
from datetime import datetime
from functools import partial

from django.db import transaction

from zhongshu.kernel.actors import Actor
from zhongshu.platform.jobs.declared import JOBS, Job
from zhongshu.platform.jobs.models import JobRun, RunState
from zhongshu.platform.jobs.services.carry_out import carry_out_run


def ask(wanted: Job | str, *, actor: Actor, at: datetime, **args: object) -> JobRun:
    """Have a job done after the present transaction has held; the run, to be watched.

    A person who asks for the same (name and args) while it is still under way gets that run. The row
    is the outbox: what the queue loses, ``tick`` hands to it again.
    """
    name = wanted.name if isinstance(wanted, Job) else JOBS[wanted].name
    fingerprint = hashlib.sha256(json.dumps([name, args], sort_keys=True).encode()).hexdigest()
    asker = {"asked_by": actor.user_id, "started_by": actor.person_id, "acting_for": actor.acting_for}
    same = JobRun.objects.filter(
        state__in=[RunState.QUEUED, RunState.RUNNING],
        fingerprint=fingerprint,
        cancel_requested=False,
        **asker,
    ).first()
    if same:
        return same
    run = JobRun.objects.create(name=name, args=args, fingerprint=fingerprint, asked_at=at, **asker)
    hand_over(run.pk)
    return run


def hand_over(run_id: int) -> None:
    """Put the run into the queue once the present transaction has held."""
    transaction.on_commit(partial(carry_out_run.enqueue, run_id))
