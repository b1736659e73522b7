"""One JSON line a matter: what ``zhongshu ledger read`` prints."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TextIO

from .reading import read_ledger

FIELDS = ("row", "category", "task", "lead", "support", "leader", "due", "progress", "problem", "withdrawn")


def run_ledger(source: Path, out: TextIO, today: date | None = None) -> int:
    """Write each matter of the ledger ``source``, as read on ``today``, as a line of JSON to ``out``; how many."""
    count = 0
    for matter in read_ledger(source, today):
        line = {name: getattr(matter, name) for name in FIELDS}
        out.write(json.dumps(line, ensure_ascii=False) + "\n")
        count += 1
    return count
