"""What inspections and conclusions are to the floors below: words on a desk, and where they are dealt with."""

from django.utils.translation import gettext_lazy as _

from zhongshu.inspections.models import CONCLUSION, EDITION, INSPECTION, Standing, State
from zhongshu.matters.models import Role
from zhongshu.matters.registry import Kind, Words, register
from zhongshu.supervision.models import PaperState
from zhongshu.ui.addresses import numbered

VERBS: dict[str, Words] = {
    Role.APPROVE: _("批准"),
    Role.LEAD: _("督查"),
    Role.SUPPORT: _("督查"),
}
ANSWERS: dict[str, Words] = {Role.LEAD: _("看结论"), Role.VERIFY: _("复核")}

register(
    Kind(
        code=INSPECTION,
        title=_("督查行动"),
        icon="eye-check",
        address=lambda matter_id: numbered("inspections:inspection", matter_id),
        verb=lambda role, state: VERBS.get(role, _("查看")),
        state=lambda state: State(state).label,
    )
)
register(
    Kind(
        code=CONCLUSION,
        title=_("督查结论"),
        icon="mail-opened",
        address=lambda matter_id: numbered("inspections:conclusion", matter_id),
        verb=lambda role, state: ANSWERS.get(role, _("查看")),
        state=lambda state: Standing(state).label,
    )
)
register(
    Kind(
        code=EDITION,
        title=_("督查专报"),
        icon="file-text",
        address=lambda matter_id: numbered("inspections:report-filed", matter_id),
        verb=lambda role, state: _("查看"),
        state=lambda state: PaperState(state).label,
    )
)
