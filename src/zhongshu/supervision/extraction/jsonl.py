"""The command-line face: lines in the form of a labelled corpus in, duties out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Any, NamedTuple, Protocol

from .directory import Directory
from .model import Duty
from .reading import extract


class Writes(Protocol):
    """Anything with ``write``."""

    def write(self, text: str, /) -> object:
        """Take ``text``."""


LONGEST = 200_000
"""So many characters a text has at most; of a longer one the reading would take minutes."""


class Ran(NamedTuple):
    """The numbers of the lines that were turned ``away``, and of those in which no duty was ``found_none``."""

    away: list[int]
    found_none: list[int]


class BadLineError(ValueError):
    """A line that cannot be read: its ``number`` (from 1) and ``what`` is wrong (``json``, ``fields``, ``date``, ``unit``, ``long``)."""

    def __init__(self, number: int, what: str) -> None:
        super().__init__(f"line {number}: {what}")
        self.number, self.what = number, what


def run_jsonl(
    in_stream: Iterable[str],
    out_stream: Writes,
    directory: Directory | None = None,
    turned_away: Callable[[str], object] = lambda _: None,
) -> Ran:
    """For each JSON line with id, text, context_date, doc_convention write {"id", "duties"}; blank lines are passed over.

    The last two fields may be missing. With the institution's ``directory`` each answer also has ``units``: the name
    in the text → the id of the unit that it means. Raises ``BadLineError`` at a line that is no such record.
    Nothing is written of a text that is ``turned_away``; the numbers of such lines are returned.
    """
    ran = Ran([], [])
    for number, record in _records(in_stream):
        text = str(record.get("text"))
        if len(text) > LONGEST:
            raise BadLineError(number, "long")
        if turned_away(text):
            ran.away.append(number)
            continue
        answer = _answer(record, number, directory)
        out_stream.write(json.dumps(answer, ensure_ascii=False) + "\n")
        if not answer["duties"]:
            ran.found_none.append(number)
    return ran


def read_directory(in_stream: Iterable[str]) -> Directory:
    """The directory that JSON lines {"unit", "names"} tell; ``unit`` is the id, and a name as well.

    Raises ``BadLineError`` at a line that is no such record.
    """
    told = list[tuple[str, list[str]]]()
    for number, record in _records(in_stream):
        unit, names = record.get("unit"), record.get("names", [])
        if (
            not isinstance(unit, str)
            or not isinstance(names, list)
            or not all(isinstance(n, str) for n in names)
        ):
            raise BadLineError(number, "unit")
        told.append((unit, [unit, *names]))
    return Directory.of(told)


def _records(stream: Iterable[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            raise BadLineError(number, "json") from error
        yield number, record if isinstance(record, dict) else {}


def _answer(record: Mapping[str, Any], number: int, directory: Directory | None) -> dict[str, object]:
    if "id" not in record or not isinstance(record.get("text"), str):
        raise BadLineError(number, "fields")
    try:
        told = record.get("context_date")
        context = date.fromisoformat(told[:10]) if told else None
    except (ValueError, TypeError) as error:
        raise BadLineError(number, "date") from error
    duties = extract(
        record["text"],
        context_date=context,
        doc_convention=record.get("doc_convention"),
        directory=directory,
    )
    answer: dict[str, object] = {"id": record["id"], "duties": [duty.as_json() for duty in duties]}
    return answer if directory is None else answer | {"units": _meant(duties)}


def _meant(duties: Iterable[Duty]) -> dict[str, str]:
    named = chain.from_iterable((*duty.lead, *duty.support) for duty in duties)
    return {one.text: one.unit_id for one in named if one.unit_id}
