"""OFD files (GB/T 33190): text objects of each page, those on one height as one line."""

import re
import zipfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from lxml import etree

from zhongshu.platform.files import refusals
from zhongshu.platform.files.readers.parts import container, parsed

_PAGE = re.compile(r".*?Pages/Page_(\d+)/Content\.xml", re.IGNORECASE)
_TEXT_OBJECT = "{*}TextObject"
_TEXT_CODE = "{*}TextCode"
_SAME_LINE_MM = 1.0


def text(path: Path) -> str:
    """The text of all pages; Unacceptable where the pages are pictures."""
    with container(path) as archive:
        found = "\n".join(line for name in _pages(archive) for line in _lines(parsed(archive, name)))
    if not found.strip():
        raise refusals.no_text()
    return found


def faces(path: Path) -> str:
    """The same, "" where the pages are pictures."""
    with container(path) as archive:
        return "\n".join(line for name in _pages(archive) for line in _lines(parsed(archive, name)))


def _pages(archive: zipfile.ZipFile) -> list[str]:
    found = {name: int(m[1]) for name in archive.namelist() if (m := _PAGE.fullmatch(name))}
    return sorted(found, key=lambda name: found[name])


def _lines(page: etree._Element) -> Iterator[str]:
    objects = [(_place(item), _words(item)) for item in page.iter(_TEXT_OBJECT)]
    objects.sort(key=lambda item: item[0])
    for _, line in groupby(objects, key=lambda item: item[0][0]):
        yield "".join(words for _, words in line)


def _place(item: etree._Element) -> tuple[float, float]:
    """Height in whole millimetres and distance from the left."""
    x, y, _width, _height = (float(number) for number in (item.get("Boundary") or "0 0 0 0").split()[:4])
    return (round(y / _SAME_LINE_MM), x)


def _words(item: etree._Element) -> str:
    return "".join(code.text or "" for code in item.iter(_TEXT_CODE))
