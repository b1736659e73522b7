"""A note of several things: one a line, numbered or not."""

import re

_NUMBERED = re.compile(
    r"^\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、])\s*"
)


def tasks_in(text: str) -> list[str]:
    """The things asked for, one a line, without their numbers."""
    lines = (_NUMBERED.sub("", line).strip() for line in text.splitlines())
    return [line for line in lines if line]
