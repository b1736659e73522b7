"""Task tables with a head row, as Word and Excel files give them: a row a line, cells parted by tabs or bars.

The head says what each column holds. A cell left empty below one that assigns or times (as merged cells
come out) goes on with what stands above it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .roles import DUE_WORDS, read_bracket
from .segmentation import Piece
from .spans import Passage, level
from .tables import HEADERS, Row, cell_kind

_BAR = re.compile(r"[\t|｜│┃]")
_EMPTY = re.compile(r"[\s　/／—\-无]*")
_LONGEST_HEAD = 16
_HEAD_ROWS = 4
_WIDEST = 9
_BOTH = re.compile("(?:单位|部门|科室)(?:及|和|、|/)?(?:责任|负责|联系)人")
_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "state",
        re.compile(r"进展|(?:完成|落实|办理|整改)(?:情况|状态|结果)|办结情况|状态|是否(?:完成|办结|销号)"),
    ),
    ("cycle", re.compile(r"周期|频次|频率|(?:报送|上报|报告|回告|调度)要求")),
    (
        "number",
        re.compile(r"序号|编号|^号$|备注|期别|联系|电话|来源|类别|领域|类型|附件|依据|得分|分值|成效"),
    ),
    ("support", re.compile(r"配合|协办|协助|参与|会办|参加")),
    ("leader", re.compile(r"^(?!.*(?:单位|部门|科室)).*(?:领导|责任人|负责人|负责同志|联系人|包保人)")),
    ("lead", re.compile(r"牵头|主办|主责|承办|^岗位|责任清单")),
    (
        "duty",
        re.compile(
            r"(?:责任|落实|负责|实施|完成|办理|督办|整改|报送|填报|上报)?(?:单位|部门|科室|处室|股室|主体|镇街)"
        ),
    ),
    ("due", re.compile(rf"{DUE_WORDS}|截止|完成日|办结|(?:报送|上报|提交)日期|时限清单")),
    (
        "task",
        re.compile(r"任务|事项|内容|措施|举措|工作|项目|目标|要求|要点|建议|意见|安排|问题|职责|表名|报表"),
    ),
)


@dataclass(slots=True)
class _Line:
    """A line of a table: its place and its cells."""

    place: Piece
    cells: list[Passage]


def read_grids(text: str, lines: list[Piece]) -> tuple[list[Row], list[Piece]]:
    """The rows of every table of ``text`` that has a head, and the lines that belong to such tables."""
    rows: list[Row] = []
    used: list[Piece] = []
    if not _BAR.search(text):
        return rows, used
    for block in [*(_broken(text, lines) or _blocks(text, lines)), *_stacked(text, lines)]:
        head = next((i for i, line in enumerate(block[:_HEAD_ROWS]) if _columns(line)), None)
        if head is None or head + 1 >= len(block):
            continue
        columns = _columns(block[head])
        found = _read(block[head + 1 :], columns)
        if found:
            rows += found
            used += [piece for piece in lines if any(_holds(line.place, piece) for line in block)]
    return rows, used


def _blocks(text: str, lines: list[Piece]) -> list[list[_Line]]:
    """Runs of lines that have cells; a line that heads a group of rows (二、民生改善) does not end its table."""
    blocks: list[list[_Line]] = []
    last = -1
    for i, (start, end) in enumerate(lines):
        cells = _cells(text, start, end) if _BAR.search(text, start, end) else []
        if len(cells) < 2:
            continue
        grouped = last == i - 2 and blocks and _heads_a_group(text, lines[i - 1], blocks[-1], len(cells))
        if not grouped and (last != i - 1 or not blocks):
            blocks.append([])
        blocks[-1].append(_Line((start, end), cells))
        last = i
    return [block for block in blocks if len(block) > 1]


def _heads_a_group(text: str, line: Piece, above: list[_Line], width: int) -> bool:
    """Whether ``line`` between rows of a table, as wide above it as below, is a heading over the next of them."""
    words = text[slice(*line)].strip()
    return len(words) <= _LONGEST_HEAD and not words.endswith(("。", "：")) and len(above[0].cells) == width


def _broken(text: str, lines: list[Piece]) -> list[list[_Line]]:
    """A table whose cells go on in the next line: lines strung together until they have the bars of the head."""
    barred = [i for i, line in enumerate(lines) if _BAR.search(text, *line)]
    heads = [i for i in barred if _columns(_Line(lines[i], _cells(text, *lines[i])))]
    if not heads or "\t" in text[slice(*lines[heads[0]])]:
        return []
    bars = len(_BAR.findall(text[slice(*lines[heads[0]])]))
    block = [_Line(lines[heads[0]], _cells(text, *lines[heads[0]]))]
    begun: int | None = None
    for start, end in lines[heads[0] + 1 :]:
        here = len(_BAR.findall(text[start:end]))
        if not here and (end - start > _LONGEST_HEAD or text[start:end].rstrip().endswith("。")):
            break
        begun = start if begun is None else begun
        if len(_BAR.findall(text[begun:end])) >= bars:
            block.append(_Line((begun, end), [_unbroken(text, cell) for cell in _cells(text, begun, end)]))
            begun = None
    whole = all(len(line.cells) == len(block[0].cells) for line in block)
    return [block] if whole and any("\n" in text[slice(*line.place)].strip() for line in block) else []


def _unbroken(text: str, cell: Passage) -> Passage:
    """``cell`` without the ends of its lines."""
    return Passage.from_places(text, [place for place in cell.places if not text[place].isspace()])


def _stacked(text: str, lines: list[Piece]) -> list[list[_Line]]:
    """A table pasted one cell a line with bars between, if its head tells how many cells make a row."""
    bars = [line for line in lines if text[slice(*line)].strip() in ("|", "｜")]
    if len(bars) * 3 < len(lines):
        return []
    cells = [line for line in lines if line not in set(bars)]
    whole = _between(lines, set(bars))
    return _rows_of_equal_width(text, cells) or (
        _rows_of_equal_width(text, whole) if len(whole) < len(cells) else []
    )


def _between(lines: list[Piece], bars: set[Piece]) -> list[Piece]:
    """What stands between two bars is one cell, though its lines were broken (区文化和旅游 / 局)."""
    cells: list[Piece] = []
    open_cell = False
    for line in lines:
        if line not in bars and open_cell:
            cells[-1] = (cells[-1][0], line[1])
        elif line not in bars:
            cells.append(line)
        open_cell = line not in bars
    return cells


def _rows_of_equal_width(text: str, cells: list[Piece]) -> list[list[_Line]]:
    """The rows of ``cells`` one below the other, if a head among the first tells how many make one."""
    for width in range(_WIDEST, 2, -1):
        for first in range(min(max(len(cells) - width, 0), _HEAD_ROWS)):
            rest = cells[first + width :]
            chunks = [cells[i : i + width] for i in range(first, len(cells), width)]
            rows = [_Line((r[0][0], r[-1][1]), [_cell(text, *cell) for cell in r]) for r in chunks]
            if len(rest) >= width and not len(rest) % width and _fits(rows):
                return [rows]
    return []


def _cell(text: str, start: int, end: int) -> Passage:
    cell = Passage.of(text, start, end)
    return _unbroken(text, cell) if "\n" in cell.raw.strip() else cell


def _fits(rows: list[_Line]) -> bool:
    """Whether the first of ``rows`` is a head and units stand in its column of units in all others."""
    kinds = _columns(rows[0])
    told = [cell for row in rows[1:] for kind, cell in zip(kinds, row.cells, strict=False) if kind == "lead"]
    return bool(told) and all(_EMPTY.fullmatch(cell.raw) or cell_kind(cell) == "units" for cell in told)


def _holds(outer: Piece, inner: Piece) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _cells(text: str, start: int, end: int) -> list[Passage]:
    while end > start and text[end - 1] in "\r\n":
        end -= 1
    cuts = [start + hit.start() for hit in _BAR.finditer(text[start:end])]
    edges = list(zip([start, *(cut + 1 for cut in cuts)], [*cuts, end], strict=True))
    if len(edges) > 2 and "\t" not in text[start:end]:  # | a | b |: what stands outside the bars is no cell
        edges = edges[not text[slice(*edges[0])].strip() : len(edges) - (not text[slice(*edges[-1])].strip())]
    return [Passage.of(text, *edge) for edge in edges]


def _columns(line: _Line) -> list[str]:
    """What each column holds, if ``line`` is a head: a task and someone or some time for it; else nothing."""
    heads = [re.sub(r"\s", "", level(cell.raw)) for cell in line.cells]
    if any(len(head) > _LONGEST_HEAD or not (HEADERS.fullmatch(head) or not head) for head in heads):
        return []
    kinds = [
        next((kind for kind, pattern in _COLUMNS if head and pattern.search(head)), "") for head in heads
    ]
    for i, head in enumerate(heads[:-1]):  # 责任单位及责任人 over two columns
        if _BOTH.search(head) and not heads[i + 1]:
            kinds[i + 1] = "leader"
    if "lead" not in kinds and "duty" in kinds:
        kinds[kinds.index("duty")] = "lead"
    kinds = ["support" if kind == "duty" else kind for kind in kinds]
    return kinds if "task" in kinds and ({"lead", "due", "leader"} & set(kinds)) else []


_ROW_NUMBER = re.compile(
    r"[（(]?(?:第\s*)?(\d{1,3}(?:[.．-]\d{1,3})*|[一二三四五六七八九十百]{1,5})(?:项|号)?[.．、）)]?"
)


def row_number(text: str, at: int) -> str:
    """The number that the row of a table around the character ``at`` of ``text`` begins with; "" where it has none."""
    line = text[text.rfind("\n", 0, at) + 1 :].partition("\n")[0].strip(" |｜│┃")
    first, bar, _rest = line.partition(found[0]) if (found := _BAR.search(line)) else ("", "", "")
    told = _ROW_NUMBER.fullmatch(level(first).strip())
    return told[1] if bar and told else ""


def _read(lines: list[_Line], columns: list[str]) -> list[Row]:
    rows: list[Row] = []
    over: list[Row] = []
    for line in lines:
        filled = [cell for cell in line.cells if not _EMPTY.fullmatch(cell.raw)]
        if len(filled) < 2 or _columns(line):
            continue
        row = Row()
        for kind, cell in zip(columns, _under(columns, line.cells), strict=False):
            if not _EMPTY.fullmatch(cell.raw):
                _seat(row, kind, cell)
        if rows:
            _go_on(row, rows[-1])
        if row.complete:
            rows.append(row)
            over += [row] if _is_over(columns, line.cells) else []
    return [row for row in rows if row not in over]


# 进展：已完成: nothing is asked any more.
_OVER = re.compile(
    r"(?:目前|现)?(?:均|全部|已)+(?:经|于[^，。；]{2,12}|全部|全面|基本|按期|按时|如期)*(?:完成|办结|销号|建成|投用|落实到位|整改到位|交付)[^，；]{0,12}|完成|办结|销号|是|100%"
)


def _is_over(columns: list[str], cells: list[Passage]) -> bool:
    """Whether the column that tells how things stand says that the row is done."""
    told = [cell.norm.strip(" 。") for kind, cell in zip(columns, cells, strict=False) if kind == "state"]
    return any(_OVER.fullmatch(words) for words in told)


def _under(columns: list[str], cells: list[Passage]) -> list[Passage]:
    """``cells`` under the ``columns`` they belong to: where the first is missing (merged), they stand one further right."""
    units = columns.index("lead") if "lead" in columns else 0
    short = len(columns) - len(cells) == 1 and units > 0
    if not short or (units < len(cells) and cell_kind(cells[units]) == "units"):
        return cells
    shown = cells[units - 1]
    told = cell_kind(shown) == "units" or read_bracket(
        shown.norm, 0, len(shown.norm), first=False, directory=None
    )
    return [shown.part(0, 0), *cells] if told else cells


def _seat(row: Row, kind: str, cell: Passage) -> None:
    if kind == "task":
        row.texts.append(cell)
    elif kind == "lead":
        row.lead = row.lead or cell
    elif kind == "support":
        row.support.append(cell)
    elif kind == "leader":
        row.leader = row.leader or cell
    elif kind == "due":
        row.due = row.due or cell
    elif kind == "cycle":
        row.cycle = row.cycle or cell


def _go_on(row: Row, above: Row) -> None:
    """Merged cells: what is left empty goes on from the row above."""
    if row.lead is None and row.texts:
        row.lead = above.lead
        if not row.support and row.leader is None:
            row.support, row.leader = above.support, above.leader
    if row.due is None:
        row.due = above.due
    if not row.texts and row.lead is not None:
        row.texts = list(above.texts)
