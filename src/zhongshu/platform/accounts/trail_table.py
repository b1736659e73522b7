"""The journal as a table for spreadsheets."""

import csv
from collections.abc import Iterable
from typing import TextIO

from django.utils.translation import gettext as _

from zhongshu.kernel.steps import Step, unheard
from zhongshu.platform.accounts.queries import Line

BOM = "\ufeff"  # so that Excel takes the text for what it is
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(lines: Iterable[Line], out: TextIO, step: Step = unheard) -> int:
    """Write the table to ``out``, line by line; how many lines it has below its head."""
    out.write(BOM)
    table = csv.writer(out)
    table.writerow(
        [_("序号"), _("时间"), _("姓名"), _("对象"), _("动作代码"), _("内容"), _("数据"), _("摘要")]
    )
    count = 0
    for line in lines:
        one = line.entry
        moment = line.at.strftime("%Y-%m-%d %H:%M:%S")
        cells = [one.pk, moment, line.who, one.stream, one.verb, line.what, one.data, bytes(one.hash).hex()]
        table.writerow([_harmless(str(cell)) for cell in cells])
        count += 1
        step(1)
    return count


def _harmless(cell: str) -> str:
    """What a spreadsheet would take for a formula is marked as text."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
