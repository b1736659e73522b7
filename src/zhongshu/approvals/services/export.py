"""The list of papers as an Excel file, written row by row."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import IO

from django.utils.translation import gettext as _

from zhongshu.approvals import queries
from zhongshu.approvals.queries import Filter
from zhongshu.approvals.wording import state_words
from zhongshu.kernel.actors import Actor
from zhongshu.matters.models import Matter
from zhongshu.platform.typesetting.services import written
from zhongshu.platform.usecases.registry import use_case

CHUNK = 500
MOST = 100_000


@use_case("approvals.export")
def export(*, actor: Actor, narrowed: Filter, at: datetime) -> IO[bytes]:
    """Write the papers that ``actor`` may know of under a filter, at most 100,000, as a temporary file.

    The first row is a watermark: who took it and when. What a form holds is not written. Journalled.
    """
    rows = (_row(one) for one in _rows(actor, narrowed))
    return written(_("审批"), _heads(), rows, verb="approvals.exported", actor=actor, at=at, moments=True)


def _heads() -> list[str]:
    return [
        _("编号"), _("标题"), _("审批路线"), _("提交单位"), _("提交人"),
        _("状态"), _("提交时间"), _("办理时限"), _("办结时间"),
    ]  # fmt: skip


def _rows(actor: Actor, narrowed: Filter) -> Iterator[Matter]:
    cursor, left = "", MOST
    while left > 0:
        found = queries.listed(actor, narrowed, after=cursor, size=min(CHUNK, left))
        yield from found.rows
        left -= len(found.rows)
        cursor = found.next_cursor
        if not cursor:
            return


def _row(matter: Matter) -> list[str | date | None]:
    approval = matter.approval
    return [
        matter.number,
        matter.title,
        approval.version.route.title,
        matter.unit.short_name,
        approval.submitter.name,
        state_words(matter.state),
        approval.submitted_at,
        matter.current_due,
        approval.ended_at,
    ]
