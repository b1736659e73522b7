"""What stocktakes, hand-overs and disposals are to the floors below: words on a desk, and where they are dealt with."""

from django.utils.translation import gettext_lazy as _

from zhongshu.assets.models import MOVE, STOCKTAKE, Stage, Turn
from zhongshu.matters.models import Role
from zhongshu.matters.registry import Kind, Words, register
from zhongshu.ui.addresses import numbered

VERBS: dict[str, Words] = {Role.HANDLE: _("清点"), Role.APPROVE: _("审定")}
KEEPING: dict[str, Words] = {Stage.PLANNED: _("安排盘点"), Stage.EXPLAINING: _("说明差异")}

register(
    Kind(
        code=STOCKTAKE,
        title=_("资产盘点"),
        icon="clipboard-check",
        address=lambda matter_id: numbered("assets:stocktake", matter_id),
        verb=lambda role, state: VERBS.get(role) or KEEPING.get(state, _("查看")),
        state=lambda state: Stage(state).label,
    )
)
register(
    Kind(
        code=MOVE,
        title=_("资产变动"),
        icon="arrow-forward-up",
        address=lambda matter_id: numbered("assets:move", matter_id),
        verb=lambda role, state: {Role.HANDLE: _("签字"), Role.APPROVE: _("批准")}.get(Role(role), _("查看")),
        state=lambda state: Turn(state).label,
    )
)
