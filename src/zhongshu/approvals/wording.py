"""How the verbs of approval are told in a timeline."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhongshu.approvals.models import Seat, SeatState, Status
from zhongshu.approvals.walking.words import not_with_the_drafter as not_with_the_drafter
from zhongshu.platform.journal.sentences import name, register

Facts = Mapping[str, Any]
Words = str | Promise
DRAFTING = "drafting"
CAUSES = {
    "self": gettext_lazy("提交人本人是审批人"),
    "empty": gettext_lazy("没有人可以办理"),
    "repeat": gettext_lazy("同一人在前面的环节已同意"),
    "overtime": gettext_lazy("超时"),
}
BY_ITSELF = {
    "skipped": gettext_lazy("自动跳过"),
    "returned": gettext_lazy("自动退回"),
    "refused": gettext_lazy("自动终止"),
}
"""What the house does with a stage by itself, by the state it leaves it in."""
PLACES = {
    "before": gettext_lazy("在其之前"),
    "beside": gettext_lazy("与其并行"),
    "after": gettext_lazy("在其之后"),
}


def state_words(state: str) -> str:
    """Where a paper stands, in a word."""
    return _("待提交") if state == DRAFTING else str(Status(state).label)


def signed(seat: Seat) -> str:
    """Who has the part, or had it decided: 何伟（代陈立）."""
    if seat.decided_by and seat.acting_for:
        told = {"name": seat.decided_by.name, "absent": seat.acting_for.name}
        return _("%(name)s（代%(absent)s）") % told
    return seat.decided_by.name if seat.decided_by else seat.person.name


def decided(seat: Seat, returned_to: str) -> str:
    """What somebody did with his part; what was given back, to whom: the stage ``returned_to``, "" for the drafter."""
    if seat.state != SeatState.RETURNED:
        return str(SeatState(seat.state).label)
    return _("退回“%(to)s”") % {"to": returned_to} if returned_to else _("退回起草人")


def _beside(facts: Facts) -> str:
    """What the house did by itself in the course of the act, so that nothing happens silently."""
    told = [_SAID[one["what"]](one) for one in facts.get("told", ()) if one["what"] in _SAID]
    return "".join(f"；{one}" for one in told)


_SAID: dict[str, Callable[[Facts], str]] = {
    "passed_over": lambda one: _("“%(stage)s”自动跳过（%(why)s）") % {**one, "why": CAUSES[one["cause"]]},
    "left_out": lambda one: (
        _("“%(stage)s”%(names)s因职责分离不参加办理") % one
        if one.get("names")
        else _("“%(stage)s”有人因职责分离不参加办理") % one
    ),
    "went_up": lambda one: _("“%(stage)s”无人可办，转上级") % one,
    "self_went_up": lambda one: _("“%(stage)s”的审批人是提交人，转上级") % one,
    "avoids": lambda one: _("“%(stage)s”有人是提交人的亲属，回避") % one,
    "self_left_out": lambda one: _("“%(stage)s”的审批人是提交人，不由本人办理") % one,
    "fallback_asked": lambda one: _("“%(stage)s”无人可办，交指定人") % one,
    "walks_again": lambda one: (
        _("%(names)s有改动，重新逐级审批") % {"names": "、".join(one["others"])}
        if one.get("others")
        else _("金额或分支条件有改动，重新逐级审批")
    ),
}


def _said(sentence: Words | Callable[[Facts], str]) -> Any:
    """``sentence`` told, with the stage before it, the opinion or the note, and what the house did after it."""

    def tell(facts: Facts) -> str:
        stage = _("“%(stage)s”") % facts if facts.get("stage") else ""
        opinion = _("：%(opinion)s") % facts if facts.get("opinion") else ""
        corrected = facts.get("corrected") or {}
        changes = "".join(
            _("；%(label)s：%(change)s") % {"label": k, "change": v} for k, v in corrected.items()
        )
        told = sentence(facts) if callable(sentence) else str(sentence)
        return f"{stage}{told}{opinion}{changes}{_beside(facts)}"

    return tell


def _cover(facts: Facts) -> str:
    """What lies around the form and was changed when the paper was handed in again."""
    parts = [_("；标题改为：%(title)s") % {"title": facts["retitled"]}] if facts.get("retitled") else []
    parts += [_("；说明已修改")] if facts.get("reworded") else []
    for key, sentence in (("added", _("；新增附件：%(names)s")), ("dropped", _("；去掉附件：%(names)s"))):
        if facts.get(key):
            parts.append(sentence % {"names": "、".join(facts[key])})
    return "".join(parts)


def _gave_back(facts: Facts) -> str:
    way = _("办好后直接返回") if facts["straight"] else _("办好后逐级重走")
    return _("退回“%(to)s”（%(way)s）：%(opinion)s") % {**facts, "way": way}


def _added(facts: Facts) -> str:
    return _("加签%(name)s（%(place)s）") % {**facts, "place": PLACES[facts["place"]]}


register("approvals.drafted", gettext_lazy("存为草稿"), icon="file-text")
register("approvals.handed_in", lambda d: _("提交审批") + _cover(d) + _beside(d), icon="send")
register("approvals.agreed", _said(gettext_lazy("同意")), icon="check", tone="green")
register("approvals.refused", _said(gettext_lazy("不同意")), icon="x", tone="red")
register("approvals.advised", _said(gettext_lazy("提出意见")), icon="message-2")
register("approvals.gave_back", _gave_back, icon="arrow-back-up", tone="amber")
register("approvals.took_back", gettext_lazy("取回自己的意见，重新办理"), icon="arrow-back-up", tone="amber")
register("approvals.added_signer", _said(_added), icon="users")
register("approvals.removed_signer", lambda d: _("减签%(name)s") % d, icon="users")
register("approvals.reassigned", _said(lambda d: _("转%(name)s办理") % d), icon="arrow-forward-up")
register("approvals.delegated", _said(lambda d: _("委派%(name)s先提意见") % d), icon="arrow-forward-up")
register("approvals.copied", lambda d: _("抄送%(names)s") % d, icon="eye")
register(
    "approvals.reminded",
    lambda d: _("催办%(names)s") % d + (_("：%(opinion)s") % {"opinion": d["note"]} if d.get("note") else ""),
    icon="bell",
    tone="amber",
)
register("approvals.suspended", lambda d: _("挂起，停止计时：%(reason)s") % d, icon="clock", tone="amber")
register("approvals.resumed", gettext_lazy("恢复办理，时限顺延"), icon="clock")
register("approvals.voided", lambda d: _("作废：%(reason)s") % d, icon="x", tone="red")
register("approvals.passed_over_late", lambda d: _("“%(stage)s”超时自动跳过") % d, icon="clock", tone="amber")
register(
    "approvals.returned_late", lambda d: _("“%(stage)s”超时自动退回起草人") % d, icon="clock", tone="amber"
)
register(
    "approvals.refused_late", lambda d: _("“%(stage)s”超时自动终止，未通过") % d, icon="clock", tone="red"
)
register(
    "approvals.lay_late", lambda d: _("“%(stage)s”超时，已提醒%(names)s") % d, icon="clock", tone="amber"
)
register("approvals.handed_over", lambda d: _("未办部分移交%(name)s") % d, icon="arrow-forward-up")
register("approvals.route_drafted", lambda d: _("起草“%(title)s”第%(version)s版") % d, icon="git-branch")
register("approvals.route_published", lambda d: _("发布“%(title)s”第%(version)s版") % d, icon="git-branch")
register("approvals.route_discarded", lambda d: _("放弃“%(title)s”第%(version)s版草稿") % d, icon="trash")
register("approvals.route_withdrawn", lambda d: _("停用“%(title)s”：%(reason)s") % d, icon="x")
register("approvals.archived", lambda d: _("归档，档号%(code)s") % d, icon="archive")
register("approvals.sheet_taken", gettext_lazy("取审批单"), icon="download")
register("approvals.exported", lambda d: _("导出 %(rows)s 行") % d, icon="download")

NAMES = {
    "approvals.added_signer": gettext_lazy("加签"),
    "approvals.advised": gettext_lazy("提出意见"),
    "approvals.agreed": gettext_lazy("同意"),
    "approvals.gave_back": gettext_lazy("退回"),
    "approvals.handed_in": gettext_lazy("提交审批"),
    "approvals.refused": gettext_lazy("不同意"),
}
name(NAMES)
