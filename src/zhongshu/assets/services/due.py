"""The house plans a stocktake when one is due (rule F-12)."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db.models import Min

from zhongshu.assets import queries, rules
from zhongshu.assets.models import Asset, State, Stocktake
from zhongshu.assets.services import trail
from zhongshu.assets.services.stock import held_by_keepers, opened
from zhongshu.assets.settings import stocktake_months
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.org import queries as org
from zhongshu.platform.usecases.registry import use_case


@use_case("assets.plan_stocktake")
def plan_stocktake(*, actor: Actor, organ_id: int, at: datetime) -> Stocktake:
    """Plan the stocktake of an organ's whole ledger and lay it before who keeps that; done by the house itself."""
    one = opened(org.unit(organ_id), None, "", actor=actor, at=at)
    held_by_keepers(one, at=at)
    trail.keep_round(one, "stocktake_due", actor=actor, at=at, months=stocktake_months())
    return one


def plan_all(*, actor: Actor, at: datetime) -> int:
    """Plan one for every organ whose ledger is due to be counted and is not being counted; returns how many."""
    today = local_day(at)
    due = [organ_id for organ_id, day in _due_days().items() if day <= today]
    waiting = [organ_id for organ_id in sorted(due) if queries.open_whole(organ_id) is None]
    for organ_id in waiting:
        plan_stocktake(actor=actor, organ_id=organ_id, at=at)
    return len(waiting)


def _due_days() -> Mapping[int, date]:
    """When each organ's ledger is due: so many months after it was last counted, or begun."""
    standing = Asset.objects.exclude(state=State.DISPOSED).order_by()
    begun = dict(standing.values_list("organ_id").annotate(Min("entered_at")))
    last = queries.last_whole(begun)
    days = {
        organ_id: (last[organ_id].day if organ_id in last else None) or local_day(first)
        for organ_id, first in begun.items()
    }
    return {organ_id: rules.F_12_due(day, stocktake_months()) for organ_id, day in days.items()}
