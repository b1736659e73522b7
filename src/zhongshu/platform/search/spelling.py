"""How text is spelled for the index, and how a question is read. One spelling for both databases.

A text is folded (widths, letter case), every run of white space made one blank. A word of the
question is found where it stands in that text, character by character: exact, for one character
and for names that no dictionary knows.
"""

import zlib

from zhongshu.kernel.text import fold, squeeze

MAX_WORDS = 8
MAX_WORD = 60
_SIGN = 1 << 31
_ASTRAL = 0xD800  # the surrogates: no character of its own has these numbers
_SINGLE = 0xDC00


def searchable(text: str) -> str:
    """``text`` as it is looked through; the database cannot hold a NUL, so there is none."""
    return squeeze(fold(text.replace("\x00", "")))


def words(query: str) -> list[str]:
    """The words of a question, each to be found; the first eight, each up to 60 characters."""
    return list(dict.fromkeys(word[:MAX_WORD] for word in searchable(query).split(" ") if word))[:MAX_WORDS]


class _Tokens(dict[str, str]):
    """Each character's token for FTS5: its number in hexadecimal, so that nothing is syntax."""

    def __missing__(self, character: str) -> str:
        token = self[character] = f"{ord(character):x}"
        return token


_tokens = _Tokens()


def tokens(folded: str) -> str:
    """``folded`` as FTS5 tokens, one for each character, blanks included."""
    return " ".join([_tokens[character] for character in folded])


def phrases(wanted: list[str]) -> str:
    """The FTS5 question that asks for all ``wanted`` words."""
    return " AND ".join(f'"{tokens(word)}"' for word in wanted)


def grams(folded: str) -> list[int]:
    """Every character and every pair of neighbours in ``folded``, each packed into a signed int4.

    Exact for what lies in the Basic Multilingual Plane; the rare rest shares hashed numbers.
    Blanks are left out: a word of a question never holds one.
    """
    pairs = {folded[i : i + 2] for i in range(len(folded) - 1)} | set(folded)
    return sorted(_packed(pair) for pair in pairs if " " not in pair)


def grams_of_word(word: str) -> list[int]:
    """What a text must hold to hold ``word``: its pairs, or the one character."""
    pairs = {word[i : i + 2] for i in range(len(word) - 1)} or {word}
    return sorted(_packed(pair) for pair in pairs)


def is_exact(word: str) -> bool:
    """Whether holding its ``grams_of_word`` already means holding ``word``."""
    return len(word) <= 2 and max(word) <= "\uffff"


def _packed(pair: str) -> int:
    if max(pair) > "\uffff":
        number = (_ASTRAL << 16) | (zlib.crc32(pair.encode()) & 0x3FFFFFF)
        return number - (1 << 32)
    high = ord(pair[0]) if len(pair) == 2 else _SINGLE
    number = (high << 16) | ord(pair[-1])
    return number - (1 << 32) if number & _SIGN else number
