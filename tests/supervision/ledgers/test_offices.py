"""Every office's ledger comes out right."""

import json
from io import StringIO
from pathlib import Path

import pytest

from tests.supervision.ledgers.offices import OFFICES
from tests.supervision.ledgers.paper import FIELDS, score
from zhongshu.supervision.ledgers import run_ledger


@pytest.mark.parametrize("name", OFFICES)
def test_reads_the_ledger(name: str, tmp_path: Path) -> None:
    paper = OFFICES[name]()
    out = StringIO()
    run_ledger(paper.save(tmp_path, name), out)
    read = [json.loads(line) for line in out.getvalue().splitlines()]
    assert all(tuple(line) == FIELDS for line in read)
    right, total, differs = score(paper.expected, read)
    assert differs == [], f"{right} of {total}"
