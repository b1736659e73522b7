"""PDF files that carry text. A scan carries none, and is read by nobody here."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

import pypdfium2

from zhongshu.platform.files import refusals

MAX_PAGES = 500
MARKED_PAGES = 3
_one_at_a_time = Lock()  # PDFium is not made for threads


def text(path: Path) -> str:
    """The text of all pages; Unacceptable for a scan without any."""
    found = _pages(path, MAX_PAGES)
    if not found.strip():
        raise refusals.no_text()
    return found


def faces(path: Path) -> str:
    """The text of the first pages, where a mark stands; "" for a scan."""
    return _pages(path, MARKED_PAGES)


def dates(path: Path) -> list[str]:
    """CreationDate and ModDate as the document writes them."""
    with _one_at_a_time, _opened(path) as document:
        told = document.get_metadata_dict(skip_empty=True)  # type: ignore[no-untyped-call]
        return [str(told[key]) for key in ("CreationDate", "ModDate") if key in told]


def _pages(path: Path, limit: int) -> str:
    with _one_at_a_time, _opened(path) as document:
        return "\n".join(_page(document, number) for number in range(min(len(document), limit)))


def _page(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    words = page.get_textpage()
    try:
        lines: str = words.get_text_bounded()
        return lines.replace("\r\n", "\n").replace("\r", "\n")
    finally:
        words.close()
        page.close()


@contextmanager
def _opened(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(path)  # type: ignore[no-untyped-call]
    except pypdfium2.PdfiumError as broken:
        if "password" in str(broken).lower():
            raise refusals.encrypted() from broken
        raise refusals.unreadable() from broken
    try:
        yield document
    except pypdfium2.PdfiumError as broken:
        raise refusals.unreadable() from broken
    finally:
        document.close()  # type: ignore[no-untyped-call]
