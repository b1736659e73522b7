"""Files made to burst whoever opens them: told by what really comes out, not by what they declare."""

import copy
import struct
import zipfile
import zlib
from pathlib import Path
from typing import IO

from zhongshu.platform.files import refusals

MAX_ENTRIES = 10_000
MAX_INFLATED_BYTES = 400 * 1024 * 1024
MAX_PART_BYTES = 100 * 1024 * 1024
RATIO_FREE_BYTES = 16 * 1024 * 1024
MAX_RATIO = 150
MAX_DEPTH = 2
MAX_PIXELS = 120_000_000
_STEP = 256 * 1024
_IN_MEMORY = 16 * 1024 * 1024


class _Budget:
    """How much more may come out, over all layers together."""

    def __init__(self, packed_bytes: int) -> None:
        self.inflated = 0
        self.limit = min(MAX_INFLATED_BYTES, max(RATIO_FREE_BYTES, packed_bytes * MAX_RATIO))

    def spend(self, count: int) -> None:
        self.inflated += count
        if self.inflated > self.limit:
            raise refusals.bomb()


def check_zip(archive: zipfile.ZipFile, packed_bytes: int) -> None:
    """Inflate every entry, counting, and look into zips within; Unacceptable when it goes too far."""
    _check(archive, _Budget(packed_bytes), depth=1)


def _check(archive: zipfile.ZipFile, budget: _Budget, depth: int) -> None:
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES or depth > MAX_DEPTH:
        raise refusals.bomb()
    for entry in entries:
        if entry.flag_bits & 0x1:
            raise refusals.encrypted()
        try:
            with archive.open(_undeclared(entry)) as part:
                if _inflate(part, budget):
                    _check_inner(archive, entry, budget, depth)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as broken:
            raise refusals.unreadable() from broken


def _undeclared(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """The entry as if it declared no end: else reading would stop where a liar says it ends."""
    endless = copy.copy(entry)
    endless.file_size = 1 << 40
    return endless


def _inflate(part: IO[bytes], budget: _Budget) -> bool:
    """Read ``part`` to its end; whether it is a zip itself."""
    size, head = 0, b""
    while step := part.read(_STEP):
        head = head or step[:4]
        size += len(step)
        budget.spend(len(step))
        if size > MAX_PART_BYTES:
            raise refusals.bomb()
    return head == b"PK\x03\x04"


def _check_inner(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: _Budget, depth: int) -> None:
    if entry.file_size > _IN_MEMORY:  # true by now: the check sum has held over all of it
        raise refusals.bomb()
    with archive.open(entry) as part, zipfile.ZipFile(part) as inner:
        _check(inner, budget, depth + 1)


def check_png(head: bytes) -> None:
    """Refuse a PNG whose header promises more pixels than any scanner makes."""
    if len(head) < 24 or head[12:16] != b"IHDR":
        raise refusals.unreadable()
    _check_pixels(*struct.unpack(">II", head[16:24]))


def check_jpeg(path: Path) -> None:
    """The same for a JPEG: its frame header may stand behind long blocks of camera data."""
    with path.open("rb") as file:
        file.seek(2)
        while True:
            marker = _marker(file)
            length = file.read(2)
            if len(length) < 2:
                raise refusals.unreadable()
            if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
                frame = file.read(5)
                if len(frame) < 5:
                    raise refusals.unreadable()
                height, width = struct.unpack(">HH", frame[1:])
                _check_pixels(width, height)
                return
            file.seek(max(0, struct.unpack(">H", length)[0] - 2), 1)


def _marker(file: IO[bytes]) -> int:
    first = file.read(1)
    if first != b"\xff":
        raise refusals.unreadable()
    code = file.read(1)
    while code == b"\xff":
        code = file.read(1)
    if not code:
        raise refusals.unreadable()
    return code[0]


def _check_pixels(width: int, height: int) -> None:
    if not width or not height:
        raise refusals.unreadable()
    if width * height > MAX_PIXELS:
        raise refusals.bomb()
