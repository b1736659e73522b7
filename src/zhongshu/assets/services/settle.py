"""Differences: explained by who keeps, decided by somebody else; then the book says what was counted."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from zhongshu.assets import policies, queries, rules
from zhongshu.assets.models import Line, Stocktake
from zhongshu.assets.services import trail
from zhongshu.assets.settings import classes
from zhongshu.finance import services as finance
from zhongshu.finance.models import LargeKind
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Conflict, refuse_faults
from zhongshu.matters import services as matters
from zhongshu.matters.models import Outcome
from zhongshu.org import queries as org
from zhongshu.platform.usecases.registry import use_case


@dataclass(frozen=True, slots=True, kw_only=True)
class Surplus:
    """What the card of a thing found over will say."""

    category: str
    value: Decimal
    unit_id: int
    keeper_id: int


@use_case("assets.explain")
def explain(
    *, actor: Actor, line_id: int, explanation: str, surplus: Surplus | None = None, at: datetime
) -> Line:
    """Say why fewer or more were found than the book said; of a surplus also what its card will say.

    With the last explanation the stocktake goes to the leader who decides.
    """
    line = _line(actor, line_id, "explain")
    one = line.stocktake
    if not line.difference:
        raise Conflict("no_difference", _("这一项账实相符，不用说明。"), rule="F-12")
    faults: dict[str, object] = {} if explanation.strip() else {"explanation": _("请写明差异的原因。")}
    if line.asset_id is None:
        faults |= _surplus_faults(one, surplus, at)
    refuse_faults(faults, "explanation_has_faults", _("还有 %(count)s 处要改。"), rule="F-12")
    line.explanation, line.explained_by_id = explanation.strip()[:300], actor.in_name_of
    if line.asset_id is None and surplus is not None:
        line.category, line.value = surplus.category, surplus.value
        line.unit_id, line.keeper_id = surplus.unit_id, surplus.keeper_id
    line.save()
    if not queries.differences(one).filter(explanation="").exists():
        one.move("explained")
        matters.finish_all(one.matter, actor=actor, at=at)
        trail.to_decide(one, at=at)
    facts = {"name": line.name, "difference": f"{line.difference:+d}", "explanation": line.explanation}
    trail.keep_round(one, "difference_explained", actor=actor, at=at, **facts)
    return line


@use_case("assets.agree_difference")
def agree_difference(*, actor: Actor, line_id: int, decision_id: int | None = None, at: datetime) -> Line:
    """Decide that the book follows what was counted (rule F-12).

    Where all losses of the stocktake, with what left the books undecided within the days of M-16, come to a big sum,
    each needs its collective decision (M-15).
    """
    line = _differing(actor, line_id)
    _require_decided(line.stocktake, line, decision_id, at)
    line.agreed_by_id, line.decision_id = actor.in_name_of, decision_id
    line.save()
    facts = {"name": line.name, "difference": f"{line.difference:+d}"}
    trail.keep_round(line.stocktake, "difference_agreed", actor=actor, at=at, **facts)
    return line


@use_case("assets.recount")
def recount(*, actor: Actor, line_id: int, reason: str, at: datetime) -> Line:
    """Have a line counted again, with the reason; the stocktake goes back to who counts."""
    line = _differing(actor, line_id)
    one = line.stocktake
    faults: dict[str, object] = {} if reason.strip() else {"reason": _("请写明为什么复点。")}
    refuse_faults(faults, "no_reason", _("请写明理由。"), rule="F-12")
    one.move("recount")
    line.explanation, line.explained_by, line.agreed_by, line.decision = "", None, None, None
    finance.give_back([line.subject])
    if line.asset_id is not None:
        line.counted = None
    line.save()
    matters.finish_all(one.matter, actor=actor, at=at, outcome=Outcome.RETURNED, opinion=reason.strip())
    trail.to_count(one, one.counters.values_list("pk", flat=True), at=at)
    trail.keep_round(one, "recount_asked", actor=actor, at=at, name=line.name, reason=reason.strip())
    return line


def _line(actor: Actor, line_id: int, verb: str) -> Line:
    """The line with its stocktake locked, if ``verb`` is ``actor``'s to do now."""
    one = queries.stocktake_for_update(actor, queries.line(actor, line_id).stocktake_id)
    policies.require_round(actor, verb, one)
    line = queries.line(actor, line_id)
    line.stocktake = one
    return line


def _differing(actor: Actor, line_id: int) -> Line:
    """A difference that is ``actor``'s to decide: he neither counted nor keeps nor explained it."""
    line = _line(actor, line_id, "decide")
    keeper = line.asset.keeper_id if line.asset else line.keeper_id
    rules.F_12_decided_by(actor.seats, hands={keeper, line.explained_by_id, line.counted_by_id}).require()
    if not line.difference:
        raise Conflict("no_difference", _("这一项账实相符，不用审定。"), rule="F-12")
    return line


def _require_decided(one: Stocktake, line: Line, decision_id: int | None, at: datetime) -> None:
    """All losses of one stocktake count together, with what lately left the books undecided (M-15, M-16)."""
    organ_id, lost = one.matter.organ_id, queries.lost(line)
    before = queries.gone_undecided(organ_id, at, but=one)
    finance.require_decided(
        organ_id, local_day(at), LargeKind.DISPOSAL, lost, decision_id, subject=line.subject,
        together=queries.losses(one) + before if lost else None,
    )  # fmt: skip


def _surplus_faults(one: Stocktake, surplus: Surplus | None, at: datetime) -> dict[str, object]:
    if surplus is None:
        return {"category": _("请写明入账的类别、价值、使用单位和保管人。")}
    organ_id, faults = one.matter.organ_id, dict[str, object]()
    if surplus.category not in classes():
        faults["category"] = _("请选资产类别。")
    if surplus.value < 0:
        faults["value"] = _("价值不能小于零。")
    if org.unit(surplus.unit_id).organ_id != organ_id:
        faults["unit_id"] = _("请选本机关的单位。")
    if surplus.keeper_id not in org.staff(organ_id, local_day(at)):
        faults["keeper_id"] = _("请选本机关在职人员。")
    return faults
