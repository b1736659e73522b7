"""What a file is, told by its content and never by its name alone."""

import zipfile
from dataclasses import dataclass
from pathlib import Path

import puremagic

from zhongshu.platform.files import bombs, refusals
from zhongshu.platform.files.readers.plain import decoded

OOXML = "application/vnd.openxmlformats-officedocument."
_HEAD = 8 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of file that is taken in: short code, media type, the endings its name may have."""

    code: str
    media_type: str
    endings: frozenset[str]


def _kind(code: str, media_type: str, *endings: str) -> Kind:
    return Kind(code, media_type, frozenset(endings or (code,)))


KINDS = {
    kind.code: kind
    for kind in (
        _kind("pdf", "application/pdf"),
        _kind("docx", OOXML + "wordprocessingml.document"),
        _kind("xlsx", OOXML + "spreadsheetml.sheet"),
        _kind("pptx", OOXML + "presentationml.presentation"),
        _kind("doc", "application/msword", "doc", "wps"),
        _kind("xls", "application/vnd.ms-excel", "xls", "et"),
        _kind("ofd", "application/ofd"),
        _kind("png", "image/png"),
        _kind("jpg", "image/jpeg", "jpg", "jpeg"),
        _kind("txt", "text/plain", "txt", "csv", "md", "log", "xml"),
    )
}
BY_MEDIA_TYPE = {kind.media_type: kind for kind in KINDS.values()}


def kind_of(path: Path, name: str) -> Kind:
    """The kind of the file at ``path``, which somebody calls ``name``.

    Raises Unacceptable where it is empty, encrypted, broken, of no accepted type, expands too far,
    or is not what its name says.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head.strip(b"\x00"):
        raise refusals.empty()
    kind = _by_content(path, head)
    ending = Path(name).suffix.lower().lstrip(".")
    if ending not in kind.endings:
        raise refusals.misnamed(f".{ending}", kind.code) if ending else refusals.without_ending(kind.code)
    return kind


def _by_content(path: Path, head: bytes) -> Kind:
    if b"%PDF-" in head[:1024]:
        return KINDS["pdf"]
    if head.startswith(b"PK\x03\x04"):
        return _container(path)
    if head.startswith(_OLE):
        return _compound(path)
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        bombs.check_png(head)
        return KINDS["png"]
    if head.startswith(b"\xff\xd8\xff"):
        bombs.check_jpeg(path)
        return KINDS["jpg"]
    if head.startswith(b"{\\rtf"):
        raise refusals.not_accepted("rtf")
    if decoded(path.read_bytes()) is not None:
        return KINDS["txt"]
    raise refusals.not_accepted(_puremagic_name(head))


def _container(path: Path) -> Kind:
    """Inside a zip: what an office file or an OFD has at its root."""
    try:
        with zipfile.ZipFile(path) as archive:
            bombs.check_zip(archive, path.stat().st_size)
            names = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError) as broken:
        raise refusals.unreadable() from broken
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise refusals.with_macros()
    if "OFD.xml" in names:
        return KINDS["ofd"]
    for root, code in (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx")):
        if "[Content_Types].xml" in names and any(name.startswith(root) for name in names):
            return KINDS[code]
    raise refusals.open_document() if "mimetype" in names else refusals.not_accepted("zip")


def _compound(path: Path) -> Kind:
    """Inside an OLE file: the names of its streams, in UTF-16."""
    data = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise refusals.encrypted()
    if "WordDocument".encode("utf-16-le") in data:
        return KINDS["doc"]
    if any(name.encode("utf-16-le") + b"\0\0" in data for name in ("Workbook", "Book")):
        return KINDS["xls"]
    raise refusals.not_accepted("ppt / msg")


def _puremagic_name(head: bytes) -> str:
    try:
        return puremagic.from_string(head).lstrip(".")
    except (puremagic.PureError, ValueError):
        return ""
