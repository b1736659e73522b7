"""What a row says of its own end: finished there, dropped, or still to be done; and whether it lasts."""

from __future__ import annotations

import re

from .model import Matter

FINISHED, DROPPED = "finished", "dropped"
_DONE = r"(?:已|全部|均已|现已)?(?:办结|完成|办毕|办理完毕|整改完成|整改到位|销号)(?:并销号)?"
_IS_DONE = re.compile(rf"^{_DONE}(?:[（(，,。；;].{{0,20}})?$")
_CLOSED = re.compile(r"(?<!未)(?<!拟)(?<!待)(?:已销号|予以销号)")
_LASTING = re.compile(r"长期|持续|常态|常年|长效")


def ending_of(matter: Matter) -> str:
    """How the row says that it has ended: finished, dropped, or "" while it is still to be done."""
    said = (matter.status, matter.remark, matter.progress)
    if any(_IS_DONE.match(text.strip()) or (len(text) < 30 and _CLOSED.search(text)) for text in said):
        return FINISHED
    return DROPPED if matter.withdrawn else ""


def is_lasting(words: str) -> bool:
    """Whether the words of a deadline name no day because the task goes on: 长期坚持, 常态化推进."""
    return bool(_LASTING.search(words))
