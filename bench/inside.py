"""What measures in the product's own process share: CPU of ours and of the database's, and D(N) without the wait."""

import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from statistics import median

import django

django.setup()

from django.db import connection, transaction  # noqa: E402  Django must be ready first

from bench import bulk, dataset, load  # noqa: E402
from zhongshu.matters.tallies import triggers  # noqa: E402
from zhongshu.supervision.tallies import triggers as origin_triggers  # noqa: E402

TIMES = 3
PARTS = [part for part in load.PARTS if part[0] != "grants"]
CHUNK = 20_000
NANO = 1_000_000_000


def backend() -> int:
    """The process of the database that works for us; 0 for SQLite, which works in ours."""
    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def cpu(pid: int) -> float:
    """Seconds of CPU used so far, here and in the process ``pid`` of the database.

    Of that process the scheduler's own count is read: a hundredth of a second, the step of the usual one, is
    several approvals.
    """
    there = int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / NANO if pid else 0.0
    return time.process_time() + there


def cost(work: Callable[[], object], *, times: int = TIMES) -> float:
    """CPU milliseconds of ``work``, the median of three, each undone."""
    took, pid = [], backend()
    for _ in range(times):
        with transaction.atomic():
            began = cpu(pid)
            work()
            took.append(cpu(pid) - began)
            transaction.set_rollback(True)
    return round(median(took) * 1000, 2)


def fill(count: int, *, with_journal: bool) -> None:
    """D(N) without grants and search; totals come from one recount instead of a million changes."""
    still()
    tasks = dataset.tasks(count)
    parts = [part for part in PARTS if with_journal or part[0] != "entries"]
    while some := list(islice(tasks, CHUNK)):
        with transaction.atomic():
            for _name, model, columns, rows in parts:
                bulk.load(model, columns, rows(some))
    noting()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def still() -> None:
    """Totals hear of nothing until ``noting``."""
    with connection.schema_editor() as editor:
        triggers.remove(editor)
        origin_triggers.remove(editor)


def noting() -> None:
    with connection.schema_editor() as editor:
        triggers.install(editor)
        origin_triggers.install(editor)


def each(work: Callable[[], object], times: int) -> float:
    pid, took = backend(), []
    for _ in range(3):
        began = cpu(pid)
        for _ in range(times):
            work()
        took.append((cpu(pid) - began) / times)
    return round(median(took) * 1000, 2)
