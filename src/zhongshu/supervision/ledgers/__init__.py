"""Ledgers as offices keep them: a messy sheet of tasks read into matters, whatever its layout.

Layout is told by the grammar of headings and by what the columns hold, never by a fixed form. No database, no network.
"""

from .jsonl import run_ledger
from .model import Matter
from .reading import read_ledger

__all__ = ["Matter", "read_ledger", "run_ledger"]
