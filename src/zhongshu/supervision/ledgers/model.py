"""What a ledger says of one matter, and the parts a column can play."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Part(StrEnum):
    """What a column of a ledger tells."""

    NUMBER = "number"
    CATEGORY = "category"
    TASK = "task"
    LEAD = "lead"
    SUPPORT = "support"
    LEADER = "leader"
    DUE = "due"
    PROGRESS = "progress"
    PROBLEM = "problem"
    STATUS = "status"
    REMARK = "remark"
    OTHER = "other"


@dataclass(slots=True)
class Matter:
    """One matter of a ledger, as read.

    ``row`` is its first row in the sheet, counted from 1. ``due`` is an ISO date, or None where the ledger
    names no day (长期坚持, 收到后5日内); ``due_text`` keeps the words, ``number`` what the office calls it. ``withdrawn``: struck out, or marked 取消, 撤销, 作废; what is closed out (已销号) was done and is not.
    """

    row: int
    category: str = ""
    task: str = ""
    lead: list[str] = field(default_factory=list)
    support: list[str] = field(default_factory=list)
    leader: str = ""
    due: str | None = None
    progress: str = ""
    problem: str = ""
    withdrawn: bool = False
    sheet: str = ""
    due_text: str = ""
    status: str = ""
    remark: str = ""
    number: str = ""
