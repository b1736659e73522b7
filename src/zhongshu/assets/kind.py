"""What stocktakes are to the floors below: words on a desk, and where they are dealt with."""

from django.utils.translation import gettext_lazy as _

from zhongshu.assets.models import STOCKTAKE, Stage
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
        notes=lambda matter: [],
    )
)
