"""Sheets thrown together by a seed: every habit with every other."""

import json
from io import StringIO
from pathlib import Path

import pytest

from tests.supervision.ledgers.any_office import Office
from tests.supervision.ledgers.paper import score
from zhongshu.supervision.ledgers import run_ledger


@pytest.mark.parametrize("seed", range(25))
def test_reads_any_office(seed: int, tmp_path: Path) -> None:
    paper = Office(seed).write()
    out = StringIO()
    run_ledger(paper.save(tmp_path, "office"), out)
    _, _, differs = score(paper.expected, [json.loads(line) for line in out.getvalue().splitlines()])
    assert differs == []
