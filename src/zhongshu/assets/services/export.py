from datetime import datetime
from typing import IO

from django.utils.translation import gettext as _

from zhongshu.assets import queries
from zhongshu.assets.models import State
from zhongshu.assets.queries import Narrowed
from zhongshu.kernel.actors import Actor
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
