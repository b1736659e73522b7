"""Systems that a note names before it says what is asked of them: ①住建，…; 还没交的有农业、林业两家，今晚前…."""

from __future__ import annotations

import re

from .casting import Segment, cast_roles
from .directory import Directory
from .people import unit_before
from .spoken_systems import listed

_NUMBER = re.compile(
    r"(?:[①-⑳]|\d[.、）]|（[一二三四五六七八九\d]）|[一二三四五六](?:是|、)|第[一二三四五六]，?|[没未欠差缺][^，。；：]{0,6}：)\s*$"
)
_REACH = 9
# 督查室老周：棚改那几户，…: who of which unit is spoken to.
_CALLED = re.compile(r"(?P<who>[一-鿿]{4,14}?)(?:同志)?[：，]")
# 欠着没交的有…三家, 没动的还有…: who has yet to do it.
_LATE = re.compile(
    r"[^，。；：]{0,6}(?:没|未|欠|差|拖|漏|慢|垫底|落后|靠后)[^，。；：]{0,6}的(?:[还就只都]?[有是剩]|，)"
    r"|[^，。；：]{0,4}?(?:[还就只][剩差]|还有|剩下?)"
)
_NOT_YET = re.compile("(?:也|都|还)*(?:没|未|不)[^，。；：]{0,6}，")


def named_first(norm: str, start: int, at: int, end: int, directory: Directory | None) -> Segment | None:
    """The segment of the systems that a clause at ``at`` only names, at the head of an item or as those who are late."""
    called = _CALLED.fullmatch(norm, at, end)
    if called and unit_before(called["who"]):
        return cast_roles(norm, start, end, [called.span("who")], "actor.assigned", "cue.subject", directory)
    late = _LATE.match(norm, at, end)
    if not late and not _NUMBER.search(norm, max(0, at - _REACH), at):
        return None
    told = listed(norm, late.end() if late else at, end)
    idle = _NOT_YET.match(norm, told.end) if told and late else None
    if (
        not told
        or not (idle or norm.startswith("，", told.end))
        or (idle.end() if idle else told.end + 1) < end
    ):
        return None
    return cast_roles(norm, start, end, told.pieces, "actor.assigned", "cue.system", directory)
