"""What floors above tell this one at start-up."""

from zhongshu.platform.notify.quiet import use_calendar

__all__ = ["use_calendar"]
