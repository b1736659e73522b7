from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.assets import queries, rules
from zhongshu.assets.models import Asset, Line, Move, State, Stocktake, Way
from zhongshu.assets.services import trail
from zhongshu.assets.services.move import ask_to_sign
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters import services as matters
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
    return len(held)


def take_part_instead(from_id: int, to_id: int, actor: Actor, at: datetime) -> int:
    """The successor signs, counts and keeps where he was named for it, in slips and stocktakes; part of that use case."""
    parts = queries.parts_of_person(from_id)
    _sign_instead(from_id, to_id, at)
    _count_instead(from_id, to_id, at)
    _decide_instead(from_id, to_id, at)
    found = Line.objects.filter(stocktake__matter__closed_at__isnull=True, keeper_id=from_id)
    found.update(keeper_id=to_id)
    return parts


def _sign_instead(from_id: int, to_id: int, at: datetime) -> None:
    """Slips of hand-over that wait for his signature wait for the successor's, who gives nothing to himself.

    What he was to take over, signed for or not, the successor signs for: it becomes his.
    """
    waiting = Move.objects.filter(matter__closed_at__isnull=True, way=Way.HAND_OVER)
    waiting.filter(giver_id=from_id, giver_signed_at__isnull=True).update(giver_id=to_id)
    signed = list(waiting.filter(keeper_id=from_id, keeper_signed_at__isnull=False))
    waiting.filter(keeper_id=from_id).update(keeper_id=to_id, keeper_signed_at=None)
    for one in signed:
        one.keeper_id = to_id
        ask_to_sign(one, to_id, at=at)
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


def _decide_instead(from_id: int, to_id: int, at: datetime) -> None:
    """Another leader of the organ who did not count is asked to decide, the successor before others; else the organ."""
    for one in Stocktake.objects.filter(matter__closed_at__isnull=True, approver_id=from_id):
        leaders = {p.pk for p in org.leaders_of(one.matter.organ_id, local_day(at))} - {from_id}
        leaders -= set(one.counters.values_list("pk", flat=True))
        one.approver_id = to_id if to_id in leaders else min(leaders, default=None)
        one.save(update_fields=["approver"])
        known = [f"p:{one.approver_id}"] if one.approver_id else []
        matters.make_known(one.pk, known, origin="assigned", at=at)
