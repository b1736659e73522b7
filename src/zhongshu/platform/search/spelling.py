"""How text is spelled for the index, and how a question is read. One spelling for both databases.

A text is folded (widths, letter case), every run of white space made one blank. A word of the
question is found where it stands in that text, character by character: exact, for one character
and for names that no dictionary knows.
"""

from zhongshu.kernel.text import fold, squeeze

MAX_WORDS = 8
MAX_WORD = 60
MAX_PAIRS = 6
"""A longer word is looked up by so many of its pairs: few texts hold these six and not the word."""


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


def pairs(word: str) -> list[str]:
    """Pairs of neighbours that a text must hold to hold ``word``, spread over the whole of it; none for a
    single character. Each costs a look-up, and what they find is checked in the text itself.
    """
    last = len(word) - 2
    few = last < MAX_PAIRS
    places = range(last + 1) if few else (round(n * last / (MAX_PAIRS - 1)) for n in range(MAX_PAIRS))
    return sorted({word[i : i + 2] for i in places})
