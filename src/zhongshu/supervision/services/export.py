"""The ledger as an Excel file, written row by row."""

from collections.abc import Iterator
from datetime import datetime
from tempfile import TemporaryFile
from typing import IO

import xlsxwriter
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import BEIJING, local_day
from zhongshu.matters.models import Matter
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import queries
from zhongshu.supervision.models import Blocker, State
from zhongshu.supervision.queries import Filter

CHUNK = 500
MOST = 100_000
WIDTHS = (22, 48, 34, 18, 10, 12, 12, 48, 12, 14)


@use_case("supervision.export")
def export(*, actor: Actor, narrowed: Filter, said: str, at: datetime) -> IO[bytes]:
    """Write what ``actor`` sees in the filtered ledger, at most 100,000 rows, as a temporary file.

    The first row is a watermark: who took it, when, and what it was narrowed to. Journalled.
    """
    target = TemporaryFile()  # noqa: SIM115  handed to the caller, who sends and closes it
    count = _write(target, _rows(actor, narrowed, at), _watermark(actor, said, at))
    target.seek(0)
    facts = {"said": said, "rows": count}
    journal.record(
        stream=f"export:{actor.person_id}", verb="supervision.exported", actor=actor, at=at, data=facts
    )
    return target


def _watermark(actor: Actor, said: str, at: datetime) -> str:
    moment = f"{at.astimezone(BEIJING):%Y-%m-%d %H:%M}"
    facts = {"said": said, "name": actor.name, "at": moment, "most": MOST}
    return _("督查督办台账（%(said)s）　导出：%(name)s　%(at)s　至多 %(most)s 行，内部资料，注意保管") % facts


def _heads() -> list[str]:
    return [
        _("编号"), _("事项"), _("来源"), _("牵头单位"), _("状态"),
        _("原定时限"), _("现时限"), _("最近进展"), _("进展日期"), _("卡在哪里"),
    ]  # fmt: skip


def _write(target: IO[bytes], rows: Iterator[list[str]], watermark: str) -> int:
    book = xlsxwriter.Workbook(
        target, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    sheet, bold = book.add_worksheet(_("台账")), book.add_format({"bold": True, "bottom": 1})
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(2, 0)
    sheet.write_string(0, 0, watermark, book.add_format({"font_color": "#808080", "italic": True}))
    for column, head in enumerate(_heads()):
        sheet.write_string(1, column, head, bold)
    count = 0
    for count, row in enumerate(rows, 1):  # noqa: B007  the last count is the number of rows
        for column, text in enumerate(row):
            sheet.write_string(count + 1, column, text)
    book.close()
    return count


def _rows(actor: Actor, narrowed: Filter, at: datetime) -> Iterator[list[str]]:
    states = {state.value: str(state.label) for state in State}
    blockers = {one.value: str(one.label) for one in Blocker if one.value}
    cursor, left = "", MOST
    while left > 0:
        found = queries.ledger(actor, narrowed, today=local_day(at), cursor=cursor, size=min(CHUNK, left))
        for matter in found.rows:
            yield _row(matter, states, blockers)
        left -= len(found.rows)
        cursor = found.next_cursor
        if not cursor:
            return


def _row(matter: Matter, states: dict[str, str], blockers: dict[str, str]) -> list[str]:
    directive = matter.directive
    said = directive.last_progress_at
    return [
        matter.number,
        matter.title,
        directive.source_title,
        matter.lead_unit.short_name if matter.lead_unit else "",
        states[matter.state],
        matter.original_due.isoformat() if matter.original_due else "",
        matter.current_due.isoformat() if matter.current_due else "",
        directive.last_progress,
        local_day(said).isoformat() if said else "",
        blockers.get(directive.blocker, ""),
    ]
