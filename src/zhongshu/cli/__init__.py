"""The command line: the same services for operators."""

from zhongshu.cli.main import main

__all__ = ["main"]
