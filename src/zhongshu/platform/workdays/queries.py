"""The calendar in force. It is the same for everyone, so no actor is asked."""

from datetime import date

from django.db.models import QuerySet

from zhongshu.kernel import statements, worktime
from zhongshu.kernel.connected import here
from zhongshu.platform.workdays.models import Edition, SpecialDay, Year

# Any number will do, as long as nobody else takes advisory locks under it.
IMPORT_LOCK = 0x776F726B64617973
_remembered: tuple[str, worktime.Calendar] = ("", worktime.Calendar({}, frozenset()))


def calendar() -> worktime.Calendar:
    """The calendar in force, also when another process has just changed it.

    It is remembered and asked for by one look at a one-row table. Within a transaction the
    answer holds until its end: a new table waits, so no date stored by the old calendar can
    be missed by the recomputation. (SQLite lets in one writer at a time anyway.)
    """
    global _remembered
    if here().vendor == "postgresql" and here().in_atomic_block:
        statements.asked("SELECT pg_advisory_xact_lock_shared(%s)", [IMPORT_LOCK])
    token = _edition()
    known, remembered = _remembered
    if known != token:
        remembered = _load()
        if token == _edition():  # not changed while loading
            _remembered = (token, remembered)
    return remembered


def years() -> QuerySet[Year]:
    """The years with a table, latest first."""
    return Year.objects.order_by("-year")


def is_provisional(day: date) -> bool:
    """Whether a notice still to come may change ``day`` (T-04)."""
    return calendar().is_provisional(day)


def _edition() -> str:
    """Asked for on every page, so without the detour over the model."""
    rows = statements.asked(f"SELECT token FROM {Edition._meta.db_table} WHERE id = 1")  # noqa: S608  our own name
    return str(rows[0][0]) if rows else ""


def _load() -> worktime.Calendar:
    days = SpecialDay.objects.values_list("date", "kind", "name")
    special = {day: worktime.SpecialDay(worktime.DayKind(kind), name) for day, kind, name in days}
    announced = Year.objects.filter(is_announced=True).values_list("year", flat=True)
    return worktime.Calendar(special, frozenset(announced))
