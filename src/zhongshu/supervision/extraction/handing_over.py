"""A thing that changes hands (由A调整为B承担, 由A移交B): from now on it is the next one's."""

from __future__ import annotations

import re

from .directory import Directory
from .segmentation import Piece
from .unit_lists import read_subject

HANDED_OVER = r"(?:整体|统一|正式)?(?:(?:调整|变更|改)(?:为|由|到|至|成)|划[归转](?:至|给|到|由)?|移交(?:给|至|由)?|转(?:由|给|至|交给))"
_OVER = re.compile(HANDED_OVER)


def handed_to(norm: str, pieces: list[Piece], end: int, directory: Directory | None) -> list[Piece]:
    """Those to whom the units of ``pieces`` hand the thing over; these themselves where they keep it."""
    over = _OVER.match(norm, pieces[-1][1], end) if pieces else None
    return (over and read_subject(norm, over.end(), directory, free=True)) or pieces
