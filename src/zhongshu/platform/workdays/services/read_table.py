import csv
import io
import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import PurePath

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel import workbooks
from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.worktime import DayKind
from zhongshu.platform.workdays.rules import Row

PASTED = "pasted.csv"  # what a table without a file of its own is called
_LARGEST_FILE = 1024 * 1024
_COLUMNS = {
    "date": "date", "日期": "date",
    "kind": "kind", "类型": "kind", "安排": "kind", "isoffday": "kind",
    "name": "name", "名称": "name", "节日": "name",
}  # fmt: skip
_KINDS = {
    **dict.fromkeys(("holiday", "放假", "休", "休息", "补休", "true"), DayKind.HOLIDAY),
    **dict.fromkeys(
        ("make_up", "上班", "班", "调休上班", "上班(调休)", "上班（调休）", "false"), DayKind.MAKE_UP
    ),
}
_DATES = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%Y%m%d")
Record = Mapping[str, object]


def read_table(name: str, content: bytes) -> list[Row]:
    """The days in an uploaded table called ``name``: CSV (UTF-8 or GB 18030), XLSX or JSON.

    Columns 日期, 类型 (放假 or 上班) and 名称, or date, kind, name. JSON is a list of such records,
    or an object whose ``days`` is one. Raises Refusal that names the line at fault.
    """
    if len(content) > _LARGEST_FILE:
        raise _unreadable(_("文件太大：一年的工作日历不会超过1MB。"))
    kind = PurePath(name).suffix.lower()
    readers = {".csv": _from_csv, ".xlsx": _from_xlsx, ".json": _from_json}
    if kind not in readers:
        raise _unreadable(_("只能导入CSV、XLSX或JSON文件。"))
    records = [record for record in readers[kind](content) if any(record.values())]
    if not records:
        raise _unreadable(_("文件中没有日期，请检查是否选错了文件。"))
    return [_row(line, record) for line, record in enumerate(records, start=1)]


def _from_csv(content: bytes) -> Iterable[Record]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("gb18030", errors="replace")
    lines = list(csv.reader(io.StringIO(text)))
    return _records(lines)


def _from_xlsx(content: bytes) -> Iterable[Record]:
    try:
        lines = next((sheet.filled for sheet in workbooks.sheets(content)), [])
    except ValueError as broken:
        raise _unreadable(_("这个表格打不开，请另存为XLSX后重试。")) from broken
    return _records(lines)


def _from_json(content: bytes) -> Iterable[Record]:
    try:
        found = json.loads(content)
    except ValueError as broken:
        raise _unreadable(_("JSON文件格式有误，请检查后重试。")) from broken
    days = found.get("days") if isinstance(found, dict) else found
    if not isinstance(days, list) or not all(isinstance(day, dict) for day in days):
        raise _unreadable(_("JSON文件应当是日期记录的列表。"))
    return [_renamed(day.items()) for day in days]


def _records(lines: Iterable[Iterable[object]]) -> Iterable[Record]:
    table = iter(lines)
    header = [str(cell) for cell in next(table, [])]
    return [_renamed(zip(header, line, strict=False)) for line in table]


def _renamed(pairs: Iterable[tuple[object, object]]) -> Record:
    known = ((_COLUMNS.get(str(column).strip().lower()), value) for column, value in pairs)
    return {column: value for column, value in known if column}


def _row(line: int, record: Record) -> Row:
    day, kind = _date(record.get("date")), _KINDS.get(str(record.get("kind", "")).strip().lower())
    if day is None:
        raise _unreadable(
            _("第%(line)s条：日期“%(value)s”看不懂。") % {"line": line, "value": record.get("date", "")}
        )
    if kind is None:
        raise _unreadable(_("第%(line)s条：类型只能是“放假”或“上班”。") % {"line": line})
    return Row(day, kind, str(record.get("name") or "").strip()[:40])


def _date(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    for form in _DATES:
        try:
            return datetime.strptime(str(value or "").strip(), form).date()  # noqa: DTZ007 - a day, not a moment
        except ValueError:
            continue
    return None


def _unreadable(sentence: object) -> Refusal:
    return Refusal("unreadable_table", sentence, fields={"file": sentence}, hint=_("原有日历没有改动。"))
