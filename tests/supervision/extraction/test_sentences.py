"""Minutes, notices, slips, task lists and reports as offices write them: who must do what by when.

``sentences.json`` holds invented sentences of every kind with what a secretary would note; an empty list
means that there is nothing to chase.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from zhongshu.supervision.extraction import Duty, extract

CASES: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("sentences.json").read_text(encoding="utf-8")
)


def noted(duty: Duty, written: date) -> tuple[Any, ...]:
    """What the secretary's note says of a duty in a text of the day ``written``, but for the wording of the action."""
    day = duty.due.day(written)
    return (
        sorted(m.text for m in duty.lead),
        sorted(m.text for m in duty.support),
        day.isoformat() if day else None,
        duty.cycle is not None,
    )


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:18] for c in CASES])
def test_reads_as_a_secretary_would(case: dict[str, Any]) -> None:
    written = date.fromisoformat(case["date"])
    wanted = [
        (sorted(d["lead"]), sorted(d["support"]), d["iso"], d["cycle"] is not None) for d in case["duties"]
    ]
    found = [noted(duty, written) for duty in extract(case["text"], context_date=written)]
    assert sorted(found, key=str) == sorted(wanted, key=str)


@pytest.mark.parametrize("case", [c for c in CASES if c["duties"]], ids=lambda c: c["text"][:18])
def test_the_action_overlaps_the_words_of_the_task(case: dict[str, Any]) -> None:
    found = [
        bigrams(duty.action.text)
        for duty in extract(case["text"], context_date=date.fromisoformat(case["date"]))
    ]
    for wanted in (bigrams(duty["action"]) for duty in case["duties"]):
        assert any(2 * len(wanted & words) >= min(len(wanted), len(words)) for words in found)


def bigrams(words: str) -> set[str]:
    """The pairs of letters of ``words``."""
    return {words[i : i + 2] for i in range(len(words) - 1)}
