"""Chinese text: widths, Han characters, and the tokens that search is built of."""

import re
import unicodedata

_HAN = (
    "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0002a6df\U0002a700-\U0002ebef\U0002ebf0-\U0002ee5f\U00030000-\U000323af"
)
_PIECE = re.compile(f"[{_HAN}]|[0-9A-Za-z]+")
_BLANK = re.compile(r"\s+")


def fold(text: str) -> str:
    """``text`` with widths and letter case folded, so that Ａ, A and a are the same."""
    return unicodedata.normalize("NFKC", text).lower()


def squeeze(text: str) -> str:
    """``text`` trimmed, with every run of white space as one blank."""
    return _BLANK.sub(" ", text).strip()


def pieces(text: str) -> list[list[str]]:
    """Runs of search pieces: a Han character each, or a Latin/number word; punctuation breaks a run."""
    runs: list[list[str]] = []
    end = -1
    for match in _PIECE.finditer(fold(text)):
        if match.start() != end:
            runs.append([])
        runs[-1].append(match.group())
        end = match.end()
    return runs
