from datetime import datetime

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import SYSTEM
from zhongshu.matters import services
from zhongshu.platform.jobs.registry import every


@every("matters.sweep", _("到期检查"), daily="00:05")
def sweep(at: datetime) -> int:
    """A new day: lights turn by the dates of open matters."""
    swept = services.sweep(actor=SYSTEM, at=at)
    return swept.red + swept.yellow + swept.green


@every("matters.fold", _("汇总累计数"), minutes=5)
def fold(at: datetime) -> int:
    """Changes since the last time go into the running totals."""
    return services.fold()


@every("matters.recount", _("核对累计数"), daily="03:30")
def recount(at: datetime) -> int:
    """At night every running total is counted anew; how many were wrong."""
    return len(services.recount(actor=SYSTEM, at=at).differences)
