"""How the verbs of supervision are told in a timeline."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhongshu.platform.journal.sentences import register
from zhongshu.supervision.models import State
from zhongshu.supervision.periods import period_words

Facts = Mapping[str, Any]


def _dispatched(facts: Facts) -> str:
    sentence = _("交%(lead)s牵头办理，%(due)s前办结") % facts
    return sentence + _("；%(support)s配合") % facts if facts.get("support") else sentence


def _reported(facts: Facts) -> str:
    told = _("回告进展：%(text)s") % facts if facts.get("text") else _("回告：没有新变化")
    if not facts.get("due"):
        return told
    return (
        told
        + (_("（补报 %(due)s 到期的一期）") if facts.get("late") else _("（%(due)s 到期的一期）")) % facts
    )


def _figures_asked(facts: Facts) -> str:
    told = _("索取%(period)s的数据：%(labels)s") % {**facts, "period": period_words(facts["period"])}
    return told + _("；其中 %(again)s 项重复，理由：%(reason)s") % facts if facts.get("again") else told


def _cycle_set(facts: Facts) -> str:
    told = _("设定回告周期：%(label)s") % facts
    told += _("，至%(until)s，依据：%(basis)s") % facts if facts.get("until") else ""
    return told + (_("：%(milestones)s") % facts if facts.get("milestones") else "")


def _shelved(facts: Facts) -> str:
    sentence = _("不立项，转阅：%(reason)s") % facts
    return sentence.rstrip("。.") + _("；送%(readers)s阅") % facts if facts.get("readers") else sentence


def _merged(facts: Facts) -> str:
    sentence = _("并入%(source)s的“%(title)s”") % facts
    return sentence + _("，%(support)s配合") % facts if facts.get("support") else sentence


def _resumed(facts: Facts) -> str:
    sentence = _("恢复计时，余 %(left)s 个工作日，时限%(due)s") % facts
    if facts.get("cut"):
        sentence += _("（按余时应到%(cut)s，不晚于上级事项）") % facts
    return f"{sentence}{_('：')}{facts['reason']}" if facts.get("reason") else sentence


def _whole_moved(facts: Facts) -> str:
    told = {**facts, "word": str(State(facts["state"]).label)}
    sentence = _("上级事项%(number)s%(word)s，本任务继续办理") % told
    return f"{sentence}{_('：')}{facts['reason']}" if facts.get("reason") else sentence


_OF_A_PART = {
    "dispatched": gettext_lazy("已交办"),
    "objected": gettext_lazy("提出异议"),
    "reported": gettext_lazy("回告进展"),
    "completed": gettext_lazy("报办结"),
    "accepted": gettext_lazy("审核通过"),
    "returned": gettext_lazy("退回重办"),
    "closed_out": gettext_lazy("已销号"),
    "transferred": gettext_lazy("已移送"),
    "terminated": gettext_lazy("已终止"),
    "suspended": gettext_lazy("已中止计时"),
    "resumed": gettext_lazy("恢复计时"),
}


def _part_moved(facts: Facts) -> str:
    told = {**facts, "did": str(_OF_A_PART.get(str(facts["did"]), ""))}
    sentence = _("分解任务“%(title)s”（%(unit)s）%(did)s") % told
    return f"{sentence}：{facts['text']}" if facts.get("text") else sentence


def _accepted(facts: Facts) -> str:
    opinion = str(facts.get("opinion", "")).rstrip("。") if facts.get("questions") else facts.get("opinion")
    said = [_("审核通过：%(opinion)s") % {"opinion": opinion} if opinion else _("审核通过")]
    if facts.get("questions"):
        said.append(_("%(questions)s 个疑点的核实情况：%(explanation)s") % facts)
    return _("；").join(said)


register(
    "supervision.brought_in", lambda d: _("导入《%(title)s》，识别出 %(found)s 项任务") % d, icon="file-text"
)
register(
    "supervision.confirmed", lambda d: _("确认立项 %(opened)s 件，不需督办 %(dropped)s 项") % d, icon="check"
)
register("supervision.filter_saved", lambda d: _("存下筛选“%(filter)s”") % d, icon="star")
register("supervision.filter_changed", lambda d: _("改了筛选“%(filter)s”") % d, icon="pencil")
register("supervision.filter_removed", lambda d: _("删除筛选“%(filter)s”") % d, icon="x")
register("supervision.alias_learnt", lambda d: _("记住叫法：“%(alias)s”就是%(unit)s") % d, icon="pencil")
register("supervision.registered", lambda d: _("登记，来源：%(source)s") % d, icon="clipboard-list")
register(
    "supervision.docketed",
    lambda d: _("立项，批准人%(approver)s，依据：%(basis)s") % d,
    icon="clipboard-list",
)
register("supervision.instructed", lambda d: _("批示（%(label)s）：%(text)s") % d, icon="pencil", tone="red")
register("supervision.shelved", _shelved, icon="book")
register("supervision.linked", lambda d: _("与%(number)s相关联") % d, icon="link")
register(
    "supervision.another_one",
    lambda d: _("与%(numbers)s相似，仍另立一件：%(reason)s") % d,
    icon="link",
    tone="amber",
)
register("supervision.merged", _merged, icon="git-branch")
register("supervision.dispatched", _dispatched, icon="send")
register("supervision.signed_for", lambda d: _("签收，经办人%(person)s") % d, icon="check")
register("supervision.objected", lambda d: _("提出异议：%(reason)s") % d, icon="arrow-back-up", tone="amber")
register("supervision.passed_on", lambda d: _("转%(to)s经办") % d, icon="arrow-forward-up")
register(
    "supervision.given_instead",
    lambda d: _("%(absent)s请假到%(until)s，交%(to)s代办") % d,
    icon="calendar-user",
    tone="amber",
)
register("supervision.reported", _reported, icon="message-2")
register("supervision.cycle_set", _cycle_set, icon="calendar-event")
register("supervision.figures_asked", _figures_asked, icon="chart-histogram")
register("supervision.figures_given", lambda d: _("填报数据：%(figures)s") % d, icon="chart-histogram")
register(
    "supervision.wait_noted",
    lambda d: _("督查部门注明：%(label)s。%(reason)s") % d,
    icon="clock",
    tone="amber",
)
register("supervision.round_opened", lambda d: _("本期回告，%(due)s前报") % d, icon="calendar-event")
register("supervision.round_reminded", lambda d: _("提醒：本期回告%(due)s到期") % d, icon="bell")
register("supervision.round_missed", lambda d: _("本期未报，%(due)s到期") % d, icon="bell", tone="red")
register(
    "supervision.round_redated",
    lambda d: _("按%(notice)s重新安排本期回告：%(old)s改为%(new)s") % d,
    icon="calendar-event",
)
register("supervision.rounds_turned", lambda d: _("安排下一期回告") % d, icon="calendar-event")
register("supervision.reminded", lambda d: _("催办：%(note)s") % d, icon="bell", tone="amber")
register(
    "supervision.extension_asked", lambda d: _("申请延期至%(new_due)s：%(reason)s") % d, icon="calendar-event"
)
register(
    "supervision.extension_granted",
    lambda d: _("同意延期至%(new_due)s，考核仍按原时限") % d,
    icon="calendar-event",
)
register(
    "supervision.extension_refused",
    lambda d: _("不同意延期：%(opinion)s") % d,
    icon="calendar-event",
    tone="amber",
)
register(
    "supervision.suspension_asked",
    lambda d: _("申请中止计时，%(review_on)s前复核：%(reason)s") % d,
    icon="player-pause",
)
register(
    "supervision.suspension_refused",
    lambda d: _("不同意中止：%(opinion)s") % d,
    icon="player-pause",
    tone="amber",
)
register(
    "supervision.suspended",
    lambda d: _("中止计时，余 %(left)s 个工作日，%(review_on)s前复核：%(reason)s") % d,
    icon="player-pause",
    tone="amber",
)
register("supervision.settled", lambda d: _("%(what)s随之了结：%(why)s") % d, icon="flag", tone="amber")
register("supervision.resumed", _resumed, icon="refresh")
register("supervision.whole_moved", _whole_moved, icon="git-branch", tone="amber")
register("supervision.whole_redated", lambda d: _("上级事项%(number)s时限改为%(due)s") % d, icon="git-branch")
register(
    "supervision.part_pulled_in",
    lambda d: _("上级事项时限提前，本任务时限由%(old)s提前到%(new)s") % d,
    icon="calendar-event",
    tone="amber",
)
register(
    "supervision.taken_up_again",
    lambda d: _("不实，另登记%(number)s重新办理：%(reason)s") % d,
    icon="refresh",
    tone="amber",
)
register("supervision.succeeded_by", lambda d: _("后续件%(number)s已归档，档号%(code)s") % d, icon="archive")
register("supervision.completed", lambda d: _("报办结，%(signer)s签字：%(feedback)s") % d, icon="flag")
register("supervision.accepted", _accepted, icon="eye-check", tone="green")
register("supervision.returned", lambda d: _("退回重办：%(reason)s") % d, icon="arrow-back-up", tone="red")
register("supervision.answered", lambda d: _("向%(leader)s回告：%(answer)s") % d, icon="message-2")
register(
    "supervision.closed_out", lambda d: _("销号，佐证材料 %(evidence)s 件") % d, icon="check", tone="green"
)
register("supervision.paper_filed", lambda d: _("归档，档号%(code)s") % d, icon="archive")
register("supervision.archived", lambda d: _("归档，档号%(code)s") % d, icon="archive")
register("supervision.drawn", lambda d: _("抽中复查，%(due)s前核实") % d, icon="eye-check")
register(
    "supervision.rechecked", lambda d: _("复查%(outcome)s：%(note)s") % d, icon="eye-check", tone="amber"
)
register(
    "supervision.sampled",
    lambda d: _("抽查：从 %(considered)s 件已销号事项中按种子 %(seed)s 抽取 %(percent)s%%") % d,
    icon="eye-check",
)
register("supervision.reopened", lambda d: _("复开：%(reason)s") % d, icon="arrow-back-up", tone="amber")
register("supervision.reminder_taken_back", gettext_lazy("撤回了刚才的催办"), icon="arrow-back-up")
register(
    "supervision.slip_taken_back", lambda d: _("撤回了刚发的%(slip)s，没有送达") % d, icon="arrow-back-up"
)
register(
    "supervision.instruction_taken_back", gettext_lazy("撤回了刚才的批示，没有送达"), icon="arrow-back-up"
)
register("supervision.opening_taken_back", gettext_lazy("撤回了刚才的交办，没有送达"), icon="arrow-back-up")
register("supervision.terminated", lambda d: _("终止：%(reason)s") % d, icon="x")
register("supervision.risk_judged", lambda d: _("研判风险：%(label)s。%(reason)s") % d, icon="alert-triangle")
register("supervision.decomposed", lambda d: _("分解为 %(parts)s 项：%(titles)s") % d, icon="git-branch")
register("supervision.part_moved", _part_moved, icon="git-branch")
register(
    "supervision.slip_proposed",
    lambda d: _("逾期 %(days)s 个工作日，按升级阶梯建议发%(slip)s，等督查部门审定") % d,
    icon="bell",
    tone="amber",
)
register(
    "supervision.slip_issued", lambda d: _("发%(slip)s，送%(to)s：%(text)s") % d, icon="bell", tone="red"
)
register("supervision.slip_acknowledged", lambda d: _("签收%(slips)s") % d, icon="check")
register("supervision.exported", lambda d: _("导出台账 %(rows)s 行（%(said)s）") % d, icon="download")
register("supervision.paper_drafted", lambda d: _("起草%(kind)s“%(title)s”") % d, icon="file-text")
register("supervision.paper_worded", lambda d: _("修改%(kind)s“%(title)s”") % d, icon="pencil")
register("supervision.paper_discarded", lambda d: _("放弃%(kind)s“%(title)s”的草稿") % d, icon="x")
register(
    "supervision.paper_issued",
    lambda d: _("发出%(kind)s（%(number)s）“%(title)s”，送%(to)s") % d,
    icon="file-text",
)


def _taken_over(facts: Facts) -> str:
    became = str(State(str(facts["became"])).label)
    sentence = _("从台账《%(file)s》第%(row)s行补录，补录为“%(became)s”") % {**facts, "became": became}
    if facts.get("foreign_number"):
        sentence += _("，原编号%(foreign_number)s") % facts
    if facts.get("said"):
        sentence += _("，原台账注明：%(said)s") % facts
    return sentence + (_("。当时进展：%(progress)s") % facts if facts.get("progress") else "")


register("supervision.taken_over", _taken_over, icon="file-upload")
register(
    "supervision.import_undone",
    lambda d: _("撤销台账导入，本事项作废：%(reason)s") % d,
    icon="arrow-back-up",
    tone="amber",
)
register("supervision.ledger_brought", lambda d: _("上传台账《%(name)s》") % d, icon="file-upload")
register(
    "supervision.ledger_mapped", lambda d: _("核对列的对应关系，改动 %(columns)s 列") % d, icon="list-check"
)
register(
    "supervision.ledger_tried", lambda d: _("试读台账%(rows)s行，要改%(wrong)s行") % d, icon="list-check"
)
register("supervision.import_begun", lambda d: _("开始导入台账"), icon="file-upload")
register(
    "supervision.rows_imported",
    lambda d: _("补录 %(taken)s 行，%(refused)s 行没有补录，%(passed)s 行以前已补录") % d,
    icon="file-upload",
)
register(
    "supervision.import_ended",
    lambda d: _("台账导入完成") if d.get("done") else _("台账导入中途停止"),
    icon="check",
)
register("supervision.undoing_begun", lambda d: _("开始撤销台账导入：%(reason)s") % d, icon="arrow-back-up")
register(
    "supervision.rows_undone", lambda d: _("撤销 %(undone)s 行，保留 %(kept)s 行") % d, icon="arrow-back-up"
)
register(
    "supervision.undoing_ended",
    lambda d: _("撤销完成，保留 %(kept)s 行") % d,
    icon="check",
)
