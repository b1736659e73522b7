"""Reading files back. Whoever calls has already checked that the actor may see what they belong to."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from django.db.models import Count, Sum

from zhongshu.kernel import likeness
from zhongshu.platform.files import depot, readers, refusals
from zhongshu.platform.files.kinds import BY_MEDIA_TYPE
from zhongshu.platform.files.models import Blob, File
from zhongshu.platform.files.readers import pdf as pages

LONGEST_SKETCHED = 200_000


def path_of(blob: Blob) -> Path:
    """Where the bytes of ``blob`` lie, for the archive and for backups."""
    return depot.place_of(blob.sha256)


def open_for(file: File) -> BinaryIO:
    """The bytes of ``file``, open for reading."""
    return path_of(file.blob).open("rb")


def text_of(blob: Blob) -> str:
    """The text of ``blob`` as a person reads it; Unacceptable where it has none or none we can read."""
    kind = BY_MEDIA_TYPE[blob.media_type]
    reader = readers.WHOLE.get(kind.code)
    if reader is None:
        raise refusals.no_reader(kind.code) if kind.code == "doc" else refusals.no_text()
    text = reader(path_of(blob))
    if not text.strip():
        raise refusals.no_text()
    return text


def text_if_any(blob: Blob) -> str:
    """The text of ``blob``; "" for a photograph, a scan, or whatever else has none that we can read."""
    try:
        return text_of(blob)
    except refusals.Unacceptable:
        return ""


def pages_of(pdf: Blob | bytes) -> int:
    """How many pages a PDF has, stored or not."""
    return pages.length(pdf if isinstance(pdf, bytes) else path_of(pdf))


def picture_of(pdf: Blob | bytes, number: int, *, width: int = 1240) -> bytes:
    """Page ``number`` (from 1) of a PDF as PNG, ``width`` pixels wide; NotFound beyond the last."""
    return pages.picture(pdf if isinstance(pdf, bytes) else path_of(pdf), number, width=width)


@dataclass(frozen=True, slots=True)
class Traits:
    """What tells a file from others: fingerprints of its text and look (kernel.likeness), its own date."""

    text: bytes = b""
    look: bytes = b""
    own_day: date | None = None


def traits_of(blob: Blob) -> Traits:
    """The traits of ``blob``, as far as it has any; a file that cannot be read again has none."""
    code, path = BY_MEDIA_TYPE[blob.media_type].code, path_of(blob)
    try:
        text = readers.WHOLE[code](path)[:LONGEST_SKETCHED] if code in readers.WHOLE else ""
        day = readers.OWN_DAY[code](path) if code in readers.OWN_DAY else None
    except refusals.Unacceptable:
        return Traits()
    look = readers.LOOKS[code](path) if code in readers.LOOKS else b""
    return Traits(likeness.sketch(text), look, day)


def is_whole(blob: Blob) -> bool:
    """Whether the bytes on disk still have the digest under which they were stored."""
    place = path_of(blob)
    if not place.exists():
        return False
    with place.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == blob.sha256


def figures() -> dict[str, int]:
    """How much is stored: files as named, blobs as kept, bytes."""
    kept = Blob.objects.aggregate(blobs=Count("id"), bytes=Sum("size"))
    return {"files": File.objects.count(), "blobs": kept["blobs"], "bytes": kept["bytes"] or 0}
