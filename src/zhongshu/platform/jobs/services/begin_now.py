from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import SYSTEM, Actor
from zhongshu.kernel.refusals import NotFound
from zhongshu.platform.jobs.models import JobRun
from zhongshu.platform.jobs.policies import require_keeper
from zhongshu.platform.jobs.schedule import SCHEDULE
from zhongshu.platform.jobs.services.ask import ask
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case


@use_case("jobs.begin_now")
def begin_now(*, actor: Actor, name: str, at: datetime) -> JobRun:
    """The system administrator begins a recurring job before its turn; its next turn stays as it is."""
    require_keeper(actor)
    if name not in SCHEDULE:
        raise NotFound("no_such_job", _("没有这项定时任务。"))
    run = ask(name, actor=SYSTEM, at=at)
    journal.record(stream="system", verb="jobs.began_now", actor=actor, at=at, data={"name": name})
    return run
