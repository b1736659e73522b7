"""Sheets never seen come out right in at least 97 cells of a hundred."""

import json
from io import StringIO
from pathlib import Path

from tests.supervision.ledgers.paper import score
from tests.supervision.ledgers.strangers import STRANGERS
from zhongshu.supervision.ledgers import run_ledger

WANTED = 0.97


def test_unknown_ledgers_come_out_right(tmp_path: Path) -> None:
    right = total = 0
    told: list[str] = []
    for name, write in STRANGERS.items():
        paper = write()
        out = StringIO()
        run_ledger(paper.save(tmp_path, name), out)
        good, cells, differs = score(
            paper.expected, [json.loads(line) for line in out.getvalue().splitlines()]
        )
        right, total = right + good, total + cells
        told += [f"{name} {good}/{cells}", *differs]
    assert right >= WANTED * total, "\n".join(told)
