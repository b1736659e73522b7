"""Letters, visits and calls: what somebody asks for is the task, or the problem where a column tells what is done about it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .claims import Claim
from .model import Part

_WHO_ASKS = re.compile(
    r"(?:信访|来访|来信|投诉|反映|上访|诉求|来电|举报|求助|申诉)(?:人|者|群众|对象)(?:姓名)?$"
)
_ASKED = re.compile(r"反映|诉求|信访(?:事项|问题|内容)|投诉(?:内容|事项|问题)")
_AILS = re.compile(r"问题|矛盾")
_DONE_ABOUT = re.compile(
    r"(?:化解|办理|稳控|处置|解决|工作|整改|包案|调处)的?(?:具体)?(?:举措|措施|办法|方案|任务)$"
)
"""化解举措 beside 反映问题: what is to be done, where the other column tells why."""
_TITLE = re.compile(r"标题|名称$")
_PLAINLY = 28


def with_what_is_asked(
    claims: dict[int, Claim | None], paths: Mapping[int, tuple[str, ...]]
) -> dict[int, Claim | None]:
    """The claims with the first column of what is asked for as the task, in a table that names who asks.

    Where a column right of the problems (反映问题) tells the measures, they are the task; a demand (诉求) stays one.
    """
    headings = {column: "".join(path) for column, path in paths.items()}
    if not any(_WHO_ASKS.search(heading) for heading in headings.values()):
        return claims
    told = [c for c, claim in claims.items() if claim and claim[0] in (Part.PROBLEM, Part.TASK)]
    asked = [c for c in told if _ASKED.search(headings[c])]
    titles = [c for c in asked if _TITLE.search(headings[c]) and len(asked) > 1]
    task = next((c for c in asked if c not in titles), None)
    if task is None:
        return claims
    ails = _AILS.search(headings[task])
    done = next((c for c in told if ails and c > task and _DONE_ABOUT.search(headings[c])), None)
    heard = {task: (Part.TASK, _PLAINLY)}
    if done is not None:
        heard = {task: (Part.PROBLEM, _PLAINLY), done: (Part.TASK, _PLAINLY)}
    return claims | dict.fromkeys(titles, (Part.OTHER, _PLAINLY)) | heard
