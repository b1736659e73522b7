"""Duty extraction: who must do what by when, read out of minutes, notices and task tables.

Deterministic grammar and vocabulary of the trade; no network, no model. Every field tells the characters it came from.
"""

from .bare_tasks import bare_task
from .days_gone import names_a_year
from .directory import Directory
from .grids import row_number
from .jsonl import LONGEST, BadLineError, read_directory, run_jsonl
from .letterhead import date_of, title_of
from .model import Due, Duty, Mention, Target
from .names import is_particular
from .nobody_named import asks_for_a_thing
from .reading import extract
from .reports import with_reports
from .spans import Span
from .targets import numbers_to_reach
from .wrapping import sentences

__all__ = [
    "LONGEST",
    "BadLineError",
    "Directory",
    "Due",
    "Duty",
    "Mention",
    "Span",
    "Target",
    "asks_for_a_thing",
    "bare_task",
    "date_of",
    "extract",
    "is_particular",
    "names_a_year",
    "numbers_to_reach",
    "read_directory",
    "row_number",
    "run_jsonl",
    "sentences",
    "title_of",
    "with_reports",
]
