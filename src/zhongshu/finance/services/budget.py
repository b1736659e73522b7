from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from zhongshu.finance import policies, queries
from zhongshu.finance.models import BudgetLine, Claim
from zhongshu.finance.rules import F_05_balance
from zhongshu.kernel import reasons
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.org import queries as org
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case


@use_case("finance.enter_budget_line")
def enter_line(
    *,
    actor: Actor,
    organ_id: int,
    year: int,
    code: str,
    title: str,
    amount: Decimal,
    unit_id: int | None = None,
    categories: Sequence[str] = (),
    at: datetime,
) -> BudgetLine:
    """Enter a line of the year's budget, in yuan; for one unit, or for all of the organ."""
    policies.may_keep_budget(actor, organ_id).require()
    if amount < 0:
        raise Refusal("negative", _("指标金额不能是负数。"), at="amount")
    if BudgetLine.objects.filter(organ_id=organ_id, year=year, code=code.strip()).exists():
        raise Conflict("line_exists", _("这一年已有代码为“%(code)s”的指标。") % {"code": code})
    line = BudgetLine.objects.create(
        organ_id=organ_id,
        unit=org.unit(unit_id) if unit_id else None,
        year=year,
        code=code.strip(),
        title=title.strip(),
        amount=amount,
        categories=sorted(set(categories)),
    )
    _told(line, "line_entered", actor=actor, at=at, title=line.title, amount=f"{amount:.2f}")
    return line


@use_case("finance.adjust_budget_line")
def adjust_line(*, actor: Actor, line_id: int, amount: Decimal, reason: str, at: datetime) -> BudgetLine:
    """Change what a line holds (预算调剂), with the paper it rests on; never below what is bound and spent."""
    line = queries.line_for_update(line_id)
    policies.may_keep_budget(actor, line.organ_id).require()
    reasons.given(reason, _("请写明调剂依据。"))
    F_05_balance(line.reserved + line.spent, amount, line.title).require()
    before, line.amount = line.amount, amount
    line.save(update_fields=["amount"])
    facts = {
        "title": line.title,
        "before": f"{before:.2f}",
        "amount": f"{amount:.2f}",
        "reason": reason.strip(),
    }
    _told(line, "line_adjusted", actor=actor, at=at, **facts)
    return line


def reserve(claim: Claim) -> None:
    """Bind in its line what a claim takes from it; refused when the balance is short. Part of a use case."""
    if claim.reserved:
        return
    line = queries.line_for_update(claim.budget_line_id)
    F_05_balance(claim.bound, line.balance, line.title).require()
    line.reserved += claim.bound
    line.save(update_fields=["reserved"])
    claim.reserved = True


def release(claim: Claim) -> None:
    """Give what a claim had bound back to its line."""
    if not claim.reserved:
        return
    line = queries.line_for_update(claim.budget_line_id)
    line.reserved -= claim.bound
    line.save(update_fields=["reserved"])
    claim.reserved = False


def spend(claim: Claim) -> None:
    """What was bound is spent."""
    line = queries.line_for_update(claim.budget_line_id)
    if claim.reserved:
        line.reserved -= claim.bound
    line.spent += claim.amount
    line.save(update_fields=["reserved", "spent"])
    claim.reserved = False


def unspend(claim: Claim, amount: Decimal) -> None:
    """Part of what an advance had spent comes back to its line."""
    line = queries.line_for_update(claim.budget_line_id)
    line.spent -= amount
    line.save(update_fields=["spent"])


def _told(line: BudgetLine, verb: str, *, actor: Actor, at: datetime, **facts: object) -> None:
    journal.record(stream=f"budget:{line.pk}", verb=f"finance.{verb}", actor=actor, at=at, data=facts)
