from datetime import datetime
from typing import IO

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.platform.typesetting.services import MOST, written
from zhongshu.platform.usecases.registry import use_case
from zhongshu.welfare import queries
from zhongshu.welfare.queries import Narrowed


@use_case("welfare.export")
def export(*, actor: Actor, narrowed: Narrowed, at: datetime) -> IO[bytes]:
    """The narrowed list of cases that ``actor`` may know of, at most 20,000 rows. Journalled."""
    heads = [
        _("编号"), _("事项"), _("类别"), _("经办机构"), _("职工"), _("状态"), _("受理期开始"), _("受理期截止"), _("时限"),
        _("报送"), _("受理号"), _("结果"), _("答复"),
    ]  # fmt: skip
    rows = (
        (
            one.matter.number, one.matter.title, one.service.branch, one.service.agency,
            one.person.name if one.person else "", str(one.state.label), one.opens_on, one.closes_on,
            one.matter.current_due, one.submitted_on, one.receipt, one.get_outcome_display(), one.answered_on,
        )
        for one in queries.cases(actor, narrowed)[:MOST]
    )  # fmt: skip
    return written(_("职工服务"), heads, rows, verb="welfare.exported", actor=actor, at=at)
