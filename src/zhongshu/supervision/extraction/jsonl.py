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


def run_jsonl(in_stream: Iterable[str], out_stream: Writes) -> None:
    """For each JSON line with id, text, context_date, doc_convention write {"id", "duties"}; blank lines are passed over.

    The last two fields may be missing. Raises ``ValueError`` with the number of a line that is no such record.
    """
    for number, line in enumerate(in_stream, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            context = date.fromisoformat(record["context_date"][:10]) if record.get("context_date") else None
            duties = extract(
                record["text"], context_date=context, doc_convention=record.get("doc_convention")
            )
            answer = {"id": record["id"], "duties": [duty.as_json() for duty in duties]}
        except (KeyError, TypeError, AttributeError, json.JSONDecodeError) as error:
            raise ValueError(f"line {number} is not a record with id and text: {error}") from error
        out_stream.write(json.dumps(answer, ensure_ascii=False) + "\n")
