"""Reading units, posts and people from .xlsx, .xls, .ods or .csv: three sheets, or one with all columns."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel import workbooks
from zhongshu.kernel.refusals import Refusal

MOST_BYTES = 10 * 1024 * 1024
MOST_ROWS = 20_000
HEADERS = {
    "单位代码": "code",
    "单位名称": "name",
    "单位简称": "short_name",
    "单位类型": "kind",
    "上级单位代码": "parent",
    "机关代字": "number_prefix",
    "全宗号": "fonds_code",
    "单位别名": "aliases",
    "岗位名称": "title",
    "岗位职责": "duties",
    "工号": "staff_number",
    "姓名": "person",
    "手机": "mobile",
    "任职日期": "starts_on",
    "是否主职": "is_primary",
}
WORDS = {field: header for header, field in HEADERS.items()}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: the sheet, the number by which Excel shows it, its filled and empty known cells."""

    sheet: str
    number: int
    cells: dict[str, str]

    def __getitem__(self, name: str) -> str:
        return self.cells.get(name, "")


@dataclass(frozen=True, slots=True)
class Tables:
    """What a file brings: lines that tell of a unit, of a post, of a person; one line may do all three."""

    units: list[Row] = field(default_factory=list)
    posts: list[Row] = field(default_factory=list)
    people: list[Row] = field(default_factory=list)

    def __len__(self) -> int:
        """How many things the lines tell of."""
        return len(self.units) + len(self.posts) + len(self.people)

    def as_plain(self) -> dict[str, object]:
        """As plain values, to be kept between the trial and the import."""
        return asdict(self)

    @classmethod
    def of_plain(cls, plain: dict[str, list[dict[str, object]]]) -> "Tables":
        """Back from :meth:`as_plain`."""
        return cls(**{kind: [Row(**row) for row in rows] for kind, rows in plain.items()})  # type: ignore[arg-type]


def read(name: str, content: bytes) -> Tables:
    """The tables in a file called ``name``; a Refusal when it cannot be read or none of its columns is known."""
    if not content or len(content) > MOST_BYTES:
        raise _unreadable(_("文件是空的，或者超过10MB。"))
    sheets = _csv(content) if name.lower().endswith(".csv") else _workbook(content)
    tables = Tables()
    for sheet, lines in sheets:
        _sort_in(tables, sheet, lines)
    if not (tables.units or tables.posts or tables.people):
        raise _unreadable(_("文件里没有找到“单位代码”“工号”这样的表头，或者表头下面没有内容。"))
    return tables


def _sort_in(tables: Tables, sheet: str, lines: Sequence[Sequence[object]]) -> None:
    at = next(
        (n for n, line in enumerate(lines[:10]) if _fields(line).keys() & {"code", "staff_number"}), None
    )
    if at is None:
        return
    if len(lines) > MOST_ROWS:
        raise _unreadable(_("一张表最多20000行。"))
    fields = _fields(lines[at])
    for number, line in enumerate(lines[at + 1 :], start=at + 2):
        cells = {name: _text(line[column]) if column < len(line) else "" for name, column in fields.items()}
        row = Row(sheet, number, cells)
        if row["name"] or (row["code"] and not {"title", "staff_number"} & fields.keys()):
            tables.units.append(row)
        if row["title"]:
            tables.posts.append(row)
        if row["staff_number"] or row["person"]:
            tables.people.append(row)


def _fields(line: Iterable[object]) -> dict[str, int]:
    found: dict[str, int] = {}
    for column, cell in enumerate(line):
        name = HEADERS.get(_text(cell).rstrip("*＊").strip())
        if name:
            found.setdefault(name, column)
    return found


def _text(cell: object) -> str:
    if isinstance(cell, datetime | date):
        return cell.isoformat()[:10]
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell if cell is not None else "").split())


def _csv(content: bytes) -> list[tuple[str, Sequence[Sequence[object]]]]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return [("CSV", list(csv.reader(io.StringIO(content.decode(encoding)))))]
        except (UnicodeDecodeError, csv.Error):
            continue
    raise _unreadable(_("这个CSV文件的编码认不出来。"))


def _workbook(content: bytes) -> list[tuple[str, Sequence[Sequence[object]]]]:
    try:
        return [(sheet.name, sheet.rows) for sheet in workbooks.sheets(content)]
    except ValueError as broken:
        raise _unreadable(_("这个文件不是能读的Excel表格，可能已损坏或加了密码。")) from broken


def _unreadable(sentence: object) -> Refusal:
    return Refusal(
        "unreadable_table",
        sentence,
        fields={"file": sentence},
        hint=_("请下载导入模板，把内容填进去，存为 .xlsx 或 .csv 后再上传。"),
    )
