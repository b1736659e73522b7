"""A ledger of another keeping on its way in: its file read again and again, each row checked. Nothing is stored here."""

from zhongshu.supervision.imports.lines import Line, lines_in, lines_of
from zhongshu.supervision.imports.sheets import errors_sheet, placed, understood, unreadable

__all__ = ["Line", "errors_sheet", "lines_in", "lines_of", "placed", "understood", "unreadable"]
