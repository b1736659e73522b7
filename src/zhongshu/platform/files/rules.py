"""The law on secrecy marks: what this house must not take in. Pure functions over text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zhongshu.kernel.text import fold

SIGNS = ("密", "机")
"""Every mark has one of these characters, in this very form; a line with neither needs no closer look."""

FIRST_PAGE_LINES = 40
"""A paper without pages counts as having its first page in so many lines that hold text."""

_BLANKS = re.compile(r"\s+")
_LEVEL = "(?:绝密|机密|秘密)"
_YEARS = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:年|个月|月)"
_TERM = f"(?:{_YEARS}|长期|启封|启用前)"
_STAR = "[★☆*✭✩⭐]"
_BEFORE = "(?:(?:份号[::]?)?(?:no\\.?)?[0-9]{1,8})?(?:密级(?:和保密期限|及保密期限)?[::])?"
_AFTER = "(?:特提|特急|加急|急件|平急)?"
_STRONG = re.compile(f"{_BEFORE}[\\[【(]?{_LEVEL}级?(?:{_STAR}+{_TERM}?|[·(]?{_TERM}[)]?)[\\]】)]?{_AFTER}")
_FIELD = re.compile(f"{_BEFORE}密级(?:和保密期限|及保密期限)?[::]{_LEVEL}级?{_AFTER}")
_BARE = re.compile(f"{_BEFORE}[\\[【(]?{_LEVEL}级?(?:文件|件)?[\\]】)]?{_AFTER}|机要(?:件|文件)?")
_MISMARKED = re.compile(f"工作秘密{_STAR}.*|{_LEVEL}{_STAR}?[(·]?工作秘密[)]?")


@dataclass(frozen=True, slots=True)
class Mark:
    """A secrecy mark found, and the rule that turns its bearer away. Never holds the words around it."""

    rule: str


def C_01_secrecy_mark(text: str) -> Mark | None:
    """The first secrecy mark in ``text``, or None.

    A system for unclassified work may not store state secrets (rule C-01 {V}: 保守国家秘密法 31(3),
    57(10); 实施条例 41). What counts is the *mark*: a line of its own such as 机密★10年, or a field
    密级：秘密. Words in running text (保守国家秘密) are no mark. A level with a star or a period
    is a mark wherever it stands; the bare word only on the first page. A 工作秘密 marked like
    a state secret is turned away by C-03.
    """
    return C_01_mark_among(text.splitlines())


def C_01_mark_among(lines: Iterable[str]) -> Mark | None:
    """The same of lines that are not held all at once: the cells of a long sheet, one after the other."""
    bare = False
    for number, line in enumerate(_folded(lines)):
        if _MISMARKED.fullmatch(line):
            return Mark("C-03")
        if _STRONG.fullmatch(line) or _FIELD.fullmatch(line):
            return Mark("C-01")
        bare = bare or (number < FIRST_PAGE_LINES and _BARE.fullmatch(line) is not None)
    return Mark("C-01") if bare else None


def _folded(lines: Iterable[str]) -> Iterator[str]:
    """Lines that hold anything, folded and without any blank, as marks are often spaced out; "" for what can be none."""
    for line in lines:
        if line and not line.isspace():
            yield _BLANKS.sub("", fold(line)) if any(sign in line for sign in SIGNS) else ""
