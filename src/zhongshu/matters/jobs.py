from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters import queries, services
from zhongshu.platform.jobs.registry import every

TOLD = 20


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


@every("matters.held", _("核对在办事项都有人办"), daily="03:45")
def held(at: datetime) -> int:
    """Law 1: every open matter lies with somebody. The run fails, and names them, where one does not."""
    lost = queries.orphans().order_by("pk").values_list("number", flat=True)
    if first := list(lost[:TOLD]):
        told = gettext("有 %(count)s 件在办事项没有人办：%(numbers)s")
        facts = {"count": lost.count(), "numbers": gettext("、").join(first)}
        raise Refusal("nobody_holds_it", told % facts, hint=gettext("请督查部门打开这些事项，重新交办。"))
    return 0
