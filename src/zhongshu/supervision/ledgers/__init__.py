"""Ledgers as offices keep them: a messy sheet of tasks read into matters, whatever its layout.

Layout is told by the grammar of headings and by what the columns hold, never by a fixed form. No database, no network.
"""

from .columns import SINGLE
from .endings import DROPPED, FINISHED, ending_of, is_lasting
from .jsonl import run_ledger
from .likeness import near
from .mapping import Heads, Said, rows_said, said
from .model import Matter, Part
from .reading import read_ledger, survey
from .seen import ColumnSeen, TableSeen
from .workbook import LockedError, cells_of, is_text

__all__ = [
    "DROPPED",
    "FINISHED",
    "SINGLE",
    "ColumnSeen",
    "Heads",
    "LockedError",
    "Matter",
    "Part",
    "Said",
    "TableSeen",
    "cells_of",
    "ending_of",
    "is_lasting",
    "is_text",
    "near",
    "read_ledger",
    "rows_said",
    "run_ledger",
    "said",
    "survey",
]
