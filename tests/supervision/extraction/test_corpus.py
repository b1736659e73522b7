"""The labelled corpus as a yardstick: floors a little below what was reached.

Set ``ZHONGSHU_CORPUS`` to the folder that holds ``duties.jsonl`` and ``score_duties.py``.
"""

from __future__ import annotations

import importlib.util
import io
import json
import os
from pathlib import Path
from types import ModuleType

import pytest

from zhongshu.supervision.extraction import run_jsonl

FOLDER = Path(os.environ.get("ZHONGSHU_CORPUS", ""))
FLOORS = {
    "duty detection": 0.88,
    "lead units": 0.88,
    "support units": 0.90,
    "due iso": 0.95,
    "due found": 0.90,
    "cycle found": 0.70,
}

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(
        not os.environ.get("ZHONGSHU_CORPUS") or not (FOLDER / "duties.jsonl").is_file(),
        reason="ZHONGSHU_CORPUS names no folder with duties.jsonl",
    ),
]


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_duties", FOLDER / "score_duties.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_corpus_is_read_at_least_as_well_as_before() -> None:
    score = scorer()
    lines = (FOLDER / "duties.jsonl").read_text(encoding="utf-8").splitlines()
    out = io.StringIO()
    run_jsonl(lines, out)
    gold = {r["id"]: r["duties"] for r in map(json.loads, lines)}
    found = {r["id"]: r["duties"] for r in map(json.loads, out.getvalue().splitlines())}
    total = score.score(gold, found)[0]
    reached = {row: score.prf(*total[row])[2] for row in FLOORS}
    assert {row: value for row, value in reached.items() if value < FLOORS[row]} == {}
