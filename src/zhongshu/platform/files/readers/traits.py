"""What a file says of itself beside its text: when it was made, and for a picture how it looks."""

import re
import warnings
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from lxml import etree
from PIL import Image, UnidentifiedImageError

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.likeness import SIDE, picture
from zhongshu.platform.files.bombs import MAX_PIXELS
from zhongshu.platform.files.readers import pdf
from zhongshu.platform.files.readers.parts import container, parsed

Image.MAX_IMAGE_PIXELS = MAX_PIXELS
_CORE = "docProps/core.xml"
_TERMS = "{http://purl.org/dc/terms/}"
_EXIF_PART, _TAKEN_AT, _CHANGED_AT = 0x8769, 0x9003, 0x0132
_PDF_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})(\d{2})?(\d{2})?(\d{2})?(?:([+-])(\d{2})'?(\d{2})?)?")
_BROKEN = (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError)


def office_day(path: Path) -> date | None:
    """The later of "created" and "last changed" in an office file's own properties."""
    with container(path) as archive:
        if _CORE not in archive.namelist():
            return None
        root = parsed(archive, _CORE)
    return max(filter(None, (_iso(root, "created"), _iso(root, "modified"))), default=None)


def _iso(root: etree._Element, name: str) -> date | None:
    words = root.findtext(_TERMS + name) or ""
    with suppress(ValueError):
        told = datetime.fromisoformat(words.strip())
        return local_day(told if told.tzinfo else told.replace(tzinfo=UTC))
    return None


def pdf_day(path: Path) -> date | None:
    """The later of CreationDate and ModDate."""
    told = (pdf_date(words) for words in pdf.dates(path))
    return max(filter(None, told), default=None)


def pdf_date(words: str) -> date | None:
    """The day in Beijing of a date as PDF writes it: D:20260918093000+08'00'."""
    hit = _PDF_DATE.match(words)
    if hit is None:
        return None
    year, month, day, hour, minute, second = (int(hit[n] or 0) for n in range(1, 7))
    offset = timedelta(hours=int(hit[8] or 0), minutes=int(hit[9] or 0)) * (-1 if hit[7] == "-" else 1)
    with suppress(ValueError, OverflowError):
        told = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
        return local_day(told - offset) if hit[7] else told.date()
    return None


def picture_day(path: Path) -> date | None:
    """When the camera says that the picture was taken; no place is read."""
    with suppress(*_BROKEN), Image.open(path) as image:
        exif = image.getexif()
        words = str(exif.get_ifd(_EXIF_PART).get(_TAKEN_AT) or exif.get(_CHANGED_AT) or "")
        return datetime.strptime(words[:10], "%Y:%m:%d").replace(tzinfo=UTC).date()
    return None


def look(path: Path) -> bytes:
    """The fingerprint of a picture; empty where it is blank or cannot be drawn."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with suppress(*_BROKEN, Image.DecompressionBombWarning), Image.open(path) as image:
            image.draft("L", (SIDE * 16, SIDE * 16))  # a large JPEG is not drawn in full
            small = image.convert("L").resize((SIDE + 1, SIDE), Image.Resampling.BOX)
            return picture(small.tobytes())
    return b""
