"""The deeds around claims that are one form each: about a budget line, a fund, a decision, a suspicion."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from zhongshu.approvals import registry
from zhongshu.finance import policies, queries, services
from zhongshu.finance.forms import (
    budget,
    cashier,
    decisions,
    delivery,
    funds,
    large,
    linking,
    standards,
    undertakings,
)
from zhongshu.finance.models import UndertakingKind
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.verdicts import Verdict
from zhongshu.org import queries as org
from zhongshu.supervision.services import link_about
from zhongshu.ui import deeds

Data = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed(deeds.SubjectDeed):
    """One form. ``allowed`` tells whether the actor may do it to the subject."""

    area = "finance"
    allowed: Callable[[Actor, Any], Verdict]


def _organ(actor: Actor, ref: int) -> Any:
    return org.unit(ref)


def _to(name: str) -> Callable[[Any], str]:
    return lambda subject: reverse(f"finance:{name}")


def _page(one: Any) -> str:
    """Where a claim, contract or project is shown."""
    return registry.subject_of(one.matter.kind).address(one.pk)


def _fund(one: Any) -> str:
    return reverse("finance:fund", args=[one.pk])


def _planned(kind: str) -> Callable[[Data, Data, Any], object]:
    def run(data: Data, common: Data, organ: Any) -> object:
        return services.submit_undertaking(plan=services.Plan(kind=kind, **data), **common)

    return run


def _amended(data: Data, common: Data, one: Any) -> object:
    opinion = data.pop("opinion")
    plan = services.Plan(kind=one.kind, **data)
    return services.amend_undertaking(matter_id=one.pk, plan=plan, opinion=opinion, **common)


def _decided(data: Data, common: Data, organ: Any) -> object:
    files = data.pop("files")
    return services.record_decision(organ_id=organ.pk, evidence=files[0], **data, **common)


DEEDS = (
    Deed(
        name="budget-line", path="organs/<int:ref>/budget-lines/", title=_("登记预算指标"), button=_("登记"),
        done=_("已登记指标。"), form=budget.LineForm, find=_organ,
        allowed=lambda actor, organ: policies.may_keep_budget(actor, organ.pk),
        run=lambda data, common, organ: services.enter_line(organ_id=organ.pk, **data, **common),
        back=_to("budget"),
    ),
    Deed(
        name="budget-amount", path="budget/<int:ref>/amount/", title=_("调剂预算指标"), button=_("调剂"),
        done=_("已调剂。"), form=budget.AdjustForm, find=queries.line,
        allowed=lambda actor, line: policies.may_keep_budget(actor, line.organ_id),
        run=lambda data, common, line: services.adjust_line(line_id=line.pk, **data, **common),
        back=_to("budget"), note=_("调剂后的金额不能少于已经占用和已经支出的合计。"),
    ),
    Deed(
        name="threshold", path="organs/<int:ref>/thresholds/", title=_("设定大额标准"), button=_("设定"),
        done=_("已设定，从启用日期起生效。"), form=large.ThresholdForm, find=_organ,
        allowed=lambda actor, organ: policies.may_set_thresholds(actor, organ.pk),
        run=lambda data, common, organ: services.set_threshold(organ_id=organ.pk, **data, **common),
        back=_to("large"), note=_("标准以书面规定为准，不随意更改；旧标准留在记录里。"),
    ),
    Deed(
        name="standard", path="organs/<int:ref>/standards/", title=_("登记开支标准"), button=_("登记"),
        done=_("已登记，从启用日期起对照。"), form=standards.StandardForm, find=_organ,
        allowed=lambda actor, organ: policies.may_set_standards(actor, organ.pk),
        run=lambda data, common, organ: services.set_standard(organ_id=organ.pk, **data, **common),
        back=_to("standards"), note=_("标准以文件为准；旧标准留在记录里，当时的开支仍按当时的标准。"),
    ),
    Deed(
        name="decision", path="organs/<int:ref>/decisions/", title=_("登记会议决定"), button=_("登记"),
        done=_("已登记，可以关联到单据。"), form=decisions.DecisionForm, find=_organ,
        allowed=lambda actor, organ: policies.may_record_decision(actor, organ.pk),
        run=_decided, back=_to("large"),
        note=_("没有达到法定人数或者没有过半数赞成的议题不能登记；传签不能代替集体决策。"),
    ),
    Deed(
        name="link-decision", path="<int:ref>/decision/", title=_("关联会议决定"), button=_("关联"),
        done=_("已关联。"), form=decisions.LinkForm, find=queries.outlay,
        allowed=lambda actor, one: policies.may_record_decision(actor, one.matter.organ_id),
        run=lambda data, common, one: services.link_decision(matter_id=one.pk, **data, **common),
        back=_page,
    ),
    Deed(
        name="supervision", path="<int:ref>/supervision/", title=_("关联督办事项"), button=_("关联"),
        done=_("已列入督办，两边都看得到。"), form=linking.TieForm, find=queries.outlay,
        allowed=policies.may_put_under_supervision, back=_page,
        run=lambda data, common, one: link_about(about_id=one.pk, **data, **common),
    ),
    Deed(
        name="claim-payment", path="<int:ref>/payment/", title=_("付款"), button=_("已付款"), icon="check",
        done=_("已付款，转会计记账。"), form=cashier.PayForm, find=queries.claim, allowed=policies.may_pay_now,
        run=lambda data, common, claim: services.pay_claim(matter_id=claim.pk, **data, **common), back=_page,
    ),
    Deed(
        name="claim-booking", path="<int:ref>/booking/", title=_("记账"), button=_("已记账"), icon="check",
        done=_("已记账。"), form=cashier.BookForm, find=queries.claim, allowed=policies.may_book_now,
        run=lambda data, common, claim: services.book_claim(matter_id=claim.pk, **data, **common), back=_page,
    ),
    Deed(
        name="claim-repayment", path="<int:ref>/repayment/", title=_("登记还款"), button=_("登记还款"),
        done=_("已登记还款。"), form=budget.RepayForm, find=queries.claim,
        allowed=policies.may_note_repayment,
        run=lambda data, common, claim: services.repay_advance(matter_id=claim.pk, **data, **common),
        back=_page,
    ),
    Deed(
        name="contract-new", path="undertakings/organs/<int:ref>/contracts/", title=_("新合同"), button=_("提交审批"),
        done=_("已提交审批。"), form=undertakings.ContractForm, find=_organ,
        allowed=lambda actor, organ: policies.may_undertake(actor, organ.pk),
        run=_planned(UndertakingKind.CONTRACT), back=_to("undertakings"), after=_page,
        note=_("批准以后登记签订，签订以后才能付款；付款累计不超过合同金额。"),
    ),
    Deed(
        name="project-new", path="undertakings/organs/<int:ref>/projects/", title=_("新项目"), button=_("提交审批"),
        done=_("已提交审批。"), form=undertakings.ProjectForm, find=_organ,
        allowed=lambda actor, organ: policies.may_undertake(actor, organ.pk),
        run=_planned(UndertakingKind.PROJECT), back=_to("undertakings"), after=_page,
        note=_("重大项目须经集体决策；所属合同累计不超过项目总额。"),
    ),
    Deed(
        name="undertaking-amend", path="undertakings/<int:ref>/amended/", title=_("修改并提交"), button=_("提交审批"),
        done=_("已重新提交审批。"), form=undertakings.AmendForm, find=queries.undertaking,
        allowed=policies.may_amend_now, run=_amended, back=_page,
    ),
    Deed(
        name="contract-signing", path="undertakings/<int:ref>/signing/", title=_("登记签订"), button=_("登记签订"),
        done=_("已登记签订，可以按合同付款。"), form=delivery.SignForm, find=queries.undertaking,
        allowed=policies.may_sign, back=_page,
        run=lambda data, common, one: services.sign_contract(matter_id=one.pk, **data, **common),
    ),
    Deed(
        name="undertaking-acceptance", path="undertakings/<int:ref>/acceptance/", title=_("验收"), button=_("验收"),
        done=_("已验收。"), form=delivery.AcceptForm, find=queries.undertaking,
        allowed=policies.may_accept, back=_page, note=_("经办和签订的人不能验收。"),
        run=lambda data, common, one: services.accept_undertaking(matter_id=one.pk, **data, **common),
    ),
    Deed(
        name="flag-explanation", path="flags/<int:ref>/explanation/", title=_("说明疑似拆分"), button=_("提交说明"),
        done=_("已说明。"), form=large.ExplainForm, find=queries.flag,
        allowed=lambda actor, flag: policies.may_explain(actor, flag.organ_id),
        run=lambda data, common, flag: services.explain_flag(flag_id=flag.pk, **data, **common),
        back=_to("large"),
    ),
    Deed(
        name="fund-new", path="organs/<int:ref>/funds/", title=_("登记争取资金"), button=_("登记"),
        done=_("已登记。"), form=funds.FundForm, find=_organ,
        allowed=lambda actor, organ: policies.may_seek_funds(actor, organ.pk),
        run=lambda data, common, organ: services.enter_fund(**data, **common), back=_to("funds"),
    ),
    Deed(
        name="fund-movement", path="funds/<int:ref>/movements/", title=_("登记批复、到账、使用"), button=_("登记"),
        done=_("已登记。"), form=funds.MovementForm, find=queries.fund,
        allowed=lambda actor, fund: policies.may_seek_funds(actor, fund.organ_id),
        run=lambda data, common, fund: services.enter_movement(fund_id=fund.pk, **data, **common),
        back=_fund, note=_("到账累计不超过批复累计，使用累计不超过到账累计。"),
    ),
    Deed(
        name="fund-link", path="funds/<int:ref>/matter/", title=_("关联事项"), button=_("关联事项"),
        done=_("已关联事项。"), form=funds.LinkFundForm, find=queries.fund,
        allowed=lambda actor, fund: policies.may_seek_funds(actor, fund.organ_id),
        run=lambda data, common, fund: services.link_fund(fund_id=fund.pk, **data, **common), back=_fund,
    ),
    Deed(
        name="fund-closure", path="funds/<int:ref>/closure/", title=_("办结争取资金"), button=_("办结"),
        done=_("已办结。"), form=funds.CloseForm, find=queries.fund,
        allowed=lambda actor, fund: policies.may_seek_funds(actor, fund.organ_id),
        run=lambda data, common, fund: services.close_fund(fund_id=fund.pk, **data, **common),
        back=_fund,
    ),
)  # fmt: skip
BY_NAME: Mapping[str, Deed] = {one.name: one for one in DEEDS}
