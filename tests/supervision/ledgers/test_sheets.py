"""Every sheet kept as data comes out right, to the last cell: kinds that the reader once got wrong stay right."""

import json
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from tests.supervision.ledgers.paper import FIELDS, score
from tests.supervision.ledgers.sheets import NAMES, paper_of
from zhongshu.supervision.ledgers import run_ledger


@pytest.mark.parametrize("name", NAMES)
def test_reads_the_sheet(name: str, tmp_path: Path) -> None:
    paper, out = paper_of(name), StringIO()
    run_ledger(paper.save(tmp_path, name), out, date(2026, 11, 22))
    read = [json.loads(line) for line in out.getvalue().splitlines()]
    assert all(tuple(line) == FIELDS for line in read)
    right, total, differs = score(paper.expected, read)
    assert differs == [], f"{right} of {total}"
