"""Lines in, lines out: the face that ``zhongshu extract`` shows."""

from __future__ import annotations

import io
import json

import pytest

from zhongshu.supervision.extraction import BadLineError, run_jsonl


def test_a_record_in_a_record_out() -> None:
    record = {"id": "a1", "text": "由市财政局负责，6月底前拨付资金。", "context_date": "2026-01-05"}
    out = io.StringIO()
    run_jsonl([json.dumps(record), "\n"], out)
    (line,) = out.getvalue().splitlines()
    assert json.loads(line) == {
        "id": "a1",
        "duties": [
            {
                "action": "6月底前拨付资金",
                "lead": ["市财政局"],
                "support": [],
                "leaders": [],
                "due": {"raw": "6月底前", "iso": "2026-06-30", "rule": None},
                "cycle": None,
                "targets": [],
            }
        ],
    }


def test_date_and_convention_may_be_missing() -> None:
    out = io.StringIO()
    run_jsonl([json.dumps({"id": "a1", "text": "会议听取了汇报。"})], out)
    assert json.loads(out.getvalue()) == {"id": "a1", "duties": []}


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{", "json"),
        ('{"id": "a1"}', "fields"),
        ("[]", "fields"),
        ('{"id": "a1", "text": 5}', "fields"),
        ('{"id": "a1", "text": "无", "context_date": "明天"}', "date"),
        ('{"id": "a1", "text": "无", "context_date": 20260320}', "date"),
    ],
)
def test_a_line_that_is_no_record_is_named(line: str, what: str) -> None:
    with pytest.raises(BadLineError) as bad:
        run_jsonl([json.dumps({"id": "a0", "text": "无"}), line], io.StringIO())
    assert (bad.value.number, bad.value.what) == (2, what)
