"""Who may do what with money. Paying and booking are stages of approval; these are the duties around them."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from zhongshu.approvals.grammar import Power
from zhongshu.approvals.models import Hand
from zhongshu.approvals.wording import not_with_the_drafter
from zhongshu.finance.asked import asked_power, on_drafters_desk
from zhongshu.finance.models import Claim, Decision, Outlay, Undertaking
from zhongshu.finance.rules import F_13_acceptance, payee_key
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.verdicts import YES, Verdict, not_yours
from zhongshu.org.models import Duty
from zhongshu.platform.journal import queries as journal
from zhongshu.supervision.policies import may_supervise

WATCHING = (Duty.AUDIT, Duty.LEAD_ORGAN, Duty.REVIEW_CLAIMS)


def may_keep_budget(actor: Actor, organ_id: int) -> Verdict:
    """Whether ``actor`` enters and adjusts the budget of the organ."""
    if actor.is_system or actor.has_duty(Duty.KEEP_BUDGET, organ_id):
        return YES
    return not_yours("keeps_no_budget", _("预算指标由承担“预算管理”职责的岗位登记和调剂。"), rule="F-05")


def may_set_thresholds(actor: Actor, organ_id: int) -> Verdict:
    """Whether ``actor`` sets the thresholds of large sums: the organ's leaders, in writing (M-16)."""
    if actor.is_system or actor.has_duty(Duty.LEAD_ORGAN, organ_id):
        return YES
    return not_yours("sets_no_thresholds", _("大额标准由机关领导按书面规定设定。"), rule="M-16")


def may_set_standards(actor: Actor, organ_id: int) -> Verdict:
    """Whether ``actor`` sets what expenses may come to: who keeps the budget, by a paper (F-09, F-10)."""
    if actor.is_system or actor.has_duty(Duty.KEEP_BUDGET, organ_id):
        return YES
    return not_yours("sets_no_standards", _("开支标准由承担“预算管理”职责的岗位按文件登记。"), rule="F-09")


def may_record_decision(actor: Actor, organ_id: int) -> Verdict:
    """Whether ``actor`` records what a meeting decided: the section that reviews claims, or a leader."""
    if actor.has_any((Duty.REVIEW_CLAIMS, Duty.LEAD_ORGAN), organ_id):
        return YES
    return not_yours("records_no_decisions", _("会议决定由财务审核岗位或机关领导登记。"), rule="M-15")


def may_watch(actor: Actor) -> Verdict:
    """Whether ``actor`` sees every large item with its whole chain: the auditor, leaders, the reviewing section."""
    if actor.has_any(WATCHING):
        return YES
    return not_yours("does_not_watch", _("这一页供审计、机关领导和财务审核岗位查看。"))


def may_explain(actor: Actor, organ_id: int) -> Verdict:
    """Whether ``actor`` answers a suspicion of splitting: the reviewing section, never the claimant himself."""
    if actor.has_duty(Duty.REVIEW_CLAIMS, organ_id):
        return YES
    return not_yours("explains_nothing", _("疑似拆分由财务审核岗位核实说明。"), rule="M-16")


def may_seek_funds(actor: Actor, organ_id: int) -> Verdict:
    """Whether ``actor`` keeps the register of funds sought from above."""
    if actor.has_any((Duty.KEEP_BUDGET, Duty.REVIEW_CLAIMS), organ_id):
        return YES
    return not_yours("seeks_no_funds", _("争取资金台账由预算管理或财务审核岗位登记。"))


def may_note_repayment(actor: Actor, claim: Claim) -> Verdict:
    """Whether ``actor`` notes that an advance was paid back: the cashier, never his own (F-01)."""
    if not actor.has_duty(Duty.PAY, claim.matter.organ_id):
        return not_yours("not_the_cashier", _("还款由出纳登记。"), rule="F-01")
    if is_involved(actor, claim):
        return not_yours("own_advance", _("不能登记自己的还款。"), rule="F-01")
    return YES


def may_see_budget(actor: Actor) -> Verdict:
    """Whether ``actor`` reads the whole budget: who keeps it, leads, reviews, pays, books or audits."""
    if actor.has_any((*WATCHING, Duty.KEEP_BUDGET, Duty.PAY, Duty.BOOK)):
        return YES
    return not_yours("sees_no_budget", _("预算指标由预算管理、财务、审计岗位和机关领导查看。"))


def may_see_funds(actor: Actor) -> Verdict:
    """Whether ``actor`` reads the register of funds sought from above."""
    if actor.has_any((*WATCHING, Duty.KEEP_BUDGET)):
        return YES
    return not_yours("sees_no_funds", _("争取资金台账由预算管理、财务审核、审计岗位和机关领导查看。"))


def may_claim(actor: Actor) -> Verdict:
    """Whether ``actor`` hands claims in: everybody who works here; the three administrators have no business."""
    if not actor.admin_role and (actor.organ_ids or actor.is_system):
        return YES
    return not_yours("no_business", _("管理员账号不办业务。"))


def may_amend(actor: Actor, one: Outlay) -> Verdict:
    """Whether ``actor`` amends it: whose it is, or who took it over from him. That it was given back, approvals checks."""
    if is_party(actor, one) or not _applied(one).isdisjoint(actor.seats):
        return YES
    return not_yours("not_your_claim", _("单据由经办人自己修改。"), rule="F-01")


