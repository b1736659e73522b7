"""Reading the spine: one matter, the four boxes, the threads between matters. Always for an actor."""

from zhongshu.matters.queries.beside import record, record_for_update
from zhongshu.matters.queries.desk import (
    MOST,
    Counts,
    counts,
    desk,
    done,
    lines,
    started,
    todo,
    top_of_desk,
)
from zhongshu.matters.queries.known import (
    attachments,
    done_parts,
    get,
    holders,
    is_known,
    lock,
    lying,
    named,
    open_assignments,
    orphans,
    oversees,
    threads,
)

__all__ = [
    "MOST",
    "Counts",
    "attachments",
    "counts",
    "desk",
    "done",
    "done_parts",
    "get",
    "holders",
    "is_known",
    "lines",
    "lock",
    "lying",
    "named",
    "open_assignments",
    "orphans",
    "oversees",
    "record",
    "record_for_update",
    "started",
    "threads",
    "todo",
    "top_of_desk",
]
