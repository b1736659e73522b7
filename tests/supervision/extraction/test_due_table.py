"""Some 470 ways in which offices say by when: days, months, quarters, weeks, events, feasts, what comes round."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.supervision.extraction.deadlines import read_due

WEDNESDAY = date(2026, 3, 18)
SENTENCES = ("市财政局要{}完成台账核对。", "市财政局{}报送核对结果。")
LINES = [
    line.split(" | ")
    for line in Path(__file__).with_name("deadlines.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(("read", "words"), LINES)
def test_each_is_read_as_one_deadline(read: str, words: str, sentence: str) -> None:
    told = {
        said: [str(due.day(WEDNESDAY) or due.rule) for due in read_due(sentence.format(said), WEDNESDAY)]
        for said in words.split(" ")
    }
    assert told == {said: [read] for said in told}


# What only tells of a time, names a thing, or counts what is to be reached.
NONE = """
5年前完成的台账 三年前建成的平台 明年前三季度的计划 5月3日内蒙古的台账
汛前检查的台账 一周五天的值班表 压缩至一周内的台账
截至上月末余额的台账
目前3天的台账 此前两天的台账 前10名的台账 周一至周五的台账 合同到期前的台账 第二季度的台账
""".split()


@pytest.mark.parametrize("said", NONE)
def test_what_only_tells_of_a_time_is_none(said: str) -> None:
    assert read_due(f"市财政局核对{said}。", WEDNESDAY) == []
