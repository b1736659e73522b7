from datetime import datetime
from typing import IO

from django.utils.translation import gettext as _

from zhongshu.assets import queries
from zhongshu.assets.models import State
from zhongshu.assets.queries import Narrowed
from zhongshu.kernel.actors import Actor
from zhongshu.org.models import Person
from zhongshu.platform.typesetting.services import MOST, written
from zhongshu.platform.usecases.registry import use_case

VERB = "assets.exported"


@use_case("assets.export")
def export(*, actor: Actor, narrowed: Narrowed, at: datetime) -> IO[bytes]:
    """The narrowed ledger that ``actor`` may know of for Excel, at most 20,000 rows. Journalled."""
    heads = [
        _("资产编号"), _("名称"), _("规格型号"), _("类别"), _("数量"), _("单位"), _("价值"), _("取得日期"), _("来源"),
        _("存放地点"), _("使用单位"), _("保管人"), _("状态"), _("借给"), _("归还期限"),
    ]  # fmt: skip
    found = queries.assets(actor, narrowed).select_related("claim__matter", "contract__matter")
    rows = (
        (
            one.number, one.name, one.spec, one.class_name, one.quantity, one.measure, one.value, one.bought_on,
            one.origin, one.place, one.unit.short_name, one.keeper.name, str(State(one.state).label), one.lent_to,
            one.back_by,
        )
        for one in found[:MOST]
    )  # fmt: skip
    return written(_("资产台账"), heads, rows, verb=VERB, actor=actor, at=at)


@use_case("assets.export_stocktake")
def export_stocktake(*, actor: Actor, matter_id: int, at: datetime) -> IO[bytes]:
    """The list of a stocktake with what was counted, for Excel. Journalled."""
    one = queries.stocktake(actor, matter_id)
    heads = [
        _("资产编号"), _("名称"), _("规格型号"), _("单位"), _("账面"), _("盘点"), _("差异"), _("存放地点"), _("实际地点"),
        _("保管人"), _("盘点人"), _("差异原因"), _("审定"),
    ]  # fmt: skip
    rows = (
        (
            line.asset.number if line.asset else "", line.name, line.spec, line.measure, line.book, line.counted,
            line.difference, line.asset.place if line.asset else "", line.place,
            line.asset.keeper.name if line.asset else "", _name(line.counted_by), line.explanation,
            _name(line.agreed_by),
        )
        for line in queries.lines(one)[:MOST]
    )  # fmt: skip
    return written(_("盘点表"), heads, rows, verb=VERB, actor=actor, at=at)


def _name(person: Person | None) -> str:
    return person.name if person else ""
