"""What has lately left the books of an organ, or is about to: counted together, so that nothing is split."""

from datetime import datetime
from decimal import Decimal

from django.db.models import F, QuerySet

from zhongshu.assets.models import Line, Move, Stage, Stocktake, Turn, Way
from zhongshu.finance import queries as finance
from zhongshu.kernel.clock import local_day

CENT = Decimal("0.01")


def losses(one: Stocktake) -> Decimal:
    """What all that was not found in a stocktake is worth, in yuan, be it decided or not."""
    return _sum_of(Line.objects.filter(stocktake=one))


def gone_undecided(organ_id: int, at: datetime, *, but: Stocktake | None = None) -> Decimal:
    """What left the books on no decision of a meeting within the days of M-16, in yuan.

    Disposals, and losses of stocktakes except ``but``.
    """
    since = at - finance.split_within()
    moves = Move.objects.filter(matter__organ_id=organ_id, matter__state=Turn.DONE, decision__isnull=True)
    moves = moves.filter(matter__closed_at__gte=since).exclude(way=Way.HAND_OVER)
    lines = Line.objects.filter(stocktake__matter__organ_id=organ_id, agreed_by__isnull=False)
    lines = lines.filter(decision__isnull=True, stocktake__day__gte=local_day(since))
    lines = lines.exclude(stocktake__matter__state=Stage.STOPPED).exclude(stocktake=but)
    return sum((one.value for one in moves), _sum_of(lines))


def lost(line: Line) -> Decimal:
    """What of the value is not there, in yuan; 0 where nothing is missing. A closed stocktake has changed the card."""
    if line.asset is None or line.difference >= 0:
        return Decimal(0)
    closed = line.stocktake.stage == Stage.CLOSED
    left = line.counted if closed and line.counted else line.book
    return (line.asset.value * -line.difference / left).quantize(CENT)


def _sum_of(lines: QuerySet[Line]) -> Decimal:
    rows = lines.filter(asset__isnull=False, counted__lt=F("book"))
    return sum(map(lost, rows.select_related("asset", "stocktake__matter")), Decimal(0))
