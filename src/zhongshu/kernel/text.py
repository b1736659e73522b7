"""Chinese text: widths, letter case, white space."""

import re
import unicodedata

MOST_WORDS = 4000
"""So many characters a box for words takes, on a page and from a program, where it says nothing else."""

_BLANK = re.compile(r"\s+")


def fold(text: str) -> str:
    """``text`` with widths and letter case folded, so that Ａ, A and a are the same."""
    return unicodedata.normalize("NFKC", text).lower()


def squeeze(text: str) -> str:
    """``text`` trimmed, with every run of white space as one blank."""
    return _BLANK.sub(" ", text).strip()
