"""A clause that only asks for reports on a duty: the duty's reporting cycle, and no matter of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .model import Duty

_LONGEST = 40
_STATE = r"(?:进展|进度|情况|动态|台账|信息)"
_REPORT = r"(?:报送|上报|报告|反馈|汇报|通报|报)"
_ASKS = re.compile(rf"{_REPORT}.{{0,16}}{_STATE}|(?:将|把){{0,1}}.{{0,10}}{_STATE}.{{0,10}}{_REPORT}")


def with_reports(duties: Sequence[Duty]) -> Iterator[tuple[Duty, Duty | None]]:
    """Each duty in its order, with the clause behind it that asks for reports on it, if there is one.

    Such a clause stands in the same sentence under the same lead, repeats, and asks for nothing but the state of
    the work ("…，每月25日前报送进展"). A duty that repeats itself keeps what follows as a duty of its own.
    """
    place = 0
    while place < len(duties):
        duty, behind = duties[place], duties[place + 1 : place + 2]
        asked = behind[0] if behind and _asks_for_reports(behind[0], on=duty) else None
        yield duty, asked
        place += 2 if asked else 1


def _asks_for_reports(clause: Duty, *, on: Duty) -> bool:
    words = clause.action.text
    return (
        clause.cycle is not None
        and on.cycle is None
        and clause.due.iso is None
        and not clause.due.is_from_note
        and not clause.targets
        and clause.sentence.start == on.sentence.start
        and {one.text for one in clause.lead} <= {one.text for one in on.lead}
        and len(words) <= _LONGEST
        and _ASKS.search(words) is not None
    )
