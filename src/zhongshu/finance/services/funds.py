from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from zhongshu.finance import policies, queries
from zhongshu.finance.models import FundApplication, FundMovement, MovementKind
from zhongshu.kernel import reasons
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Conflict, Refusal, refuse_faults
from zhongshu.matters import queries as matters
from zhongshu.org import queries as org
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case

BEFORE = {MovementKind.RECEIVED: MovementKind.GRANTED, MovementKind.USED: MovementKind.RECEIVED}


@use_case("finance.enter_fund")
def enter_fund(
    *,
    actor: Actor,
    unit_id: int,
    project: str,
    asked_of: str,
    asked: Decimal,
    asked_on: date,
    paper: str = "",
    matter_id: int | None = None,
    at: datetime,
) -> FundApplication:
    """Enter what was asked from above for a project, in yuan, with its paper."""
    unit = org.unit(unit_id)
    organ_id = org.organ_of(unit)
    policies.may_seek_funds(actor, organ_id).require()
    if asked <= 0:
        raise Refusal("not_positive", _("申请金额应大于零。"), at="asked")
    if asked_on > local_day(at):
        raise Refusal("in_the_future", _("申请日期在今天之后。"), at="asked_on")
    made = FundApplication.objects.create(
        organ_id=organ_id,
        unit=unit,
        project=project.strip(),
        asked_of=asked_of.strip(),
        asked=asked,
        asked_on=asked_on,
        paper=paper.strip(),
        matter=matters.get(actor, matter_id) if matter_id else None,
        entered_by_id=actor.person_id or 0,
    )
    number = made.matter.number if made.matter else ""
    _told(made, "fund_entered", actor=actor, at=at, project=made.project, asked=f"{asked:.2f}", number=number)
    return made


@use_case("finance.link_fund")
def link_fund(*, actor: Actor, fund_id: int, matter_id: int | None = None, at: datetime) -> FundApplication:
    """Say of which supervised matter or paper an application is part; of none any more without ``matter_id``."""
    fund = queries.fund(actor, fund_id)
    policies.may_seek_funds(actor, fund.organ_id).require()
    matter = matters.get(actor, matter_id) if matter_id else None
    if fund.matter_id == matter_id:
        return fund
    fund.matter = matter
    fund.save(update_fields=["matter"])
    _told(fund, "fund_linked", actor=actor, at=at, number=matter.number if matter else "")
    return fund


@use_case("finance.enter_movement")
def enter_movement(
    *, actor: Actor, fund_id: int, kind: str, amount: Decimal, on: date, paper: str = "", at: datetime
) -> FundMovement:
    """Enter a sum granted, received or used: never more received than granted, nor more used than received."""
    fund = queries.fund(actor, fund_id)
    FundApplication.objects.select_for_update().get(pk=fund_id)
    policies.may_seek_funds(actor, fund.organ_id).require()
    what = MovementKind(kind)
    if fund.closed_on is not None:
        raise Conflict("fund_is_closed", _("这笔争取资金已经办结。"))
    faults: dict[str, object] = {} if amount > 0 else {"amount": _("金额应大于零。")}
    if not fund.asked_on <= on <= local_day(at):
        faults["on"] = _("日期应在申请日期（%(first)s）到今天之间。") % {"first": fund.asked_on}
    refuse_faults(faults, "no_such_movement", _("还有 %(count)s 处要改。"))
    before = BEFORE.get(what)
    if before is not None and _sum(fund, what) + amount > _sum(fund, before):
        told = {"what": what.label, "before": before.label, "sum": f"{_sum(fund, before):,.2f}"}
        words = _("%(what)s累计不能超过%(before)s累计 %(sum)s 元。") % told
        raise Refusal("more_than_there_was", words, at="amount")
    made = FundMovement.objects.create(
        application=fund,
        kind=what,
        amount=amount,
        on=on,
        paper=paper.strip(),
        entered_by_id=actor.person_id or 0,
        at=at,
    )
    _told(fund, "fund_moved", actor=actor, at=at, kind=str(what), amount=f"{amount:.2f}")
    return made


@use_case("finance.close_fund")
def close_fund(*, actor: Actor, fund_id: int, note: str, at: datetime) -> FundApplication:
    """End an application, with what came of it."""
    fund = queries.fund(actor, fund_id)
    policies.may_seek_funds(actor, fund.organ_id).require()
    if fund.closed_on is not None:
        raise Conflict("fund_is_closed", _("这笔争取资金已经办结。"))
    fund.closed_on, fund.note = local_day(at), reasons.given(note, _("请写明结果。"), at="note")
    fund.save(update_fields=["closed_on", "note"])
    _told(fund, "fund_closed", actor=actor, at=at, note=fund.note)
    return fund


def _sum(fund: FundApplication, kind: MovementKind) -> Decimal:
    return sum((one.amount for one in fund.movements.filter(kind=kind)), Decimal(0))


def _told(fund: FundApplication, verb: str, *, actor: Actor, at: datetime, **facts: object) -> None:
    journal.record(stream=f"fund:{fund.pk}", verb=f"finance.{verb}", actor=actor, at=at, data=facts)
