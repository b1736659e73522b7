"""The merged ranges of a sheet, found without reading its rows."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from openpyxl.utils.cell import range_boundaries

from .grid import Merge

_MERGED = re.compile(rb'<mergeCell ref="([A-Z]+\d+:[A-Z]+\d+)"')
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_STEP, _LONGEST_TAG = 1 << 20, 64


def merged_ranges(path: Path, part: str) -> list[Merge]:
    """The merged ranges, which stand behind the rows of a sheet."""
    found: dict[str, None] = {}
    with zipfile.ZipFile(path) as archive, archive.open(part) as stream:
        rest = b""
        while step := stream.read(_STEP):
            rest += step
            found |= dict.fromkeys(hit.decode() for hit in _MERGED.findall(rest))
            rest = rest[-_LONGEST_TAG:]
    return [_merge(ref) for ref in found]


def merged_area(path: Path) -> int:
    """How many cells the merged ranges of all sheets cover."""
    with zipfile.ZipFile(path) as archive:
        parts = [name for name in archive.namelist() if _SHEET.fullmatch(name)]
    ranges = (merge for part in parts for merge in merged_ranges(path, part))
    return sum((m.bottom - m.top + 1) * (m.right - m.left + 1) for m in ranges)


def _merge(ref: str) -> Merge:
    left, top, right, bottom = (n or 1 for n in range_boundaries(ref))  # type: ignore[no-untyped-call]
    return Merge(top - 1, left - 1, bottom - 1, right - 1)
