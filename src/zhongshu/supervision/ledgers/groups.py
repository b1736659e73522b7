"""What a matter belongs to where no column is headed so: a column left of the tasks that says the same over several rows."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .claims import Claim
from .content import Content
from .model import Part

_FEWEST, _LONGEST, _BARE_DAY, _NAMED = 3, 20, 10, 6
_MERGED, _ALIKE, _FEW = 0.2, 0.7, 0.3
_WHENCE = re.compile(r"^(?!.*[号文]).*来源")
_NO_KIND = re.compile(
    r"纪要|文号|期次|^(?:届|期|批|场|会|轮)[次号数别]|(?:场所|单位|企业|公司|商户|店铺)名称$|^(?:受检|被?检查|被检|受查|巡查|抽查)(?:单位|企业|场所|对象|部位)"
)
"""When something was decided, and at whose place something was found, is no kind of matter."""
MENDED = re.compile(r"(?:整改|整治|治理|达标|预期|验收).{0,2}(?:目标|标准)")
"""整改目标: what is reached once the problem is gone, no kind of matter."""
_MEETING = re.compile(r"会议")
"""A meeting is what the matters below it belong to where it is written once for them all."""
_TOLD_OTHERWISE = frozenset({Part.NUMBER, Part.DUE, Part.PROGRESS, Part.PROBLEM, Part.STATUS, Part.REMARK})


def grouping_column(
    free: list[int],
    task: int,
    claims: Mapping[int, Claim | None],
    headings: Mapping[int, str],
    contents: Mapping[int, Content],
) -> int | None:
    """The first of the columns ``free`` left of ``task`` that groups the matters: places, sources."""
    for column in free:
        claim = claims.get(column)
        heading = headings.get(column, "")
        if _MEETING.search(heading) and column < task and _is_merged_text(contents[column]):
            return column
        if any(kind.search(heading) for kind in (_NO_KIND, _MEETING, MENDED)):
            continue
        whence = _WHENCE.search(heading) is not None
        right = column > task + whence and (claim is not None or not _groups_at_the_end(contents[column]))
        if right or column == task or (claim and claim[0] in _TOLD_OTHERWISE):
            continue
        if claim and claim[0] is Part.OTHER and not whence:
            continue
        if _groups(contents[column]):
            return column
    return None


def _groups_at_the_end(content: Content) -> bool:
    """Whether a column right of the tasks groups them: merged, or the same label in rows one below the other."""
    labels = content.in_runs and content.distinct <= _ALIKE and content.length <= _BARE_DAY
    told = max(content.states, content.units, content.ailing)
    return content.repeated >= _MERGED or (labels and content.filled >= _FEWEST and told < _FEW)


def _is_merged_text(content: Content) -> bool:
    named = content.length > _BARE_DAY or (
        content.length >= _NAMED and max(content.days, content.codes) < _FEW
    )
    return content.repeated >= _MERGED and content.numbers < _FEW and named


def _groups(content: Content) -> bool:
    if content.filled < _FEWEST and content.repeated < _MERGED:
        return False
    other = max(content.days, content.numbers, content.ticks, content.codes)
    if content.counted:
        return False
    alike = content.repeated >= _MERGED or content.distinct <= _ALIKE
    return alike and other < _FEW and content.people < _ALIKE and content.length <= _LONGEST
