"""What is said of a limit that a person gave for a day on which offices rest."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from django.utils.translation import gettext as _

from zhongshu.kernel.worktime import Calendar
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import rules
from zhongshu.ui.wording import weekday

GIVEN = ("due", "new_due")
"""Words of an act in which a person gives the day of a limit."""


def days_given(words: Mapping[str, object]) -> Iterator[date]:
    """The days of limits among the ``words`` of an act: its own, and those of its milestones, parts and steps."""
    rows = [row for told in words.values() if isinstance(told, list | tuple) for row in told]
    for day in [*(words.get(name) for name in GIVEN), *(getattr(row, "due", None) for row in rows)]:
        if isinstance(day, date):
            yield day


def resting(given: Iterable[date | None], calendar: Calendar | None = None) -> str:
    """Those of ``given`` that are no working day, and where the norm would let such a limit end (T-05); "" if all work."""
    days = dict.fromkeys(day for day in given if day)
    calendar = calendar or (workdays.calendar() if days else None)
    ends = {day: rules.T_05_last_day(day, calendar) for day in days} if calendar else {}
    told = _("；").join(
        _("%(day)s（%(weekday)s）顺延到 %(next)s") % {"day": day, "weekday": weekday(day), "next": end}
        for day, end in ends.items()
        if day != end
    )
    return _("时限定在了休息日，仍按您定的算；照法定期间的算法，%(told)s。") % {"told": told} if told else ""
