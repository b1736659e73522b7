"""PDF files: their text, and how a page looks. A scan carries none, and is read by nobody here."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

import pypdfium2
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.refusals import NotFound
from zhongshu.platform.files import refusals
from zhongshu.platform.files.readers.pdf_page import page_text

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


def length(pdf: Path | bytes) -> int:
    """How many pages there are."""
    with _one_at_a_time, _opened(pdf) as document:
        return len(document)


def picture(pdf: Path | bytes, number: int, *, width: int) -> bytes:
    """Page ``number`` (from 1) as PNG, ``width`` pixels wide; NotFound where there is none."""
    with _one_at_a_time, _opened(pdf) as document:
        if not 1 <= number <= len(document):
            raise NotFound("no_such_page", _("没有这一页。"))
        page = document[number - 1]
        drawn = page.render(scale=width / page.get_width()).to_pil()
        made = io.BytesIO()
        drawn.convert("RGB").save(made, "PNG")
        return made.getvalue()


def _pages(path: Path, limit: int) -> str:
    with _one_at_a_time, _opened(path) as document:
        return "\n".join(_page(document, number) for number in range(min(len(document), limit)))


def _page(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    words = page.get_textpage()
    try:
        return page_text(page, words)
    finally:
        words.close()
        page.close()


@contextmanager
def _opened(path: Path | bytes) -> Iterator[pypdfium2.PdfDocument]:
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
