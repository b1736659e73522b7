"""Workbooks read by their values (.xlsx, .xls, .ods), in a process that may fail without harm.

The reader lays a sheet out whole: two cells far apart, or a number gone wrong, ask for more memory than there is,
and then it ends the process that it runs in.
"""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from zhongshu.kernel import laid_out

LONGEST = 120
"""Seconds after which a workbook counts as damaged."""


class LockedError(ValueError):
    """It can be opened with a password only."""


class TooWideError(ValueError):
    """A cell lies too far from the others for the sheet to be laid out."""


FAULTS = {laid_out.LOCKED: LockedError, -signal.SIGABRT: TooWideError}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet from its first cell on; ``merged`` are the first and the last cell of each merged range."""

    name: str
    merged: Sequence[tuple[tuple[int, int], tuple[int, int]]]
    rows: Sequence[Sequence[Any]]

    @property
    def filled(self) -> list[Sequence[Any]]:
        """The rows that hold something, from the first column that does."""
        found = [row for row in self.rows if any(cell != "" for cell in row)]
        left = min((next(n for n, cell in enumerate(row) if cell != "") for row in found), default=0)
        return [row[left:] for row in found]


def sheets(source: Path | bytes) -> Iterator[Sheet]:
    """Each sheet of a workbook. ValueError (LockedError, TooWideError) where it cannot be read."""
    content = source if isinstance(source, bytes) else source.read_bytes()
    asked = [sys.executable, "-P", laid_out.__file__]
    try:
        done = subprocess.run(asked, input=content, capture_output=True, timeout=LONGEST, check=False)  # noqa: S603  our own file, no shell
    except subprocess.TimeoutExpired as long:
        raise ValueError("it takes too long to read") from long
    if done.returncode:
        raise FAULTS.get(done.returncode, ValueError)(f"reading it ended with {done.returncode}")
    for line in done.stdout.splitlines():
        yield Sheet(*json.loads(line, object_hook=_typed))


def _typed(told: dict[str, str]) -> datetime | date:
    return datetime.fromisoformat(told["at"]) if "at" in told else date.fromisoformat(told["on"])
