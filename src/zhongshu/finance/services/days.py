from datetime import date, datetime

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal


def between(day: date, since: date, at: datetime, field: str, sentence: str) -> None:
    """Refuse a ``day`` before ``since`` or after today, with ``sentence``, at the form's ``field``."""
    if not since <= day <= local_day(at):
        raise Refusal("no_such_day", sentence, at=field)
