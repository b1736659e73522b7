"""Where in a text the name of a unit that begins at a place may end."""

from __future__ import annotations

import re
from functools import lru_cache

from .directory import Directory
from .names import (
    GENERIC_ONLY,
    LAST_LETTERS,
    REACH,
    is_generic,
    is_party_and_government,
    is_post,
    is_unit,
)

_NAME_EDGE = re.compile("[（），。；：、\n]")
_LAST_LETTER = re.compile(f"[{''.join(sorted(LAST_LETTERS))}](?!(?<=司)[机法仪炉])")
_AND = re.compile("[和及与]")


def name_ends(norm: str, start: int, directory: Directory | None) -> list[int]:
    """Where a name of a unit that begins at ``start`` may end, longest first."""
    known = directory.match(norm, start) if directory else None
    edge = _NAME_EDGE.search(norm, start, start + REACH)
    limit = edge.start() if edge else min(len(norm), start + REACH)
    if edge and edge[0] in "（）":
        limit = _past_brackets(norm, start)
    ends = [
        end
        for end in _where_names_end(norm, start, limit, directory)
        if _is_one_unit(name := norm[start:end])
        or (directory and directory.knows_at(norm, start, end) and not _two_in_one(name))
    ]
    return sorted({*ends, known}, reverse=True) if known else ends


@lru_cache(maxsize=65_536)
def _is_one_unit(name: str) -> bool:
    """By its look alone. A text asks for the same few names again and again."""
    return is_unit(name) and not _two_in_one(name)


def _past_brackets(norm: str, start: int) -> int:
    """How far a name with a bracket inside may reach (各县（市、区）政府)."""
    limit, depth = min(len(norm), start + REACH), 0
    for hit in _NAME_EDGE.finditer(norm, start, limit):
        char = hit[0]
        depth += (char == "（") - (char == "）")
        if depth < 0 or char in "，。；：\n" or (char == "、" and depth <= 0):
            return hit.start()
    return limit


def _where_names_end(norm: str, start: int, limit: int, directory: Directory | None) -> list[int]:
    """Behind every letter with which a name of at least two may end, the last first."""
    ends = [hit.end() for hit in _LAST_LETTER.finditer(norm, start + 1, limit)]
    if directory:
        ends = sorted({*ends, *directory.ends(norm, start + 1, limit)})
    ends.reverse()
    return ends


def _two_in_one(name: str) -> bool:
    """开发区和市政府各部门 are two; 工业和信息化局 and 各有关部门和单位 are one."""
    for joiner in _AND.findall(name):
        left, _, right = name.partition(joiner)
        if (
            right
            and left != "实验室"  # 实验室与设备管理处 is one
            and (is_unit(left) or is_post(left))
            and is_unit(right)
            and not (GENERIC_ONLY.fullmatch(right) and is_generic(left))
            and not is_party_and_government(left, right)
        ):
            return True
    return False
