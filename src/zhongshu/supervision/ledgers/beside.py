"""What a column tells because of another: beside a deadline a day is when it was done, beside the progress stages are the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from .claims import Claim
from .content import Content
from .model import Part
from .periods import is_only_period

_DONE_ON = re.compile(r"(?:实际|已)?(?:完成|办结|办复|整改完成|销号|化解|竣工)(?:时间|日期|日)")
_LIMIT = re.compile(r"时限|期限|限[期办时定]|(?:计划|要求|预计|规定|应|拟)(?:完成|办结|整改|竣工)")
_KEPT = re.compile(r"存档|归档|历史|旧|往期|以往|往年")
"""历史进展, 上期进展（存档）: kept for the record beside how far it is."""
_HANDLES = re.compile(r"(?:具体)?经办(?:人|同志|干部)(?:员|姓名)?")
"""Who handles it, and answers for it where no column names anybody else."""
_SUMS = re.compile(r"投资|资金|金额|经费|产值|支出")
_MOSTLY, _HARDLY, _CERTAIN, _PLAIN = 0.5, 0.2, 29, 25


def heard_beside(
    claims: dict[int, Claim | None], paths: Mapping[int, tuple[str, ...]], contents: Mapping[int, Content]
) -> dict[int, Claim | None]:
    """The claims without the days of 完成日期 beside 整改期限, and without the stages (一季度) beside 进展情况.

    Nor are sums of money (投资情况 over 1—6月完成) the progress where another column tells it in words.
    """
    limits = [c for c in _told(claims, Part.DUE) if _LIMIT.search(paths[c][-1])]
    if any(contents[c].days >= _MOSTLY for c in _told(claims, Part.DUE)):
        wordy = (c for c in _told(claims, Part.DUE) if contents[c].filled and contents[c].days < _HARDLY)
        claims = claims | dict.fromkeys(wordy, (Part.OTHER, _CERTAIN))
    if any(contents[c].days >= _MOSTLY for c in limits):
        done = (c for c in _told(claims, Part.DUE) if _DONE_ON.fullmatch(paths[c][-1]))
        claims = claims | dict.fromkeys(done, (Part.OTHER, _CERTAIN))
    if next(_told(claims, Part.LEADER), None) is None:
        handlers = (c for c, path in paths.items() if path and _HANDLES.fullmatch(path[-1]))
        claims = claims | dict.fromkeys(handlers, (Part.LEADER, _PLAIN))
    told = [c for c in _told(claims, Part.PROGRESS) if contents[c].numbers < _MOSTLY and contents[c].filled]
    if told:
        sums = (c for c in _told(claims, Part.PROGRESS) if c not in told and _SUMS.search("".join(paths[c])))
        claims = claims | dict.fromkeys(sums, (Part.OTHER, _CERTAIN))
    kept = [c for c in _told(claims, Part.PROGRESS) if _KEPT.search(paths[c][-1])]
    if len(kept) < sum(1 for _ in _told(claims, Part.PROGRESS)):
        claims = claims | dict.fromkeys(kept, (Part.OTHER, _CERTAIN))
    told = [c for c in _told(claims, Part.PROGRESS) if not is_only_period(paths[c][-1])]
    if any(contents[c].filled and (claims[c] or (None, 0))[1] >= _PLAIN for c in told):
        stages = (c for c in _told(claims, Part.PROGRESS) if is_only_period(paths[c][-1]))
        claims = claims | dict.fromkeys(stages, (Part.OTHER, _CERTAIN))
    return claims


def _told(claims: Mapping[int, Claim | None], part: Part) -> Iterator[int]:
    """The columns that claim ``part``."""
    return (c for c, claim in claims.items() if claim and claim[0] is part)
