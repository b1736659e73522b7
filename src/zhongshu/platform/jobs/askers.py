"""Who asked for a job, as he stands when it is done: what he may do is looked at then."""

from collections.abc import Callable
from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Forbidden
from zhongshu.platform.jobs.models import JobRun

Finder = Callable[[int, int | None, datetime], Actor | None]
_finders: list[Finder] = []


def found_by(finder: Finder) -> None:
    """Have ``finder(account, person stood in for, moment)`` say who acts; None for who may no longer enter."""
    _finders[:] = [finder]


def asker_of(run: JobRun, at: datetime) -> Actor:
    """Who asked for ``run``, with the duties he has at ``at``. Refused where he has gone since."""
    if run.asked_by is not None:
        for finder in _finders:
            actor = finder(run.asked_by, run.acting_for, at)
            if actor is not None and actor.acting_for == run.acting_for:
                return actor
    raise Forbidden("asker_has_gone", _("提交这项任务的人现在不能办理它，没有执行。"), hint=_("请重新提交。"))
