"""The one task the queue knows: carry out the run with this number."""

from django_tasks import task

from zhongshu.kernel.clock import now
from zhongshu.platform.jobs.services.carry_out import carry_out


@task()
def carry_out_run(run_id: int) -> None:
    """What the worker does."""
    carry_out(run_id, at=now())
