"""With whom a unit deals (A与B对接): no second lead, but one that joins in."""

from __future__ import annotations

import re

from .segmentation import Piece

_MEETS = re.compile("(?:做好|加强|抓紧|积极|主动)*(?:对接|衔接|沟通|协商|会商|商谈|商定)")


def counterpart(norm: str, pieces: list[Piece], end: int) -> Piece | None:
    """由土地利用科与区教委对接: the second is the one with whom the first deals."""
    if len(pieces) < 2 or norm[pieces[-1][0] - 1] not in "与同" or not _MEETS.match(norm, pieces[-1][1], end):
        return None
    return pieces[-1]
