"""What the sheet of a paper (审批单) says: its form, its opinions with names and times, its route."""

from zhongshu.approvals.papers.sheet import sheet_of

__all__ = ["sheet_of"]
