"""Task tables in plain text: cells between bars, tabs or box rules, or one cell a line; each row a task with who and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .dates import find_due
from .directory import Directory
from .leaders import is_person
from .names import is_listed_unit, is_post, is_unit
from .people import is_named
from .roles import LABEL
from .segmentation import NUMBERING, Piece
from .spans import Passage, level
from .written_lists import split_list

HEADERS = re.compile(
    r"(?:量化|频率|调度|周期|姓名|职务|电话|手机|联系方式|联系电话|地址|邮箱|传真|序号|编号|清单|细化|参与|报送|上报|报告|日期|方式|频次|期别|表名|类别|项目|备注|指标|任务|事项|内容|要求|措施|举措|目标|本[周月季年]|下步|单位|部门|科室|领导|责任人|负责人|联系人|时限|时间|期限|进度|范围|形式|成果|问题|来源|完成|整改|牵头|配合|责任|主要|重点|具体|协同|测评|标准|考核|督办|进展|成效|状态|是否|办结|销号|工作|安排|名称|办理|主办|协办|推广|改革|情况|岗位|职责|或|及|和|、|（|）|年度|情形|年|度|\d)+"
)
_RULE = re.compile(r"[─━═\-\s　]+")
_BOX = re.compile(r"[│┃║├┤┼┬┴┌┐└┘╔╗╚╝╠╣╬┣┫┠┨|]")
_RULED = re.compile(r"[├┼┠╟]|[─━═-]{4,}")
_NUMBER_CELL = re.compile(r"[（(]?[\d一二三四五六七八九十]{1,3}[.．、）)]?")
_SIGNATURE_DATE = re.compile(r"\s*(?:\d{4}|[二一三四五六七八九〇○Ｏ零０-９]{4})年")
_REACHED = re.compile(r"(?:全部|全面|基本)?(?:完成|建成|动工|开工|投入使用|投用|竣工|验收|到位)")
# 县政务服务 / 管理局: what a name of a unit ends with, and no name.
_LAST_PART = re.compile(
    "(?:管理|监督|监管|保障|执法|信息化|事务|服务|建设|规划|社会保障|旅游|体育|改革)+(?:局|委|办|中心|委员会|办公室|支队|大队)"
)
_FRAGMENT = 2  # letters of a name of a unit that may stand alone in a line: 局, 理局
_LEAST_HEADS, _LONGEST_CELL, _LONGEST_HEAD = 3, 160, 14
_EMPTY = frozenset(("", "/", "-", "—", "——", "无"))


@dataclass(slots=True)
class Row:
    """One task of a table: its texts (titles first, the task last) and the cells that assign and time it."""

    texts: list[Passage] = field(default_factory=list)
    lead: Passage | None = None
    support: list[Passage] = field(default_factory=list)
    leader: Passage | None = None
    due: Passage | None = None
    cycle: Passage | None = None

    @property
    def complete(self) -> bool:
        """Whether it states a task and someone or some time for it."""
        return bool(self.texts) and (self.lead is not None or self.due is not None)


@dataclass(slots=True)
class Layout:
    """What a text consists of: the rows of its tables and the paragraphs outside them."""

    rows: list[Row]
    paragraphs: list[Piece]


def lay_out(text: str, directory: Directory | None, lines: list[Piece]) -> Layout:
    """Tell the tables among the ``lines`` of ``text`` from its running paragraphs."""
    if any("├" in text[a:b] or "┼" in text[a:b] or text[a:b].count("│") > 1 for a, b in lines):
        return Layout(
            rows_of(_box_cells(text, lines), directory),
            [p for p in lines if not _BOX.search(text[slice(*p)])],
        )
    if _barred(text, lines):
        return Layout(rows_of(_bar_cells(text, lines), directory), [])
    return _headed_lines(text, lines, directory) or _unit_lines(text, lines, directory)


def _barred(text: str, lines: list[Piece]) -> bool:
    bars = sum(
        text[a:b].strip() in "|｜" or text[a:b].count("|") > 1 or text[a:b].count("\t") > 1 for a, b in lines
    )
    return bars >= 2 and bars * 4 >= len(lines)


def _bar_cells(text: str, lines: list[Piece]) -> Iterator[Passage]:
    for start, end in lines:
        at = start
        for hit in re.finditer(r"[|｜\t\n]|$", text[start:end]):
            if text[at : start + hit.start()].strip():
                yield Passage.of(text, at, start + hit.start())
            at = start + hit.end()


def _box_cells(text: str, lines: list[Piece]) -> Iterator[Passage]:
    """The cells of a ruled table, each put together from its lines, row by row."""
    open_cells: dict[int, list[int]] = {}
    closed: list[tuple[int, int, list[int]]] = []
    starts: dict[int, int] = {}
    ruled = any(_RULED.search(text, *line) for line in lines)
    for number, (begin, stop) in enumerate(lines):
        if not _BOX.search(text[begin:stop]):
            continue
        if not ruled and _opens_row(text, begin, stop):
            closed += [(starts[column], column, places) for column, places in open_cells.items()]
            open_cells.clear()
        for column, (start, end) in enumerate(_box_pieces(text, begin, stop)):
            if _RULE.fullmatch(text[start:end]) and re.search("[─━═-]", text[start:end]):
                if column in open_cells:
                    closed.append((starts[column], column, open_cells.pop(column)))
                continue
            places = [i for i in range(start, end) if not text[i].isspace()]
            starts.setdefault(column, number)
            if column not in open_cells:
                starts[column] = number
            open_cells.setdefault(column, []).extend(places)
    closed += [(starts[c], c, places) for c, places in open_cells.items()]
    for _, _, places in sorted(closed, key=lambda c: (c[0], c[1])):
        if places:
            yield Passage.from_places(text, places)


def _opens_row(text: str, begin: int, stop: int) -> bool:
    """Whether a line of a table without rules begins a row: its first cell is or opens with a number."""
    start, end = _box_pieces(text, begin, stop)[0]
    first = level(text[start:end]).strip()
    return bool(_NUMBER_CELL.fullmatch(first) or NUMBERING.match(first))


def _box_pieces(text: str, start: int, end: int) -> list[Piece]:
    cuts = [start + m.start() for m in _BOX.finditer(text[start:end])]
    edges = [(a + 1, b) for a, b in zip(cuts, cuts[1:], strict=False)]
    return edges if len(cuts) > 1 else [(start, end)]


def rows_of(cells: Iterator[Passage], directory: Directory | None) -> list[Row]:
    """Rows out of a stream of cells, told by what the cells say."""
    rows, row, last = [], Row(), ""
    for cell in cells:
        kind = cell_kind(cell, directory)
        if kind in ("text", "number") and (row.lead or row.due) and last != "text":
            rows.append(row)
            row = Row()
        if kind == "text":
            row.texts.append(cell)
        elif kind == "units":
            _seat_units(row, cell)
        elif kind == "leader":
            row.leader = row.leader or cell
        elif kind == "due" and row.texts:
            row.due = row.due or cell
        last = kind
    return [r for r in (*rows, row) if r.complete]


def _seat_units(row: Row, cell: Passage) -> None:
    if row.texts and row.lead is None:
        row.lead = cell
    elif row.texts:
        row.support.append(cell)


def cell_kind(cell: Passage, directory: Directory | None = None) -> str:
    """What a table cell says: header, number, units, leader, due, text or nothing."""
    norm = cell.norm.strip()
    if len(norm) <= 24 and HEADERS.fullmatch("".join(norm.split())) and " " in norm:
        return "header"
    if norm in _EMPTY:
        return ""
    if _NUMBER_CELL.fullmatch(norm):
        return "number"
    if len(norm) <= 14 and HEADERS.fullmatch(norm):
        return "header"
    if _is_due_cell(cell):
        return "due"
    if LABEL.match(norm) or _is_unit_cell(cell, directory):
        return "units"
    bare = norm.replace(" ", "")
    person = is_person(bare) or is_post(norm) or is_named(bare.rsplit("、")[-1])  # 县委常委、副县长 李慧
    return "leader" if person else "text"


def _is_due_cell(cell: Passage) -> bool:
    norm = cell.norm.strip()
    if len(norm) > 24:
        return False
    found = find_due(cell, None, cell=True)
    return bool(found) and sum(f.end - f.start for f in found) * 5 >= len(_REACHED.sub("", norm)) * 2


def _is_unit_cell(cell: Passage, directory: Directory | None) -> bool:
    norm = cell.norm
    if "。" in norm.strip() or not norm.strip():
        return False
    pieces = split_list(norm, 0, len(norm.rstrip()), directory)
    names = [norm[s:e] for s, e in pieces]
    return (
        bool(names)
        and all(is_listed_unit(n, directory) for n in names)
        and any(is_unit(n, directory) for n in names)
    )


def _headed_lines(text: str, lines: list[Piece], directory: Directory | None) -> Layout | None:
    """A table pasted one cell a line under its head (序号 / 任务 / 责任单位 / 完成时限); None if there is no such head."""
    heads = [_may_head(text, *line) and _is_head(Passage.of(text, *line).norm.strip()) for line in lines]
    run = next(
        (i for i in range(len(heads)) if all(heads[i : i + _LEAST_HEADS]) and heads[i + 2 : i + 3]), None
    )
    if run is None:
        return None
    first = next((i for i in range(run, len(heads)) if not heads[i]), len(heads))
    titles = "".join(text[slice(*line)] for line in lines[run:first])
    if not re.search("单位|部门|科室", titles):
        return None
    places, cells = _whole_cells(text, lines[first:], directory)
    if len(re.findall("单位|部门|科室", titles)) == 1:
        cells = _units_together(text, places, cells, directory)
    rows = rows_of(iter(cells), directory)
    return Layout(rows, lines[:run]) if rows else None


def _whole_cells(
    text: str, lines: list[Piece], directory: Directory | None
) -> tuple[list[Piece], list[Passage]]:
    """The cells, one a line; names of units that the next lines go on with (县农业农村/局、县水利/局) are put together."""
    places: list[Piece] = []
    cells: list[Passage] = []
    at = 0
    while at < len(lines):
        here = Passage.of(text, *lines[at])
        taken = next((n for n in (3, 2) if _goes_on(text, lines[at : at + n], n, directory)), 1)
        places.append((lines[at][0], lines[at + taken - 1][1]))
        cells.append(here if taken == 1 else _unspaced(text, *places[-1]))
        at += taken
    return places, cells


def _goes_on(text: str, lines: list[Piece], count: int, directory: Directory | None) -> bool:
    """Whether ``count`` lines are one list of units that only the width of a column broke."""
    first = Passage.of(text, *lines[0])
    if len(lines) < count or cell_kind(first, directory) != "text" or any(c.isdecimal() for c in first.norm):
        return False
    begin = 2 if first.norm.rstrip().endswith(("和", "与", "及")) else 1  # 市文化旅游和 / 体育局
    openings = [level(text[slice(*line)]).strip().split("、")[0] for line in lines[begin:]]
    begun = any(
        len(name) > _FRAGMENT and not _LAST_PART.fullmatch(name) and is_unit(name, directory)
        for name in openings
    )
    return not begun and _is_unit_cell(_unspaced(text, lines[0][0], lines[-1][1]), directory)


def _unspaced(text: str, start: int, end: int) -> Passage:
    return Passage.from_places(text, [i for i in range(start, end) if not text[i].isspace()])


def _may_head(text: str, start: int, end: int) -> bool:
    """Whether a line is short enough for a head, blanks and the brackets around a label apart."""
    letters = len("".join(text[start:end].split())) if end - start > _LONGEST_HEAD else 0
    return letters - text.count("【", start, end) <= _LONGEST_HEAD


def _is_head(norm: str) -> bool:
    bare = "".join(norm.split())
    if len(bare) > _LONGEST_HEAD or _NUMBER_CELL.fullmatch(bare):
        return False
    return bool(HEADERS.fullmatch(bare)) or "实事" in bare


def _units_together(
    text: str, lines: list[Piece], cells: list[Passage], directory: Directory | None
) -> list[Passage]:
    """Cells of units one below the other are one cell: the table has one column for them."""
    out: list[Passage] = []
    begun: int | None = None
    for line, cell in zip(lines, cells, strict=True):
        if cell_kind(cell, directory) != "units":
            begun = None
        elif begun is None:
            begun = line[0]
        else:
            out[-1] = Passage.of(text, begun, line[1])
            continue
        out.append(cell)
    return out


def _unit_lines(text: str, lines: list[Piece], directory: Directory | None) -> Layout:
    """Running text in which a line of nothing but units assigns the line before it (a table pasted line by line)."""
    rows: list[Row] = []
    used: set[int] = set()
    for i, (start, end) in enumerate(lines):
        if i == 0 or "。" in text[start:end] or len(text[start:end].strip()) > _LONGEST_CELL:
            continue
        cell = Passage.of(text, start, end)
        if not _is_unit_cell(cell, directory) or LABEL.search(cell.norm) or NUMBERING.match(cell.norm):
            continue
        after = text[slice(*lines[i + 1])] if i + 1 < len(lines) else ""
        before = text[slice(*lines[i - 1])].strip()
        if i - 1 in used or _SIGNATURE_DATE.match(after) or before.endswith(("：", ":")) or len(before) < 8:
            continue
        rows.append(Row([Passage.of(text, *lines[i - 1])], cell))
        used |= {i, i - 1}
    return Layout(rows, [p for i, p in enumerate(lines) if i not in used])
