"""What a meeting says to everybody in general (会议强调，各级各部门要加强巡查): no duty unless it names a day, a pace or a number."""

from __future__ import annotations

import re

from .casting import Segment
from .vocabulary_cues import REPORTING

_VOICE = re.compile(
    r"会议(?:还|再次|最后|同时|进一步)*(?P<said>指出|强调|认为|号召|要求|决定|议定|明确|确定|同意|商定|提出)"
)
_ONLY_SAYS = ("指出", "强调", "认为", "号召")
_EVERYBODY = re.compile(
    r"(?:全[市县区省镇乡校院]|市县两级|全市各级)?(?:各级各部门|各地各部门|各级各单位|各地各单位|各级|各地|各方|上下|广大干部(?:职工)?|党员干部|各级党组织|各级领导干部|各级党委(?:、|和)?政府|大家)"
)


def preaches(norm: str, segment: Segment) -> bool:
    """Whether a meeting only points out to everybody what matters, with nothing that could be registered."""
    if segment.dues or not segment.cast.lead or "会议" not in norm[: segment.predicate]:
        return False
    if not all(_EVERYBODY.fullmatch(norm, start, end) for start, end, _ in segment.cast.lead):
        return False
    voices = _VOICE.findall(norm, 0, segment.predicate)
    return (
        bool(voices) and voices[-1] in _ONLY_SAYS and not REPORTING.search(norm, segment.start, segment.end)
    )
