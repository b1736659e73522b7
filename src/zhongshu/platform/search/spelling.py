"""How text is spelled for the index, and how a question is read. One spelling for both databases.

A text is folded (widths, letter case), every run of white space made one blank. A word of the
question is found where it stands in that text, character by character: exact, for one character
and for names that no dictionary knows.
"""

from dataclasses import dataclass
from functools import lru_cache

from zhongshu.kernel.text import fold, squeeze

MAX_WORDS = 8
MAX_WORD = 60
MOST_READ = 100
MAX_KEYS = 6
"""A longer word is looked up by so many of its keys: few texts have these six and do not hold the word."""
ENOUGH_KEYS = 4
"""So many telling ones are enough (``EVERYDAY``)."""
EVERYDAY = frozenset(
    "关于的通知报告请示函意见方案事项督办政部市区县乡工作业责任会议府局进行人建合发公有对年改位单一制审展"
    "管理总设提全国开成度定组落实要和各保"
)
"""Of these characters offices write most, a third of any text of theirs. Two of them side by side narrow little and take
the longest to look through: they are asked for only where a word has hardly anything else."""
MARKS = frozenset(" ,.:;!?()[]{}<>\"'、。《》〈〉「」『』【】〔〕“”‘’…—·")
"""These make no pair with a neighbour, in a text as in a question (``search_keys`` knows the same)."""


def searchable(text: str) -> str:
    """``text`` as it is looked through; the database cannot hold a NUL, so there is none."""
    return squeeze(fold(text.replace("\x00", "")))


def words(query: str) -> list[str]:
    """The words of a question, each to be found; the first eight, each up to 60 characters."""
    return [*_read(query)]


@lru_cache(MOST_READ)
def _read(query: str) -> tuple[str, ...]:
    """The same, read once: each further page of what was found asks it again."""
    return tuple(dict.fromkeys(word[:MAX_WORD] for word in searchable(query).split(" ") if word))[:MAX_WORDS]


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


@dataclass(frozen=True, slots=True)
class Keys:
    """What PostgreSQL's index is asked for to find a word.

    ``whole``    keys of the index.
    ``start``    what a further key begins with, or "".
    ``suffice``  whether a text with these keys holds the word; else it is looked up in the text.
    """

    whole: tuple[str, ...]
    start: str
    suffice: bool


def keys(word: str) -> Keys:
    """Keys that a text must have to hold ``word``, spread over it: each costs a look-up, and telling ones are enough."""
    alone = [character in MARKS for character in word]
    own = [word[i] if alone[i] or alone[i + 1] else word[i : i + 2] for i in range(len(word) - 1)]
    telling = list(dict.fromkeys(key for key in own if len(key) > 1 and not EVERYDAY.issuperset(key)))
    if len(telling) >= ENOUGH_KEYS:
        return Keys(tuple(sorted(_spread(telling, ENOUGH_KEYS))), "", suffice=False)
    paired = bool(own) and len(own[-1]) == 2
    whole = tuple(sorted(set(_spread(own, MAX_KEYS))))
    return Keys(whole, "" if paired else word[-1], suffice=len(word) == 1 or own == [word])


def _spread(own: list[str], most: int) -> list[str]:
    """``most`` of ``own``, from the first to the last."""
    last = len(own) - 1
    return own if last < most else [own[round(n * last / (most - 1))] for n in range(most)]
