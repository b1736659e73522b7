from datetime import datetime

from zhongshu.kernel import statements
from zhongshu.kernel.connected import here
from zhongshu.kernel.moments import told_moment
from zhongshu.platform.notify import quiet
from zhongshu.platform.notify.models import Notice


def deliver(
    *, person_id: int, subject: str, text: str, at: datetime, url: str, weight: int, urgent: bool
) -> None:
    """Put a line into an inbox: merged into the unread one about the same subject, if there is one.

    What a digest has told of already is told of again with its new words.
    """
    knock = quiet.deliver_at(at, urgent=urgent)
    moments = [told_moment(moment) for moment in (at, knock)]
    statements.done(_sql(), [person_id, subject, int(weight), text, url, *moments])


def _sql() -> str:
    """One statement for the new line and for the merged one, also when two tell of it in the same moment."""
    table = Notice._meta.db_table
    least = "LEAST" if here().vendor == "postgresql" else "MIN"
    return (
        f"INSERT INTO {table} (person_id, subject, weight, text, url, at, deliver_at, merged) "  # noqa: S608
        "VALUES (%s, %s, %s, %s, %s, %s, %s, 1) "
        "ON CONFLICT (person_id, subject) WHERE read_at IS NULL DO UPDATE SET "
        "text = excluded.text, url = excluded.url, at = excluded.at, "
        f"deliver_at = CASE WHEN {table}.delivered_at IS NULL "
        f"THEN {least}({table}.deliver_at, excluded.deliver_at) ELSE excluded.deliver_at END, "
        "delivered_at = NULL, "
        f"merged = {table}.merged + 1, weight = {least}({table}.weight, excluded.weight)"
    )
