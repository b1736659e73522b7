"""What was understood of a file, and the workbook of the rows that are to be put right."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

import xlsxwriter
from django.utils.translation import gettext as _

from zhongshu.kernel.refusals import Refusal
from zhongshu.supervision.imports.lines import Line
from zhongshu.supervision.ledgers import Heads, survey

WIDTHS = (14, 7, 12, 14, 44, 24, 28, 14, 16, 36, 28, 14, 20, 50)


def understood(path: Path, heads: Heads | None = None) -> list[dict[str, Any]]:
    """What each column of each table of the file was taken for, as plain values. A Refusal if there is no table."""
    try:
        tables = [
            {
                "sheet": table.sheet,
                "head": table.head,
                "row": table.row,
                "rows": table.rows,
                "columns": [
                    {
                        "letter": c.letter,
                        "heading": c.heading,
                        "part": c.part.value,
                        "samples": list(c.samples),
                    }
                    for c in table.columns
                ],
            }
            for table in survey(path, heads=heads)
        ]
    except ValueError as trouble:
        raise unreadable(_("这个文件打不开，或者不是表格。")) from trouble
    if not tables:
        raise unreadable(
            _("文件里没有找到“事项”“责任单位”“时限”这样的表头，或者表头下面没有内容。"),
            _("请在内容上面加一行表头，写明“督办事项”“牵头单位”“完成时限”，保存后再上传。"),
        )
    return tables


def placed(columns: Mapping[str, str], tables: Sequence[Mapping[str, Any]]) -> None:
    """Refuse what is said of columns (``"ZZ"``, ``"台账!ZZ"``) that no table understood in the file has."""
    there = {table["sheet"]: [one["letter"] for one in table["columns"]] for table in tables}
    known = {
        place for sheet, letters in there.items() for one in letters for place in (one, f"{sheet}!{one}")
    }
    if lost := [place for place in columns if place not in known]:
        told = "；".join(f"{sheet} {letters[0]}—{letters[-1]}" for sheet, letters in there.items() if letters)
        hint = _("能写的列是：%(columns)s。请对照台账改好再试。") % {"columns": told}
        raise Refusal(
            "no_such_column", _("台账里没有“%(place)s”这一列。") % {"place": "、".join(lost)}, hint=hint
        )


def errors_sheet(lines: Iterator[Line]) -> tuple[IO[bytes], int]:
    """The rows with a mistake as a workbook, each with what is to be put right; how many they are."""
    target = TemporaryFile()  # noqa: SIM115  handed to the caller, who sends and closes it
    book = xlsxwriter.Workbook(target, {"constant_memory": True, "strings_to_formulas": False})
    sheet, bold = book.add_worksheet(_("要改的行")), book.add_format({"bold": True, "bottom": 1})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    for column, head in enumerate(_heads()):
        sheet.write_string(0, column, head, bold)
    sheet.freeze_panes(1, 0)
    count = 0
    for line in lines:
        if line.mistakes:
            count += 1
            for column, text in enumerate(_cells(line)):
                sheet.write_string(count, column, text, wrap)
    book.close()
    target.seek(0)
    return target, count


def _heads() -> list[str]:
    """What the reader knows again, so that the rows come in whole once they are put right; where and why beside it."""
    return [
        _("工作表"),
        _("行"),
        _("编号"),
        _("类别"),
        _("事项"),
        _("牵头单位"),
        _("配合单位"),
        _("责任领导"),
        _("办结时限"),
        _("进展情况"),
        _("存在问题"),
        _("状态"),
        _("备注"),
        _("要改什么"),
    ]


def _cells(line: Line) -> list[str]:
    one = line.matter
    return [
        one.sheet,
        str(one.row),
        one.number,
        one.category,
        one.task,
        "、".join(one.lead),
        "、".join(one.support),
        one.leader,
        one.due or one.due_text,
        one.progress,
        one.problem,
        one.status or (_("取消") if one.withdrawn else ""),
        one.remark,
        "".join(line.mistakes),
    ]


def unreadable(sentence: str, hint: str = "") -> Refusal:
    """What a file is refused with that cannot be read as a ledger: why, and what to do about it."""
    hint = hint or _("请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。")
    return Refusal("ledger_unreadable", sentence, fields={"file": sentence + hint}, hint=hint)
