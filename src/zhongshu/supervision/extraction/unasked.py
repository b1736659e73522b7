"""What a paper forbids or asks for no longer: nothing that could be chased."""

from __future__ import annotations

import re

# 未经审查的，不得出台: forbidden, not asked for.
_FORBIDS = re.compile(r"未[^，。；]{2,40}的[^，。；]{0,8}，(?:一律|均|原则上)?不得")
# 不再要求各村报送, 无需另行申请, 取消每周一报: somebody need do it no longer, or never.
_RELEASED = re.compile(
    r"(?:自[^，。；]{2,12}起，?)?(?:今后|以后|一律)?(?:不再(?!发生|出现|新增)|无需|无须|毋须|不必|不需要?|取消(?:原定|原有|原来|此前|现行)|停止执行|免予|免于)|[^，。；]{2,16}(?:不再(?!发生|出现|新增)|无需|无须|毋须|不必)"
)


# 局领导班子成员出席，各科室负责人列席: who was there.
_ATTENDED = re.compile(
    r"\s*(?:(?:主要|[^，。；：要应须请需由每派报]){2,30}(?:出席|列席|参加|参会)(?:了)?(?:本次|此次)?(?:会议)?[，。；、\s]*)+"
)


def asks_nothing(text: str) -> bool:
    """Whether ``text`` forbids a thing, says that it need not be done any more, or who was there."""
    return is_released(text) or bool(_FORBIDS.search(text) or _ATTENDED.fullmatch(text))


def is_released(text: str) -> bool:
    """Whether ``text`` opens with what need not be done any more."""
    return bool(_RELEASED.match(text))
