"""What nobody writes but anybody may bring in, however long, is read in seconds."""

from __future__ import annotations

import time
from datetime import date

import pytest

from zhongshu.supervision.extraction import extract, sentences

LONG, DAY = 100_000, date(2026, 11, 23)


@pytest.mark.parametrize(
    "piece", ["部", "1", "，", "“", "（", "（一）", "市财政局", "12月底前，", "完成时限：12月底前\n"]
)
def test_a_text_repeated_without_end_is_read_in_seconds(piece: str) -> None:
    text = (piece * (LONG // len(piece) + 1))[:LONG]
    before = time.process_time()
    extract(text, context_date=DAY)
    assert time.process_time() - before < 10


def test_brackets_one_in_the_other_are_read_in_seconds() -> None:
    before = time.process_time()
    assert not extract("（" * 100_000 + "）" * 100_000, context_date=DAY)
    assert time.process_time() - before < 10


@pytest.mark.parametrize("between", ["。", "；", "，"])
def test_what_is_cut_loses_nothing(between: str) -> None:
    """A paragraph beyond what is read at once is cut behind the best mark it has; every letter stays in a sentence."""
    asked = f"市财政局要在12月底前完成专项资金清算{between}"
    text = asked * 500
    assert "".join(told.text for told in sentences(text)) == text
    duties = extract(text, context_date=DAY)
    assert all(duty.lead[0].text == "市财政局" and duty.due.iso == "2026-12-31" for duty in duties)
    assert len(duties) == 500
