"""What inspections print: their report (督查专报), after the elements of GB/T 9704 (rules L-06…L-30)."""

from zhongshu.inspections.papers.report import Said, report

__all__ = ["Said", "report"]
