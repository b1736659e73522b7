"""What inspections print: their report (督查专报), after the elements of GB/T 9704 (rules L-06…L-30)."""

from zhongshu.inspections.papers.report import Replaced, Said, report, said_in

__all__ = ["Replaced", "Said", "report", "said_in"]
