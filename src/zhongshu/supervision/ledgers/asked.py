"""Letters, visits and calls: what somebody asks for is the task, whatever is planned or hard about it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .claims import Claim
from .model import Part

_WHO_ASKS = re.compile(
    r"(?:信访|来访|来信|投诉|反映|上访|诉求|来电|举报|求助|申诉)(?:人|者|群众|对象)(?:姓名)?$"
)
_ASKED = re.compile(r"反映|诉求|信访(?:事项|问题|内容)|投诉(?:内容|事项|问题)")
_TITLE = re.compile(r"标题|名称$")
_PLAINLY = 28


def with_what_is_asked(
    claims: dict[int, Claim | None], paths: Mapping[int, tuple[str, ...]]
) -> dict[int, Claim | None]:
    """The claims with the first column of what is asked for as the task, in a table that names who asks."""
    headings = {column: "".join(path) for column, path in paths.items()}
    if not any(_WHO_ASKS.search(heading) for heading in headings.values()):
        return claims
    told = [c for c, claim in claims.items() if claim and claim[0] in (Part.PROBLEM, Part.TASK)]
    asked = [c for c in told if _ASKED.search(headings[c])]
    titles = [c for c in asked if _TITLE.search(headings[c]) and len(asked) > 1]
    task = next((c for c in asked if c not in titles), None)
    if task is None:
        return claims
    return claims | dict.fromkeys(titles, (Part.OTHER, _PLAINLY)) | {task: (Part.TASK, _PLAINLY)}
