"""Counting: line by line, what stands on no card, and the end of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.assets import policies, queries, rules
from zhongshu.assets.models import Line, Stocktake
from zhongshu.assets.services import trail
from zhongshu.assets.services.stock import held_by_keepers
from zhongshu.finance import services as finance
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import refuse_faults
from zhongshu.matters import services as matters
from zhongshu.platform.usecases.registry import use_case


@dataclass(frozen=True, slots=True)
class Count:
    """How many were found of one line, and where, if not where the card says."""

    found: int
    place: str = ""


@use_case("assets.count")
def count(*, actor: Actor, matter_id: int, counts: Mapping[int, Count], at: datetime) -> Stocktake:
    """Write down how many were found, by the ids of lines; what is counted anew replaces what was written before.

    Nobody counts what he answers for himself (rule F-12).
    """
    one = queries.stocktake_for_update(actor, matter_id)
    policies.require_round(actor, "count", one)
    rows = {line.pk: line for line in queries.lines(one).filter(pk__in=list(counts))}
    wrong = [pk for pk, told in counts.items() if pk not in rows or told.found < 0]
    faults: dict[str, object] = {f"found_{pk}": _("请填清点到的数量。") for pk in wrong}
    if not counts:
        faults["counts"] = _("请至少填一项的数量。")
    refuse_faults(faults, "count_has_faults", _("还有 %(count)s 处要改。"), rule="F-12")
    for pk, told in counts.items():
        line = rows[pk]
        rules.F_12_counted_by(actor.seats, keeper=line.asset.keeper_id if line.asset else None).require()
        line.counted, line.place, line.counted_by_id = told.found, told.place.strip(), actor.in_name_of
        line.explanation, line.explained_by, line.agreed_by, line.decision = "", None, None, None
        line.save()
    finance.give_back(line.subject for line in rows.values())
    trail.keep_round(one, "counted", actor=actor, at=at, lines=len(counts))
    return one


@use_case("assets.note_surplus")
def note_surplus(
    *, actor: Actor, matter_id: int, name: str, quantity: int, measure: str, place: str, spec: str = "",
    at: datetime,
) -> Line:  # fmt: skip
    """Write down what was found and stands on no card."""
    one = queries.stocktake_for_update(actor, matter_id)
    policies.require_round(actor, "note_surplus", one)
    told = {"name": name, "measure": measure, "place": place}
    faults: dict[str, object] = {field: _("请填写。") for field, words in told.items() if not words.strip()}
    if quantity < 1:
        faults["quantity"] = _("数量要大于零。")
    refuse_faults(faults, "surplus_has_faults", _("还有 %(count)s 处要改。"), rule="F-12")
    line = Line.objects.create(
        stocktake=one, name=name.strip(), spec=spec.strip(), measure=measure.strip(), place=place.strip(),
        book=0, counted=quantity, counted_by_id=actor.in_name_of,
    )  # fmt: skip
    facts = {"name": line.name, "amount": f"{quantity}{line.measure}", "place": line.place}
    trail.keep_round(one, "surplus_found", actor=actor, at=at, **facts)
    return line


@use_case("assets.finish_count")
def finish_count(*, actor: Actor, matter_id: int, at: datetime) -> Stocktake:
    """Counting is over: what differs goes to who keeps the ledger to be explained; else it goes to be decided."""
    one = queries.stocktake_for_update(actor, matter_id)
    policies.require_round(actor, "finish_count", one)
    rules.F_12_finished(uncounted=one.lines.filter(counted__isnull=True).count()).require()
    unexplained = queries.differences(one).filter(explanation="").count()
    matters.finish_all(one.matter, actor=actor, at=at)
    one.move("differ" if unexplained else "agree_all")
    if unexplained:
        held_by_keepers(one, at=at)
    else:
        trail.to_decide(one, at=at)
    trail.keep_round(one, "count_finished", actor=actor, at=at, differences=queries.differences(one).count())
    return one
