"""The list of papers as an Excel file, written row by row."""

from collections.abc import Iterator
from datetime import datetime
from tempfile import TemporaryFile
from typing import IO

import xlsxwriter
from django.utils.translation import gettext as _

from zhongshu.approvals import queries
from zhongshu.approvals.queries import Filter
from zhongshu.approvals.wording import state_words
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import BEIJING
from zhongshu.matters.models import Matter
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case

CHUNK = 500
MOST = 100_000
WIDTHS = (24, 48, 24, 18, 12, 10, 18, 12, 18)


@use_case("approvals.export")
def export(*, actor: Actor, narrowed: Filter, at: datetime) -> IO[bytes]:
    """Write the papers that ``actor`` may know of under a filter, at most 100,000, as a temporary file.

    The first row is a watermark: who took it and when. What a form holds is not written. Journalled.
    """
    target = TemporaryFile()  # noqa: SIM115  handed to the caller, who sends and closes it
    moment = f"{at.astimezone(BEIJING):%Y-%m-%d %H:%M}"
    watermark = _("导出：%(name)s　%(at)s　内部资料，注意保管") % {"name": actor.name, "at": moment}
    count = _write(target, watermark, _rows(actor, narrowed))
    target.seek(0)
    journal.record(
        stream=f"export:{actor.person_id}",
        verb="approvals.exported",
        actor=actor,
        at=at,
        data={"rows": count},
    )
    return target


def _heads() -> list[str]:
    return [
        _("编号"), _("标题"), _("审批路线"), _("提交单位"), _("提交人"),
        _("状态"), _("提交时间"), _("办理时限"), _("办结时间"),
    ]  # fmt: skip


def _write(target: IO[bytes], watermark: str, rows: Iterator[Matter]) -> int:
    book = xlsxwriter.Workbook(
        target, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    sheet, bold = book.add_worksheet(_("审批")), book.add_format({"bold": True, "bottom": 1})
    sheet.write_string(0, 0, watermark)
    for column, head in enumerate(_heads()):
        sheet.set_column(column, column, WIDTHS[column])
        sheet.write_string(1, column, head, bold)
    count = 0
    for count, matter in enumerate(rows, 1):  # noqa: B007  the last count is the number of rows
        for column, text in enumerate(_row(matter)):
            sheet.write_string(count + 1, column, text)
    book.close()
    return count


def _rows(actor: Actor, narrowed: Filter) -> Iterator[Matter]:
    cursor, left = "", MOST
    while left > 0:
        found = queries.listed(actor, narrowed, after=cursor, size=min(CHUNK, left))
        yield from found.rows
        left -= len(found.rows)
        cursor = found.next_cursor
        if not cursor:
            return


def _row(matter: Matter) -> list[str]:
    approval = matter.approval
    handed, ended = approval.submitted_at, approval.ended_at
    return [
        matter.number,
        matter.title,
        approval.version.route.title,
        matter.unit.short_name,
        approval.submitter.name,
        state_words(matter.state),
        f"{handed.astimezone(BEIJING):%Y-%m-%d %H:%M}" if handed else "",
        matter.current_due.isoformat() if matter.current_due else "",
        f"{ended.astimezone(BEIJING):%Y-%m-%d %H:%M}" if ended else "",
    ]
