from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.assets import rules
from zhongshu.assets.models import Asset, Move, State, Stocktake, Way
from zhongshu.assets.services import trail
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal
from zhongshu.org import queries as org
from zhongshu.org.models import Duty
from zhongshu.platform.usecases.changes import remember


def change_hands(from_id: int, to_id: int, actor: Actor, at: datetime) -> int:
    """All that one person answers for goes to another when he leaves his post; part of that use case.

    Returns how many. The organisation's keeper sees to it that the successor is there and takes it.
    """
    rows = Asset.objects.filter(keeper_id=from_id).exclude(state=State.DISPOSED)
    held = list(rows.select_for_update().order_by("pk"))
    facts = {"from": org.person(from_id).name, "to": org.person(to_id).name}
    for asset in held:
        remember(asset)
        asset.keeper_id = to_id
        trail.keep(asset, "changed_hands", actor=actor, at=at, **facts)
    _sign_instead(from_id, to_id)
    _count_instead(from_id, to_id, at)
    return len(held)


def _sign_instead(from_id: int, to_id: int) -> None:
    """Slips of hand-over that wait for his signature wait for the successor's, who gives nothing to himself."""
    waiting = Move.objects.filter(matter__closed_at__isnull=True, way=Way.HAND_OVER)
    waiting.filter(giver_id=from_id, giver_signed_at__isnull=True).update(giver_id=to_id)
    waiting.filter(keeper_id=from_id, keeper_signed_at__isnull=True).update(keeper_id=to_id)
    if waiting.filter(giver_id=to_id, keeper_id=to_id).exists():
        hint = _("请先办完或收回这张移交单。")
        raise Refusal("gives_to_himself", _("接手人正在从离任的人手里接收资产。"), hint=hint)


def _count_instead(from_id: int, to_id: int, at: datetime) -> None:
    """The successor counts where he was to count, if he may (F-12)."""
    for one in Stocktake.objects.filter(matter__closed_at__isnull=True, counters=from_id):
        one.counters.remove(from_id)
        one.counters.add(to_id)
        keepers = set(one.lines.values_list("asset__keeper_id", flat=True))
        managers = {p.pk for p in org.holders_of(Duty.KEEP_ASSETS, one.matter.organ_id, local_day(at))}
        names = dict(one.counters.values_list("pk", "name"))
        rules.F_12_counters(names, managers=managers, keepers=keepers).require()
