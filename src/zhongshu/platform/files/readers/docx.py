"""Word documents, read from their XML: python-docx leaves out tracked changes and text boxes.

Text inserted under change tracking counts as written, deleted text does not.
"""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from zhongshu.platform.files.readers.parts import container, parsed

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNSEEN = {_W + "del", _W + "moveFrom", _W + "delText", _W + "instrText", _FALLBACK}
_MARGINS = re.compile(r"word/(header|footer)\d*\.xml")
_GAPS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}


def text(path: Path) -> str:
    """Paragraphs and tables in document order; a table row is a line, its cells parted by tabs."""
    with container(path) as archive:
        return "\n".join(_blocks(_body(archive)))


def faces(path: Path) -> str:
    """Every paragraph on a line of its own: page heads first, then the body with cells and text boxes."""
    with container(path) as archive:
        margins = [parsed(archive, name) for name in archive.namelist() if _MARGINS.fullmatch(name)]
        return "\n".join(line for root in (*margins, _body(archive)) for line in _paragraphs(root))


def _body(archive: zipfile.ZipFile) -> etree._Element:
    return parsed(archive, "word/document.xml")


def _blocks(parent: etree._Element) -> Iterator[str]:
    for child in parent:
        if child.tag in _UNSEEN:
            continue
        if child.tag == _W + "p":
            yield _line(child)
            yield from _boxes(child)
        elif child.tag == _W + "tbl":
            yield from _rows(child)
        else:  # body, section, content control, inserted block: whatever wraps blocks
            yield from _blocks(child)


def _rows(table: etree._Element) -> Iterator[str]:
    for row in table.iter(_W + "tr"):
        if row.find(f"{_W}trPr/{_W}del") is None:
            cells = (cell for cell in row.iter(_W + "tc") if _nearest(cell, "tr") is row)
            yield "\t".join(" ".join(filter(None, map(str.strip, _blocks(cell)))) for cell in cells)


def _nearest(element: etree._Element, name: str) -> etree._Element | None:
    return next(element.iterancestors(_W + name), None)


def _paragraphs(root: etree._Element) -> Iterator[str]:
    for paragraph in root.iter(_W + "p"):
        yield _line(paragraph)


def _boxes(paragraph: etree._Element) -> Iterator[str]:
    """What stands in text boxes anchored in the paragraph (each is stored twice; one copy counts)."""
    for box in paragraph.iter(_W + "txbxContent"):
        if next(box.iterancestors(_FALLBACK), None) is None:
            yield from _blocks(box)


def _line(paragraph: etree._Element) -> str:
    """The words of one paragraph, without those of the text boxes it anchors."""
    return "".join(_words(paragraph))


def _words(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag in _UNSEEN or child.tag == _W + "txbxContent":
            continue
        if child.tag == _W + "t":
            yield child.text or ""
        elif child.tag in _GAPS:
            yield _GAPS[child.tag]
        elif child.tag != _W + "pPr":
            yield from _words(child)
