"""Deadlines of a piece of text, for tests that look at them alone."""

from datetime import date

from zhongshu.supervision.extraction.dates import find_due
from zhongshu.supervision.extraction.model import Due
from zhongshu.supervision.extraction.spans import Passage


def read_due(text: str, context_date: date | None = None) -> list[Due]:
    """Every deadline in ``text``, written on ``context_date``, with its place."""
    passage = Passage.of(text)
    return [found.due(passage) for found in find_due(passage, context_date)]
