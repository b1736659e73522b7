"""Old Word, Excel and WPS files (OLE): their lines are looked through for marks, wherever they stand.

Chinese text stands in such files as UTF-16; a paragraph ends with a carriage return, a cell with a bell.
"""

import re
from pathlib import Path

_RUN = re.compile(r"[\x20-\x7e\u2018-\u2027\u2605\u2606\u3000-\u303f\u4e00-\u9fff\uff00-\uffef\t]{2,200}")


def faces(path: Path) -> str:
    """Every run of readable characters on a line of its own."""
    data = path.read_bytes()
    shifted = (data[start:].decode("utf-16-le", errors="replace") for start in (0, 1))
    return "\n".join(run for text in shifted for run in _RUN.findall(text) if not run.isascii())
