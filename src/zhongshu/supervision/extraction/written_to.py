"""Whoever is written to by 你单位 and asked for something further down."""

from __future__ import annotations

import re

from .segmentation import Piece

_YOU = re.compile("你(?:单位|局|公司|集团|[县区镇乡部院校委办厅村处所站]|街道|车间|中心|社区|科室?)")
_ASKED_OF_YOU = re.compile(r"[\s，]*(?:现)?(?:请|限|责令|务必|须|应)")


def you_written_to(norm: str, at: int) -> list[Piece]:
    """你单位 named before ``at``, where 请于…整改 asks something of whoever is written to."""
    hit = _YOU.search(norm, 0, at) if _ASKED_OF_YOU.match(norm, at) else None
    return [hit.span()] if hit else []
