"""A stretch that names nobody is put aside early only if its whole evidence would not have made a duty of it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from zhongshu.supervision.extraction.cycles import find_cycles
from zhongshu.supervision.extraction.dates import find_due
from zhongshu.supervision.extraction.nameless import WITHOUT_ACTOR, says_too_little
from zhongshu.supervision.extraction.segmentation import cut_sentences
from zhongshu.supervision.extraction.spans import Passage
from zhongshu.supervision.extraction.subjects import read_segments
from zhongshu.supervision.extraction.targets import find_targets
from zhongshu.supervision.extraction.weighing import weigh
from zhongshu.supervision.extraction.weights import THRESHOLD

_TOLD = json.loads(Path(__file__).with_name("sentences.json").read_text(encoding="utf-8"))
_PLAIN = (
    "会议强调，各级要提高站位，切实加强领导。",
    "要加强统筹协调，完善工作机制，及时报告进展情况。",
    "去年以来全市改造老旧小区，成效明显。",
    "加快推进制度建设，形成材料报送，印发通知并反馈意见。",
)
_DAY = date(2026, 3, 20)


@pytest.mark.parametrize("text", sorted({told["text"] for told in _TOLD} | set(_PLAIN)))
def test_what_is_put_aside_early_weighs_too_little(text: str) -> None:
    passage = Passage.of(text)
    norm, dues = passage.norm, find_due(passage, _DAY)
    cycles, figures = find_cycles(norm, 0, len(norm)), find_targets(passage, 0, len(norm))
    for sentence in cut_sentences(norm):
        for segment in read_segments(norm, sentence.start, sentence.end, dues, None):
            at = (segment.start, segment.end)
            told = [c for c in cycles if at[0] <= c[0] < at[1]] or [
                f for f in figures if at[0] <= f[0] < at[1]
            ]
            if not told and says_too_little(norm, segment):
                whole = weigh(norm, segment, figures, cycles, (sentence.start, sentence.end), WITHOUT_ACTOR)
                assert whole.weight <= WITHOUT_ACTOR < THRESHOLD


def test_some_of_the_plain_sentences_are_put_aside() -> None:
    aside = [
        says_too_little(text, segment)
        for text in _PLAIN
        for segment in read_segments(text, 0, len(text), [], None)
    ]
    assert any(aside)
