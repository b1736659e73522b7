"""What is said of a limit that a person gave for a day on which offices rest."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from zhongshu.kernel.requests import Request
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import rules
from zhongshu.ui.pages import say
from zhongshu.ui.wording import weekday


def tell_of_rest_days(request: Request, given: Iterable[date | None], *, undo: bool = False) -> None:
    """Those of ``given`` that are no working day, and where the norm would let such a limit end (T-05).

    ``undo``  what was done can be taken back for another day.
    """
    ends = {day: rules.T_05_last_day(day, workdays.calendar()) for day in given if day}
    told = _("；").join(
        _("%(day)s（%(weekday)s）顺延到 %(next)s") % {"day": day, "weekday": weekday(day), "next": end}
        for day, end in ends.items()
        if day != end
    )
    if told:
        words = _("时限定在了休息日，仍按您定的算；照法定期间的算法，%(told)s。") % {"told": told}
        say(request, words + (_("要改的，点“撤回”重填。") if undo else ""), tone="warn")
