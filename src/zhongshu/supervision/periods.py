"""The periods for which figures are asked, as an office says them."""

import re
from datetime import date, timedelta

from django.utils.translation import gettext as _

_CODE = re.compile(r"^(\d{4})(?:-W(\d{2})|-(\d{2})|Q(\d))?$")


def period_words(code: str) -> str:
    """2026-W47 as 2026年第47周（11月16日—22日）, 2026-11 as 2026年11月, 2026Q4 as 2026年第4季度, 2026 as 2026年.

    A code of no such form is said as it stands: it came in with a ledger or a journal of before.
    """
    found = _CODE.match(code)
    if found is None:
        return code
    year, week, month, quarter = (int(part) if part else 0 for part in found.groups())
    if week:
        return _week(year, week)
    if month:
        return _("%(year)d年%(month)d月") % {"year": year, "month": month}
    if quarter:
        return _("%(year)d年第%(quarter)d季度") % {"year": year, "quarter": quarter}
    return _("%(year)d年") % {"year": year}


def _week(year: int, week: int) -> str:
    monday = date.fromisocalendar(year, week, 1)
    sunday = monday + timedelta(days=6)
    told = {"month": monday.month, "day": monday.day, "last_month": sunday.month, "last": sunday.day}
    if monday.month == sunday.month:
        days = _("%(month)d月%(day)d日—%(last)d日") % told
    else:
        days = _("%(month)d月%(day)d日—%(last_month)d月%(last)d日") % told
    return _("%(year)d年第%(week)d周（%(days)s）") % {"year": year, "week": week, "days": days}
