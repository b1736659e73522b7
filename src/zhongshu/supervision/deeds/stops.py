"""Deeds by which the clock stops and runs on, and what is archived is taken up again.

What others wait for (``CLOCK``) is more pressing than asking (``STOPS``).
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

from zhongshu.supervision import services
from zhongshu.supervision.deeds.deed import Deed
from zhongshu.supervision.forms import stops as forms


def _decide(data: dict[str, Any], common: dict[str, Any]) -> object:
    given = forms.told(data)
    approve = given.pop("verdict") == "grant"
    if not approve:
        given.pop("parts")
    return services.decide_suspension(approve=approve, **given, **common)


CLOCK = (
    Deed(
        resource="suspension-decision",
        verbs=("decide_suspension",),
        title=_("审批中止计时"),
        button=_("审批中止"),
        form=forms.SuspensionDecision,
        run=_decide,
        done=_("中止申请已批复，已通知申请人。"),
        note=_("同意后今天起停表，恢复之日接着算剩余的工作日；原定时限不变。"),
        icon="player-pause",
    ),
    Deed(
        resource="resumption",
        verbs=("resume",),
        title=_("恢复计时"),
        button=_("恢复计时"),
        form=forms.Resumption,
        run=lambda data, common: services.resume(**data, **common),
        done=_("已恢复计时，承办单位已收到新的时限。"),
        note=_("剩余的工作日从明天接着算；分解任务的时限不晚于上级事项。"),
        icon="refresh",
    ),
)
STOPS = (
    Deed(
        resource="suspension",
        verbs=("ask_suspension",),
        title=_("申请中止计时"),
        button=_("申请中止"),
        form=forms.SuspensionRequest,
        run=lambda data, common: services.ask_suspension(**data, **common),
        done=_("中止申请已提交，等领导审批。批准前照常计时。"),
        note=_("不由本单位决定的原因使事情无法继续的，可以停表；要在时限之前申请，并定复核日期。"),
        icon="player-pause",
    ),
)
AGAIN = (
    Deed(
        resource="taking-up",
        verbs=("take_up_again",),
        title=_("重新办理已归档事项"),
        button=_("重新办理"),
        form=forms.TakingUp,
        run=lambda data, common: services.take_up_again(**data, **common),
        done=_("已另登记这一件，请立项交办；归档材料不动。"),
        opens=True,
        note=_("归档包不改动。新登记的一件写明接续哪一件，办结后另成归档包，互相注明。"),
        icon="refresh",
    ),
)
