"""What assets print: the report of a stocktake (盘点报告)."""

from zhongshu.assets.papers.report import report

__all__ = ["report"]
