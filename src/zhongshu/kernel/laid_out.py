"""A process of its own that lays out a workbook: what it holds may ask for more memory than there is.

Run by ``workbooks``, alone and without the rest of the house: the file on stdin, its sheets on stdout as JSON.
"""

import io
import json
import resource
import sys
from datetime import date, datetime

from python_calamine import CalamineWorkbook, PasswordError

MOST_MEMORY = 1 << 30
LOCKED = 3


def main() -> int:
    """Write [name, merged ranges, rows] of each sheet; LOCKED where a password is asked for."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
    except PasswordError:
        return LOCKED
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        told = [name, sheet.merged_cell_ranges or [], sheet.to_python(skip_empty_area=False)]
        sys.stdout.write(json.dumps(told, default=_plain) + "\n")
    return 0


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return {"at": value.isoformat()}
    return {"on": value.isoformat()} if isinstance(value, date) else str(value)


if __name__ == "__main__":
    sys.exit(main())
