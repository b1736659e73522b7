from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.approvals import knowing, queries
from zhongshu.approvals.models import Approval
from zhongshu.approvals.papers import sheet_of
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.matters import queries as matters
from zhongshu.platform.journal import services as journal
from zhongshu.platform.typesetting import services as typesetting
from zhongshu.platform.usecases.registry import use_case


@use_case("approvals.take_sheet")
def take_sheet(*, actor: Actor, matter_id: int, at: datetime) -> bytes:
    """Have the sheet (审批单) of a paper as a PDF, as it stands now; journalled (law 4).

    It holds what ``actor`` may read, no more. Refused where a character cannot be drawn.
    """
    approval = queries.get(actor, matter_id)
    made = sheet_pdf(approval, actor=actor, at=at)
    journal.record(stream=approval.matter.stream, verb="approvals.sheet_taken", actor=actor, at=at, data={})
    return made


def sheet_pdf(approval: Approval, *, actor: Actor, at: datetime) -> bytes:
    """The sheet as ``actor`` may read it, set as PDF/A; nothing is kept."""
    walk = queries.walk_of(approval, local_day(at))
    files, hidden = matters.attachments(approval.matter), knowing.hidden_from(actor, walk)
    return typesetting.preview(sheet_of(walk, files, hidden=hidden, actor=actor, at=at), at=at)


def sheet_name(approval: Approval) -> str:
    """The name of the file."""
    return _("审批单（%(number)s）.pdf") % {"number": approval.matter.number}
