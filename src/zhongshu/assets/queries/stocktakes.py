from collections.abc import Collection, Iterable

from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext as _

from zhongshu.assets.models import RUNNING, STOCKTAKE, Asset, Line, Stage, State, Stocktake
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import NotFound
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Matter
from zhongshu.platform.usecases.changes import remember

DIFFERS = Q(counted__isnull=False) & ~Q(counted=F("book"))


def stocktakes(actor: Actor) -> QuerySet[Stocktake]:
    """Stocktakes that ``actor`` may know of, newest first, each with its ``listed``, ``done`` and ``differing`` lines."""
    known = Matter.objects.visible_to(actor).filter(kind=STOCKTAKE)
    counted = Q(lines__counted__isnull=False)
    rows = Stocktake.objects.filter(matter__in=known).annotate(
        listed=Count("lines"),
        done=Count("lines", filter=counted),
        differing=Count("lines", filter=counted & ~Q(lines__counted=F("lines__book"))),
    )
    return rows.select_related("matter__unit", "unit").prefetch_related("counters").order_by("-pk")


def stocktake(actor: Actor, matter_id: int) -> Stocktake:
    """The stocktake, if ``actor`` may know of it; else it does not exist (404)."""
    rows = Stocktake.objects.select_related("unit", "approver")
    return matters.record(rows, actor, matter_id, kind=STOCKTAKE)


def stocktake_for_update(actor: Actor, matter_id: int) -> Stocktake:
    """As ``stocktake``, locked until the end of the transaction."""
    return matters.record_for_update(Stocktake.objects.all(), actor, matter_id, kind=STOCKTAKE)


def line(actor: Actor, line_id: int) -> Line:
    """One line of a stocktake that ``actor`` may know of; else it does not exist (404)."""
    found = Line.objects.select_related("asset__keeper", "asset__unit").filter(pk=line_id).first()
    if found is None:
        raise NotFound("no_such_line", _("没有这一项，或者它不在您的知悉范围内。"))
    found.stocktake = stocktake(actor, found.stocktake_id)
    return found


def lines(one: Stocktake) -> QuerySet[Line]:
    """All its lines in the order of the list."""
    return one.lines.select_related("asset__keeper", "asset__unit", "counted_by", "explained_by", "agreed_by")


def cards_for_update(one: Stocktake) -> list[Asset]:
    """The cards on its list, locked until the end of the transaction. Part of its use case."""
    rows = Asset.objects.select_for_update(of=("self",)).filter(pk__in=one.lines.values("asset_id"))
    found = list(rows.order_by("pk"))
    for card in found:
        remember(card)
    return found


def to_count(actor: Actor, one: Stocktake) -> QuerySet[Line]:
    """What ``actor`` has yet to count: nothing that he answers for himself."""
    return lines(one).filter(counted__isnull=True).exclude(asset__keeper_id__in=sorted(actor.seats))


def differences(one: Stocktake) -> QuerySet[Line]:
    """The lines on which fewer or more were found than the book said."""
    return lines(one).filter(DIFFERS)


def to_list(organ_id: int, unit_id: int | None, category: str) -> QuerySet[Asset]:
    """What stands on the books within the scope of a stocktake."""
    rows = Asset.objects.filter(organ_id=organ_id).exclude(state=State.DISPOSED)
    rows = rows.filter(unit_id=unit_id) if unit_id else rows
    return rows.filter(category=category) if category else rows


def counted_in(asset_ids: Collection[int]) -> str:
    """The number of a stocktake under way on whose list one of these stands; "" for none."""
    rows = Line.objects.filter(asset_id__in=asset_ids, stocktake__matter__state__in=RUNNING)
    return rows.values_list("stocktake__matter__number", flat=True).first() or ""


def open_whole(organ_id: int) -> Stocktake | None:
    """The stocktake of the organ's whole ledger that is planned or under way."""
    rows = Stocktake.objects.filter(matter__organ_id=organ_id, unit__isnull=True, category="")
    return rows.filter(matter__state__in=(Stage.PLANNED, *RUNNING)).first()


def last_whole(organ_ids: Iterable[int]) -> dict[int, Stocktake]:
    """The newest finished stocktake of the whole ledger, by organ."""
    rows = Stocktake.objects.filter(matter__organ_id__in=list(organ_ids), unit__isnull=True, category="")
    closed = rows.filter(matter__state=Stage.CLOSED).select_related("matter").order_by("pk")
    return {one.matter.organ_id: one for one in closed}
