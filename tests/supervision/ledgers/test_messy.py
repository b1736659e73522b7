"""Ledgers thrown together by a seed, every mess with every other: what was written is read back, to the last cell."""

import json
from io import StringIO
from pathlib import Path

import pytest

from tests.supervision.ledgers.messy.book import Messy
from tests.supervision.ledgers.paper import score
from zhongshu.supervision.ledgers import run_ledger


@pytest.mark.parametrize("seed", range(50))
def test_reads_any_mess(seed: int, tmp_path: Path) -> None:
    paper, out = Messy(seed).write(), StringIO()
    run_ledger(paper.save(tmp_path, "office"), out)
    _, _, differs = score(paper.expected, [json.loads(line) for line in out.getvalue().splitlines()])
    assert differs == []
