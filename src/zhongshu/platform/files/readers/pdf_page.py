"""One page of a PDF in the order in which a person reads it: tables row by row, columns one after the other."""

from collections.abc import Iterator, Sequence

import pypdfium2

from zhongshu.platform.files.readers.ruling import Box, Table, gutter, tables

_PATH = 2  # FPDF_PAGEOBJ_PATH
_MOST_SHAPES = 4000
_INSET = 0.5


def page_text(page: pypdfium2.PdfPage, words: pypdfium2.PdfTextPage) -> str:
    """The text of the page; a row of a ruled table is a line, its cells parted by tabs."""
    ruled = tables(_shapes(page))
    lines = _lines(words)
    outside = [line for line in lines if not any(_within(line, table.box) for table in ruled)]
    width, height = page.get_size()  # type: ignore[no-untyped-call]
    if not ruled and gutter(outside, 0, width) is None:
        return _read(words, None)
    parts: list[str] = []
    top = height
    for table in ruled:
        parts += _columns(words, outside, (0, table.box[3], width, top))
        parts += [*_rows(words, table)]
        top = table.box[1]
    parts += _columns(words, outside, (0, 0, width, top))
    return "\n".join(part for part in parts if part.strip())


def _shapes(page: pypdfium2.PdfPage) -> list[Box]:
    found: list[Box] = []
    for one in page.get_objects(filter=[_PATH]):  # type: ignore[no-untyped-call]
        if len(found) >= _MOST_SHAPES:  # a drawing, no table
            return []
        found.append(tuple(one.get_bounds()))
    return found


def _lines(words: pypdfium2.PdfTextPage) -> list[Box]:
    """Runs of characters on one line, parted where a blank wider than a character stands."""
    runs: list[Box] = []
    for number in range(words.count_chars()):  # type: ignore[no-untyped-call]
        left, bottom, right, top = words.get_charbox(number, loose=True)  # type: ignore[no-untyped-call]
        if right - left < 0.1:
            continue
        last = runs[-1] if runs else None
        height = max(top - bottom, 4.0)
        level = last is not None and abs(last[1] - bottom) < height / 2
        if last and level and -height < left - last[2] < height * 0.9:
            runs[-1] = (min(last[0], left), min(last[1], bottom), max(last[2], right), max(last[3], top))
        else:
            runs.append((left, bottom, right, top))
    return runs


def _columns(words: pypdfium2.PdfTextPage, lines: Sequence[Box], area: Box) -> Iterator[str]:
    """The text of a strip of the page, its columns one after the other; lines that run across stand between."""
    left, bottom, right, top = area
    inside = sorted((line for line in lines if bottom <= line[1] < top), key=lambda line: -line[3])
    if not inside:
        return
    split = gutter(inside, left, right)
    if split is None:
        yield _read(words, area)
        return
    band_top = top
    crossing = [line for line in inside if line[0] < split < line[2]]
    for wide in [*crossing, None]:
        edge = wide[3] if wide else bottom
        if any(edge <= line[1] < band_top and line not in crossing for line in inside):
            yield _read(words, (left, edge, split, band_top))
            yield _read(words, (split, edge, right, band_top))
        if wide:
            yield _read(words, (left, wide[1] - _INSET, right, wide[3] + _INSET))
            band_top = wide[1]


def _rows(words: pypdfium2.PdfTextPage, table: Table) -> Iterator[str]:
    for row in table.cells():
        cells = ["" if box is None else _cell(words, box) for box in row]
        if any(cells):
            yield "\t".join(cells)


def _cell(words: pypdfium2.PdfTextPage, box: Box) -> str:
    """The words of a cell as one line: what was broken for lack of room is put together again."""
    left, bottom, right, top = box
    lines = _read(words, (left + _INSET, bottom + _INSET, right - _INSET, top - _INSET)).split("\n")
    text = ""
    for line in filter(None, map(str.strip, lines)):
        gap = " " if text and text[-1].isascii() and line[0].isascii() and text[-1].isalnum() else ""
        text += gap + line
    return text.replace("\t", " ")


def _within(line: Box, box: Box) -> bool:
    middle = (line[1] + line[3]) / 2
    return box[0] - 2 <= line[0] and line[2] <= box[2] + 2 and box[1] <= middle <= box[3]


def _read(words: pypdfium2.PdfTextPage, area: Box | None) -> str:
    left, bottom, right, top = area or (None, None, None, None)
    told: str = words.get_text_bounded(left=left, bottom=bottom, right=right, top=top)  # type: ignore[no-untyped-call]
    return told.replace("\r\n", "\n").replace("\r", "\n")
