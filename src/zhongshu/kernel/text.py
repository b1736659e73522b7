"""Chinese text: widths, letter case, white space."""

import re
import unicodedata

_BLANK = re.compile(r"\s+")


def fold(text: str) -> str:
    """``text`` with widths and letter case folded, so that Ａ, A and a are the same."""
    return unicodedata.normalize("NFKC", text).lower()


def squeeze(text: str) -> str:
    """``text`` trimmed, with every run of white space as one blank."""
    return _BLANK.sub(" ", text).strip()
