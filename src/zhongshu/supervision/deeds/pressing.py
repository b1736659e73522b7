"""Deeds of following up: slips, the judgement of risk."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from zhongshu.supervision import services
from zhongshu.supervision.deeds.deed import DECISION, Deed, decided
from zhongshu.supervision.forms import pressing as forms
from zhongshu.supervision.forms.reporting import AskFigures, SetCycle


def _decompose(data: dict[str, Any], common: dict[str, Any]) -> object:
    told = {name: value for name, value in data.items() if name not in DECISION}
    return services.decompose(parts=(services.Part(**told, decided=decided(data)),), **common)


SLIPS_RECEIVED = Deed(
    resource="acknowledgement",
    verbs=("acknowledge_slips",),
    title=_("签收督办单"),
    button=_("签收督办单"),
    form=forms.Acknowledgement,
    run=lambda data, common: services.acknowledge_slips(**common),
    done=_("已签收督办单。"),
    icon="mail-opened",
    at_once=True,
)
PRESSING = (
    Deed(
        resource="part",
        verbs=("decompose",),
        title=_("分解任务"),
        button=_("分解"),
        form=forms.Decompose,
        run=_decompose,
        done=_("已分解交办，可以继续分解下一项。"),
        note=_("分解任务用本单位的编号，时限不晚于上级事项；全部销号后，上级事项才能报办结。"),
        icon="git-branch",
    ),
    Deed(
        resource="slip",
        verbs=("issue_slip",),
        take_back="slip",
        title=_("发督办单"),
        button=_("发督办单"),
        form=forms.IssueSlip,
        run=lambda data, common: services.issue_slip(**data, **common),
        done=_("督办单已发出。"),
        note=_("按升级阶梯送承办单位相应层级的负责人；通报由审批领导发。"),
        icon="mail",
    ),
    Deed(
        resource="cycle",
        verbs=("set_cycle",),
        title=_("设定回告周期"),
        button=_("设定周期"),
        form=SetCycle,
        run=lambda data, common: services.set_cycle(**data, **common),
        done=_("回告周期已设定，从今天起按新的周期回告。"),
        note=_("周期越短，基层负担越重：短于每月的要有依据、有截止日；同一单位每月要报的次数有上限。"),
        icon="calendar-event",
    ),
    Deed(
        resource="figures",
        verbs=("ask_figures",),
        title=_("索取数据"),
        button=_("索取数据"),
        form=AskFigures,
        run=lambda data, common: services.ask_figures(**data, **common),
        done=_("已请承办单位随回告填报。"),
        note=_("同一单位、同一项数据、同一期间只要一次；别的事项要过的，系统会先告诉您。"),
        icon="chart-histogram",
    ),
    Deed(
        resource="risk",
        verbs=("judge_risk",),
        title=_("研判风险"),
        button=_("研判风险"),
        form=forms.JudgeRisk,
        run=lambda data, common: services.judge_risk(**data, **common),
        done=_("风险研判已记录。"),
        note=_("灯色只看日期；这里写督查人员的判断，两者并列显示。"),
        icon="alert-triangle",
    ),
    Deed(
        resource="wait",
        verbs=("note_wait",),
        title=_("注明卡在哪里"),
        button=_("注明卡在哪里"),
        form=forms.NoteWait,
        run=lambda data, common: services.note_wait(**data, **common),
        done=_("已注明，督办一张图随之更新。"),
        note=_("了解到的情况写在这里，承办单位会知道；单位下次回告另有说法的，以回告为准。"),
        icon="clock",
    ),
)