def may_amend_now(actor: Actor, one: Outlay) -> Verdict:
    """Whether a claim, contract or project lies on ``actor``'s desk to be amended: it was given back, or taken back."""
    mine = may_amend(actor, one)
    if not mine or on_drafters_desk(actor, one.pk):
        return mine
    return not_with_the_drafter(one.matter.approval.status)


def may_pay_now(actor: Actor, claim: Claim) -> Verdict:
    """Whether the claim lies with ``actor`` to be paid."""
    return _lies_with(actor, claim, Power.PAY)


def may_book_now(actor: Actor, claim: Claim) -> Verdict:
    """Whether the claim lies with ``actor`` to be entered in the books."""
    return _lies_with(actor, claim, Power.BOOK)


def _lies_with(actor: Actor, claim: Claim, power: Power) -> Verdict:
    if asked_power(actor, claim.pk) == power:
        return YES
    return not_yours("not_now", _("这一步现在不由您办理，或者已经办过了。"), _("请刷新页面。"))


def may_undertake(actor: Actor, organ_id: int) -> Verdict:
    """Whether ``actor`` hands contracts and projects of the organ in: everybody who works there."""
    if actor.has_duty(Duty.AUDIT, organ_id):
        return not_yours("audits_it", _("审计人员不办合同和项目。"), rule="F-01")
    if organ_id in actor.organ_ids:
        return may_claim(actor)
    return not_yours("another_organ", _("只能提交本机关的合同和项目。"))


def may_put_under_supervision(actor: Actor, one: Outlay) -> Verdict:
    """Whether ``actor`` has it seen through as a supervised matter: who supervises there, whatever else is his."""
    return may_supervise(actor, one.matter.organ_id)


def is_party(actor: Actor, one: Outlay) -> bool:
    """Whether ``actor`` is the one the money goes to, or who prepared the contract."""
    return one.owner_id in actor.seats


def is_paid(actor: Actor, one: Outlay) -> bool:
    """Whether the money goes to ``actor``, or to whom he stands in for: by name, or to an account that was his before."""
    return goes_by_name_to(actor, one) or account_of(one) in own_accounts(actor, [one])


def goes_by_name_to(actor: Actor, one: Outlay) -> bool:
    """Whether the money goes to somebody called like ``actor`` or whom he stands in for."""
    return payee_key(one.other_side) in _names(actor)


def account_of(one: Outlay) -> str:
    """By which the account is known that the money goes to; "" where the paper names none."""
    return one.account_key if isinstance(one, Claim) else ""


def own_accounts(actor: Actor, outlays: Iterable[Outlay]) -> set[str]:
    """Those of the accounts that ``outlays`` are paid to which were ``actor``'s before; one look for all."""
    asked = {account_of(one) for one in outlays} - {""}
    if not asked:
        return set()
    known = Claim.objects.filter(payee_key__in=_names(actor), account_key__in=asked)
    return set(known.values_list("account_key", flat=True).distinct())


def _names(actor: Actor) -> set[str]:
    return {payee_key(name) for name in (actor.name, actor.acting_for_name) if name}


def is_involved(actor: Actor, one: Outlay) -> bool:
    """Whether it is ``actor``'s, goes to him, or was handed in by him in another's name: the record keeps both."""
    return is_party(actor, one) or is_paid(actor, one) or not _applied(one).isdisjoint(actor.seats)


def _applied(one: Outlay) -> set[int]:
    hands = Hand.objects.filter(approval=one.pk, power=Power.APPLY)
    return set(hands.values_list("person", flat=True))


def may_pay_under(actor: Actor, one: Undertaking) -> Verdict:
    """Whether ``actor`` hands payments of a contract in: whoever prepared it, or somebody of its section."""
    if is_party(actor, one) or one.matter.unit_id in actor.unit_ids:
        return YES
    return not_yours("not_your_contract", _("合同付款由经办人或使用科室提交。"))


def may_sign(actor: Actor, one: Undertaking) -> Verdict:
    """Whether ``actor`` notes that a contract was signed: whoever prepared it, or a leader."""
    if is_party(actor, one) or actor.has_duty(Duty.LEAD_ORGAN, one.matter.organ_id):
        return YES
    return not_yours("not_your_contract", _("合同由经办人登记签订。"))


def may_accept(actor: Actor, one: Undertaking) -> Verdict:
    """Whether ``actor`` accepts what was delivered: the using section or a leader, never who prepared or signed it."""
    hands = {one.handler_id, one.signed_by_id, *_applied(one), *_signed(one)}
    verdict = F_13_acceptance(hands, actor.seats)
    leads = actor.has_duty(Duty.LEAD_ORGAN, one.matter.organ_id)
    if not verdict or leads or one.matter.unit_id in actor.unit_ids:
        return verdict
    return not_yours("does_not_accept", _("由使用科室的其他人员或机关领导验收。"), rule="F-13")


def _signed(one: Undertaking) -> set[int | None]:
    """Who noted that it was signed, in whosever name: the record names both."""
    entries = journal.told(one.matter.stream, "finance.contract_signed")
    return {person for entry in entries for person in (entry.actor_id, entry.acting_for_id)}


def may_see_evidence(actor: Actor, decision: Decision, *, knows: bool) -> Verdict:
    """Whether ``actor`` reads the minutes of a decision: who watches there, or knows of something that rests on it."""
    if knows or actor.is_system or actor.has_any(WATCHING, decision.organ_id):
        return YES
    return not_yours("sees_no_minutes", _("会议纪要供审计、机关领导、财务审核岗位和相关单据的知悉人查看。"))
