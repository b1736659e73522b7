from datetime import datetime

from zhongshu.kernel.clock import local_day
from zhongshu.supervision.models import Directive


def blocked(directive: Directive, blocker: str, *, at: datetime) -> None:
    """What it waits for from now on; since when is kept while that stays the same. Part of a use case."""
    if blocker == directive.blocker:
        return
    directive.blocker, directive.blocked_since = blocker, local_day(at) if blocker else None
    directive.blocker_note, directive.blocker_noted_by = "", None
