from collections.abc import Collection

from django.db.models import QuerySet

from zhongshu.assets.models import MOVE, OPEN, Asset, Move
from zhongshu.kernel.actors import Actor
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Matter
from zhongshu.platform.usecases.changes import remember

MOST_BESIDE = 60


def moves(actor: Actor) -> QuerySet[Move]:
    """Hand-overs and disposals that ``actor`` may know of, newest first."""
    known = Matter.objects.visible_to(actor).filter(kind=MOVE)
    rows = Move.objects.filter(matter__in=known).select_related("matter", "giver", "keeper", "approver")
    return rows.prefetch_related("assets").order_by("-pk")


def move(actor: Actor, matter_id: int) -> Move:
    """One of them; else it does not exist (404)."""
    rows = Move.objects.select_related("giver", "keeper", "unit", "approver")
    return matters.record(rows, actor, matter_id, kind=MOVE)


def move_for_update(actor: Actor, matter_id: int) -> Move:
    """As ``move``, locked until the end of the transaction."""
    return matters.record_for_update(Move.objects.all(), actor, matter_id, kind=MOVE)


def moved_for_update(one: Move) -> list[Asset]:
    """The assets on it, locked until the end of the transaction. Part of its use case."""
    rows = Asset.objects.select_for_update(of=("self",)).filter(pk__in=one.assets.values("pk"))
    found = list(rows.order_by("pk"))
    for asset in found:
        remember(asset)
    return found


def waiting_on(asset_ids: Collection[int]) -> str:
    """The number of a slip that is not done yet and on which one of these stands; "" for none."""
    rows = Move.objects.filter(assets__in=asset_ids, matter__state__in=OPEN)
    return rows.values_list("matter__number", flat=True).first() or ""


def beside(actor: Actor, asset: Asset) -> list[tuple[int, str]]:
    """What the same person keeps in the same state, the asset first: what may go on one slip with it."""
    rows = Asset.objects.filter(organ_id=asset.organ_id, keeper_id=asset.keeper_id, state=asset.state)
    others = [(one.pk, str(one)) for one in rows.exclude(pk=asset.pk).order_by("pk")[:MOST_BESIDE]]
    return [(asset.pk, str(asset)), *others]
