"""How the verbs of inspections are told in a timeline."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhongshu.inspections.models import Kind, Method, Outcome
from zhongshu.platform.journal.sentences import name, register

Facts = Mapping[str, Any]


def _team(facts: Facts) -> str:
    told = _("组长%(leader)s") % facts
    return told + (_("，成员%(members)s") % facts if facts.get("members") else "")


def _planned(facts: Facts) -> str:
    told = {**facts, "kind": Kind(facts["kind"]).label, "team": _team(facts)}
    return _("拟订%(kind)s方案，督查%(units)s，%(team)s，依据：%(basis)s") % told


def _approved(facts: Facts) -> str:
    told = _("批准督查，%(team)s") % {"team": _team(facts)}
    return f"{told}{_('：')}{facts['opinion']}" if facts.get("opinion") else told


def _changed(facts: Facts) -> str:
    told = _("调整督查组：%(team)s") % {"team": _team(facts)}
    told += _("；%(left)s退出") % facts if facts.get("left") else ""
    told += _("；%(joined)s参加") % facts if facts.get("joined") else ""
    return told + (_("（%(reason)s）") % facts if facts.get("reason") else "")


def _step(facts: Facts) -> str:
    told = {**facts, "method": Method(facts["method"]).label}
    sentence = _("%(day)s在%(place)s%(method)s") % told
    return sentence + (_("，材料 %(files)s 份") % facts if facts.get("files") else "")


def _decided(facts: Facts) -> str:
    told = {**facts, "outcome": Outcome(facts["outcome"]).label}
    return _("复核决定：%(outcome)s。%(opinion)s") % told


register(
    "inspections.designated",
    lambda d: _("书面指定%(unit)s督查“%(matter)s”，至%(until)s（%(paper)s）") % d,
    icon="file-text",
)
register(
    "inspections.designation_withdrawn",
    lambda d: _("撤回对%(unit)s的书面指定“%(matter)s”（%(paper)s）：%(reason)s") % d,
    icon="arrow-back-up",
    tone="amber",
)
register("inspections.planned", _planned, icon="edit")
register("inspections.approved", _approved, icon="check")
register("inspections.team_changed", _changed, icon="users")
register("inspections.declined", lambda d: _("没有批准督查：%(reason)s") % d, icon="x", tone="amber")
register("inspections.stopped", lambda d: _("终止督查：%(reason)s") % d, icon="x", tone="amber")
register("inspections.step_recorded", _step, icon="list-check")
register("inspections.finding_noted", lambda d: _("%(unit)s的问题：%(text)s") % d, icon="alert-triangle")
register("inspections.finding_followed", lambda d: _("立为督办 %(number)s：%(text)s") % d, icon="send")
register("inspections.finding_left", lambda d: _("不立督办（%(reason)s）：%(text)s") % d, icon="circle-check")
register("inspections.fed_back", lambda d: _("向%(units)s反馈督查结论") % d, icon="mail")
register("inspections.reported", lambda d: _("报送督查专报（%(number)s）：%(title)s") % d, icon="file-text")
register(
    "inspections.reported_anew",
    lambda d: _("重报督查专报（%(number)s），代替%(replaces)s：%(because)s") % d,
    icon="file-text",
    tone="amber",
)
register(
    "inspections.conclusion_told",
    lambda d: _("向%(unit)s反馈督查结论，%(until)s前可以申请复核") % d,
    icon="mail",
)
register("inspections.conclusion_accepted", lambda d: _("认可督查结论，不申请复核"), icon="check")
register("inspections.conclusion_lapsed", lambda d: _("期满没有申请复核，结论生效"), icon="clock")
register(
    "inspections.review_asked",
    lambda d: _("申请复核：%(reason)s（%(until)s前作出决定）") % d,
    icon="arrow-back-up",
    tone="amber",
)
register("inspections.review_decided", _decided, icon="eye-check")
register("inspections.archived", lambda d: _("归档，档号 %(code)s") % d, icon="folder")
register("inspections.exported", lambda d: _("导出%(list)s，%(rows)s 行") % d, icon="download")

NAMES = {
    "inspections.planned": gettext_lazy("拟定督查方案"),
    "inspections.review_decided": gettext_lazy("作出复核决定"),
    "inspections.step_recorded": gettext_lazy("记录督查经过"),
}
name(NAMES)
