"""Columns as a person says they are, where the reader took them for something else."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .columns import SINGLE, Columns
from .model import Part

Said = Mapping[str, Part]
"""A part by column: ``"C"`` in every sheet, ``"台账!C"`` in one. ``Part.OTHER`` is left unread."""
Heads = Mapping[str, tuple[int, int]]
"""The first and the last row of the headings by sheet, counted from 1, where a person says where they are."""
_ROWS, _DEEPEST = re.compile(r"(\d{1,6})(?:\s*[-—–~至到]\s*(\d{1,6}))?"), 6
_PAIR = re.compile(r"(?:(?P<sheet>[^!=]+)!)?(?P<letter>[A-Za-z]{1,3})\s*=\s*(?P<part>\w+)")


def said(text: str) -> dict[str, Part]:
    """``C=task, 台账!D=lead`` as a mapping. ValueError, naming the piece, where it is not understood."""
    told: dict[str, Part] = {}
    for piece in filter(None, (p.strip() for p in re.split(r"[,，;；\n]", text))):
        hit = _PAIR.fullmatch(piece)
        if hit is None or hit["part"].lower() not in set(Part):
            raise ValueError(piece)
        place = f"{hit['sheet'].strip()}!" if hit["sheet"] else ""
        told[place + hit["letter"].upper()] = Part(hit["part"].lower())
    return told


def rows_said(text: str) -> tuple[int, int] | None:
    """``3`` or ``3-4``, counted from 1, as the first row and the last; None where it is neither."""
    hit = _ROWS.fullmatch(text.strip())
    first, last = (int(hit[1]), int(hit[2] or hit[1])) if hit else (0, 0)
    return (first, last) if 0 < first <= last < first + _DEEPEST else None


def letter_of(column: int) -> str:
    """The letters of a column counted from 0: A, Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def put_right(columns: Columns, sheet: str, told: Said) -> None:
    """Change what ``columns`` are taken for by what a person said of them."""
    for column in columns.headings:
        letter = letter_of(column)
        part = told.get(f"{sheet}!{letter}", told.get(letter))
        if part is None or column in columns.of(part):
            continue
        for kept in columns.by_part.values():
            if column in kept:
                kept.remove(column)
        columns.units.pop(column, None)
        if part is not Part.OTHER:
            columns.by_part[part] = [column] if part in SINGLE else [*columns.of(part), column]
