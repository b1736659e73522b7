"""The command-line face: labelled-corpus lines in, duties out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Protocol

from .reading import extract


class Writes(Protocol):
    """Anything with ``write``."""

    def write(self, text: str, /) -> object:
        """Take ``text``."""


class BadLineError(ValueError):
    """A line that cannot be read: its ``number`` (from 1) and ``what`` is wrong (``json``, ``fields``, ``date``)."""

    def __init__(self, number: int, what: str) -> None:
        super().__init__(f"line {number}: {what}")
        self.number, self.what = number, what


def run_jsonl(in_stream: Iterable[str], out_stream: Writes) -> None:
    """For each JSON line with id, text, context_date, doc_convention write {"id", "duties"}; blank lines are passed over.

    The last two fields may be missing. Raises ``BadLineError`` at a line that is no such record.
    """
    for number, line in enumerate(in_stream, 1):
        if line.strip():
            out_stream.write(json.dumps(_answer(line, number), ensure_ascii=False) + "\n")


def _answer(line: str, number: int) -> dict[str, object]:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise BadLineError(number, "json") from error
    if not isinstance(record, dict) or "id" not in record or not isinstance(record.get("text"), str):
        raise BadLineError(number, "fields")
    try:
        told = record.get("context_date")
        context = date.fromisoformat(told[:10]) if told else None
    except (ValueError, TypeError) as error:
        raise BadLineError(number, "date") from error
    duties = extract(record["text"], context_date=context, doc_convention=record.get("doc_convention"))
    return {"id": record["id"], "duties": [duty.as_json() for duty in duties]}
