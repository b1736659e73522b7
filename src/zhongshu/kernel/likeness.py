"""How alike two texts or two pictures are, told by small fingerprints. Pure; no reading of files.

A text is the set of its runs of ``RUN`` characters, without punctuation and blanks and with one 0 for
every number (copied words with other numbers are copied words). Its sketch keeps the ``KEPT`` smallest
digests of that set, from which the share of common runs (Jaccard) of two texts is estimated; for texts of
up to ``KEPT`` runs it is exact. A picture is ``SIDE`` × ``SIDE`` bits: is a spot brighter than the one to
its left (dHash), so that scaling, compression and light change little.

Band keys make fingerprints findable in an index: two likenesses share at least one key, surely for
pictures that differ in fewer bits than there are bands, with a chance of over 0.99 for texts alike to 0.7.
"""

import re
import unicodedata
from collections.abc import Sequence
from hashlib import blake2b
from heapq import nsmallest

RUN = 4
KEPT = 256
FEWEST_RUNS = 24  # below that, words as in 已按要求办结 are everybody's
SIDE = 16
FEWEST_EDGES = 24  # a blank page looks like every other
_BANDS, _ROWS = 24, 3
_WORD = (1 << 64) - 1
_KEY = (1 << 63) - 1
_BYTES = 8
_NUMBER = re.compile(r"[\d零一二三四五六七八九十百千万亿两]+")


def sketch(text: str) -> bytes:
    """The fingerprint of a text; empty where it is too short to be told from others."""
    words = _levelled(text)
    runs = {words[i : i + RUN] for i in range(len(words) - RUN + 1)}
    if len(runs) < FEWEST_RUNS:
        return b""
    digests = {blake2b(run.encode(), digest_size=_BYTES).digest() for run in runs}
    return b"".join(nsmallest(KEPT, digests))


def alike(one: bytes, other: bytes) -> float:
    """The share of common runs of two sketched texts, 0 … 1; 0 where one is too short."""
    mine, yours = _parts(one), _parts(other)
    if not mine or not yours:
        return 0.0
    both = nsmallest(KEPT, mine | yours)
    return sum(part in mine and part in yours for part in both) / len(both)


def text_keys(fingerprint: bytes) -> list[int]:
    """The band keys of a sketch: digests of the smallest parts under so many different orders."""
    parts = [int.from_bytes(part) for part in _parts(fingerprint)]
    if not parts:
        return []
    keys = []
    for band in range(_BANDS):
        rows = [min(_shuffled(part, band * _ROWS + row) for part in parts) for row in range(_ROWS)]
        keys.append(_key("text", band, b"".join(row.to_bytes(_BYTES) for row in rows)))
    return keys


def picture(grey: Sequence[int]) -> bytes:
    """The fingerprint of a picture from ``SIDE`` rows of ``SIDE`` + 1 brightnesses (0 … 255); empty if blank."""
    bits = edges = 0
    for row in range(SIDE):
        at = row * (SIDE + 1)
        for column in range(SIDE):
            left, right = grey[at + column], grey[at + column + 1]
            bits = bits << 1 | (right > left)
            edges += abs(right - left) > 2
    return bits.to_bytes(SIDE * SIDE // 8) if edges >= FEWEST_EDGES else b""


def bits_apart(one: bytes, other: bytes) -> int:
    """In how many of the 256 bits two pictures differ; all, where one is blank."""
    if not one or not other:
        return SIDE * SIDE
    return (int.from_bytes(one) ^ int.from_bytes(other)).bit_count()


def picture_keys(fingerprint: bytes) -> list[int]:
    """The band keys of a picture: its rows, each at its place; a blank row says nothing."""
    width = SIDE // 8
    rows = [fingerprint[i : i + width] for i in range(0, len(fingerprint), width)]
    return [_key("picture", place, row) for place, row in enumerate(rows) if any(row)]


def _levelled(text: str) -> str:
    words = "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())
    return _NUMBER.sub("0", words)


def _parts(fingerprint: bytes) -> set[bytes]:
    return {fingerprint[i : i + _BYTES] for i in range(0, len(fingerprint), _BYTES)}


def _shuffled(part: int, order: int) -> int:
    """One of many orders of the digests: multiplication by an odd number, folded."""
    mixed = (part ^ (part >> 31)) * (0x9E3779B97F4A7C15 + 2 * order * 0xBF58476D1CE4E5B9 | 1) & _WORD
    return (mixed ^ (mixed >> 29)) * 0x94D049BB133111EB & _WORD


def _key(kind: str, place: int, content: bytes) -> int:
    told = blake2b(kind.encode() + place.to_bytes(1) + content, digest_size=_BYTES).digest()
    return int.from_bytes(told) & _KEY
