"""What a paper says of itself: its heading and the day it bears, read from where papers have them."""

from __future__ import annotations

import re
from datetime import date

_HEAD = 8
_FOOT = 15
_LONGEST = 80
_DIGITS = {sign: str(value) for value, sign in enumerate("〇一二三四五六七八九")} | {
    "零": "0",
    "○": "0",
    "Ｏ": "0",
}
_BARE = re.compile(
    r"[〔\[（(【]?\d{4}[〕\]）)】]?\s*(?:第?\s*\d+\s*[号期])?|第?\s*[\d一二三四五六七八九十百]+\s*[期号次]|[（(].{1,30}[）)]"
    r"|(?:特急|加急|平急|急件|内部资料.{0,8}|附件\s*\d*[:：]?)|\S{0,20}[〔\[（(]\d{4}[〕\]）)]\s*\d+\s*号"
)
_DAY = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日|(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
_CHINESE = re.compile(
    r"([〇零○Ｏ一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_SAID = re.compile(r"(?:日期|时间)\s*[:：]")
_MET = re.compile(r"[，,]|上午|下午|晚上?|在|主持|召开")
# 澜州市人民政府办公室    2026年11月20日: who issues it, and the day, on one line; at the foot with 印发.
_ISSUED = re.compile(rf"[\u4e00-\u9fff（）()]{{2,40}}\s+(?:{_DAY.pattern}|{_CHINESE.pattern})(?:\s*印发)?")
# 陈立同志2026年11月20日在…上批示: the day of an instruction.
_INSTRUCTED = re.compile(rf"(?:{_DAY.pattern}|{_CHINESE.pattern})[^。；]{{0,60}}批示")
_SENTENCE = re.compile(r"[。；;！？]")
_KINDS = (
    "纪要",
    "通知",
    "意见",
    "方案",
    "报告",
    "批示",
    "通报",
    "办法",
    "要点",
    "函",
    "分工",
    "计划",
    "决定",
    "记录",
    "清单",
)


def title_of(text: str) -> str:
    """The heading of a paper: its first line that is words and no number, day or grade; empty where there is none.

    A heading broken over two lines is put together where the second ends in a kind of paper (纪要, 通知, …).
    """
    lines = [line for line in _lines(text)[:_HEAD] if not _is_bare(line)]
    if not lines or _SENTENCE.search(lines[0]) or len(lines[0]) > _LONGEST:
        return ""
    if len(lines) > 1 and not lines[0].endswith(_KINDS) and lines[1].endswith(_KINDS):
        return (lines[0] + lines[1])[:_LONGEST]
    return lines[0]


def date_of(text: str, *, before: date) -> date | None:
    """The day a paper bears, not later than ``before``; None where it bears none.

    A line of its own at the foot, then one at the head, alone or behind whoever issues the paper; then the day named
    for the meeting or the instruction in the first lines, last the day of printing at the foot.
    """
    lines = _lines(text)
    head, foot = lines[:_HEAD], lines[-_FOOT:]
    alone = [line for line in (*reversed(foot), *head) if _is_day(line)]
    issued = [line for line in head if _ISSUED.fullmatch(line)]
    told = [
        line for line in head if _SAID.search(line[:8]) or _opens_with_day(line) or _INSTRUCTED.search(line)
    ]
    printed = [line for line in reversed(foot) if _ISSUED.fullmatch(line)]
    days = (day for line in (*alone, *issued, *told, *printed) if (day := _first_day(line)) and day <= before)
    return next(days, None)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _is_bare(line: str) -> bool:
    return (
        bool(_BARE.fullmatch(line) or _ISSUED.fullmatch(line))
        or _is_day(line)
        or not re.search(r"[\u4e00-\u9fff]{2}", line)
    )


def _is_day(line: str) -> bool:
    rest = _CHINESE.sub("", _DAY.sub("", line, count=1), count=1)
    return (
        rest != line
        and not rest.strip("（）()〔〕 \u3000")
        or bool(_SAID.match(rest.strip()) and rest != line)
    )


def _opens_with_day(line: str) -> bool:
    found = _DAY.match(line) or _CHINESE.match(line)
    return bool(found and _MET.match(line, found.end()))


def _first_day(line: str) -> date | None:
    plain, chinese = _DAY.search(line), _CHINESE.search(line)
    if plain:
        year, month, day = (int(part) for part in plain.groups() if part)
    elif chinese:
        year, month, day = (
            int("".join(_DIGITS[sign] for sign in chinese[1])),
            _number(chinese[2]),
            _number(chinese[3]),
        )
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _number(words: str) -> int:
    """A day or month in Chinese figures: 二十一 is 21."""
    tens, ten, ones = words.rpartition("十")
    return (int(_DIGITS.get(tens, "1")) * 10 if ten else 0) + (int(_DIGITS[ones]) if ones else 0)
