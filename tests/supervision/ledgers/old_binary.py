"""A small workbook in the old binary form (.xls): BIFF8 records in an OLE container, nothing but values."""

import struct
from collections.abc import Sequence
from pathlib import Path

NONE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SECTOR, SMALLEST = 512, 4096


def write(path: Path, sheet: str, rows: Sequence[Sequence[str | int]]) -> None:
    """One sheet of words and whole numbers."""
    path.write_bytes(book(sheet, rows))


def book(sheet: str, rows: Sequence[Sequence[str | int]]) -> bytes:
    """The same as bytes."""
    heads = len(_globals(sheet, 0))
    stream = _globals(sheet, heads) + _sheet(rows)
    stream = stream.ljust(max(SMALLEST, -(-len(stream) // SECTOR) * SECTOR), b"\0")
    sectors = len(stream) // SECTOR
    chain = [TABLE, END, *range(3, sectors + 2), END]
    table = struct.pack("<128I", *chain, *[NONE] * (128 - len(chain)))
    folder = _entry("Root Entry", 5, END, 0, child=1) + _entry("Workbook", 2, 2, len(stream))
    return _head() + table + folder.ljust(SECTOR, b"\0") + stream


def far_apart() -> bytes:
    """Two cells, one of them where no sheet reaches: a number gone wrong."""
    first, last = b"\x00\x00\x00\x00", b"\xff\xff\xff\xff"
    told = book("台账", [["督办事项"], ["推进"]])
    return (
        told.replace(_cell(1, 0, "推进"), _cell(1, 0, "推进").replace(b"\x01\x00\x00\x00", last, 1)) + first
    )


def _head() -> bytes:
    start = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6)
    told = struct.pack("<9I", 0, 1, 1, 0, SMALLEST, END, 0, END, 0)
    return start + bytes(6) + told + struct.pack("<109I", 0, *[NONE] * 108)


def _entry(name: str, kind: int, first: int, size: int, *, child: int = NONE) -> bytes:
    words = name.encode("utf-16-le") + b"\0\0"
    told = struct.pack("<HBBIII", len(words), kind, 1, NONE, NONE, child)
    return words.ljust(64, b"\0") + told + bytes(36) + struct.pack("<IQ", first, size)


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _begin(kind: int) -> bytes:
    return _record(0x809, struct.pack("<4H2I", 0x600, kind, 0x0DBB, 0x07CC, 0, 6))


def _globals(sheet: str, place: int) -> bytes:
    name = struct.pack("<IBBBB", place, 0, 0, len(sheet), 1) + sheet.encode("utf-16-le")
    return _begin(5) + _record(0x42, struct.pack("<H", 1200)) + _record(0x85, name) + _record(0x0A, b"")


def _sheet(rows: Sequence[Sequence[str | int]]) -> bytes:
    cells = (_cell(r, c, value) for r, row in enumerate(rows) for c, value in enumerate(row) if value != "")
    return _begin(0x10) + b"".join(cells) + _record(0x0A, b"")


def _cell(row: int, column: int, value: str | int) -> bytes:
    if isinstance(value, int):
        return _record(0x203, struct.pack("<3Hd", row, column, 0, value))
    return _record(0x204, struct.pack("<4HB", row, column, 0, len(value), 1) + value.encode("utf-16-le"))
