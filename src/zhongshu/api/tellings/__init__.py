"""From records to the bodies of answers."""

from zhongshu.api.tellings.supervision import (
    directive,
    events,
    figure,
    file,
    held_line,
    intake,
    line,
    lines,
    me,
    opened,
    round_of,
    timeline,
)

__all__ = [
    "directive",
    "events",
    "figure",
    "file",
    "held_line",
    "intake",
    "line",
    "lines",
    "me",
    "opened",
    "round_of",
    "timeline",
]
