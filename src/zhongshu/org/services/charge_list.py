from datetime import datetime
from tempfile import TemporaryFile
from typing import IO

import xlsxwriter
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import BEIJING
from zhongshu.org import queries
from zhongshu.org.models import Charge, Unit
from zhongshu.org.services.trail import told
from zhongshu.platform.usecases.registry import use_case

WIDTH = 22


@use_case("org.export_charges")
def export_charges(*, actor: Actor, organ_id: int, at: datetime) -> IO[bytes]:
    """Every period in which a post of an organ was, is or will be in charge of a unit, for Excel; journalled.

    The first row says who took it and when.
    """
    organ, target = queries.unit(organ_id), TemporaryFile()  # noqa: SIM115  handed to the caller, who closes it
    book = xlsxwriter.Workbook(target, {"constant_memory": True, "strings_to_formulas": False})
    sheet, bold = book.add_worksheet(_("领导分管")), book.add_format({"bold": True, "bottom": 1})
    moment = f"{at.astimezone(BEIJING):%Y-%m-%d %H:%M}"
    watermark = _("导出：%(name)s　%(at)s　内部资料，注意保管") % {"name": actor.name, "at": moment}
    heads = [_("单位"), _("分管岗位"), _("从哪天起"), _("到哪天止")]
    sheet.set_column(0, len(heads), WIDTH)
    sheet.write_string(0, 0, watermark)
    sheet.write_row(1, 0, heads, bold)
    rows = [_row(one) for one in queries.charge_history(organ)]
    for number, row in enumerate(rows, 2):
        sheet.write_row(number, 0, row)
    book.close()
    target.seek(0)
    _note(organ, len(rows), actor=actor, at=at)
    return target


def _row(one: Charge) -> list[str]:
    return [one.unit.name, one.post.title, f"{one.starts_on}", f"{one.ends_on or ''}"]


def _note(organ: Unit, rows: int, *, actor: Actor, at: datetime) -> None:
    told(organ, "charges_exported", actor=actor, at=at, rows=rows)
