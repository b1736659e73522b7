"""How the present date of a matter came about after its original one: extensions, and days on which the clock stood."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from zhongshu.kernel.worktime import DayStep, Limit, Unit, compute
from zhongshu.platform.workdays import queries as workdays
from zhongshu.platform.workdays.wording import reason
from zhongshu.supervision import queries
from zhongshu.supervision.models import Directive, Suspension
from zhongshu.supervision.presenters.reckoning import Reckoning, of_directive
from zhongshu.ui.wording import weekday

Day = tuple[date, str, bool, int, str]


def explained(directive: Directive, today: date) -> Reckoning:
    """How the original date came about, and how it was moved; days that did not run are shown as such."""
    told = of_directive(directive)
    granted = directive.extension_requests.filter(approved=True).order_by("decided_at")
    moves = [(one.decided_at, _granted(one.old_due, one.new_due)) for one in granted]
    stood = queries.suspensions(directive)
    moves += [(one.decided_at, _stopped(one)) for one in stood]
    sentences = tuple(text for _at, text in sorted(moves, key=lambda move: str(move[0])))
    if not stood:
        return replace(told, moves=sentences)
    due = directive.matter.current_due
    assert due is not None
    until = today if directive.matter.stopped_on else due
    return replace(told, moves=sentences, due=due, days=_days(told.start, max(until, told.start), stood))


def _granted(old: date, new: date) -> str:
    told = {"old": old.isoformat(), "new": new.isoformat()}
    return _("批准延期：%(old)s 改为 %(new)s；原定时限不变，考核仍按原定时限。") % told


def _stopped(one: Suspension) -> str:
    told = {"since": one.since, "left": one.days_left, "old": one.old_due, "why": one.reason}
    sentence = _("%(since)s 起中止计时（%(why)s），时限 %(old)s 之前还余 %(left)s 个工作日") % told
    if one.resumed_on is None:
        return sentence + _("，现在仍在中止。")
    if one.new_due is None:
        ended = {"day": one.resumed_on, "why": one.resume_reason}
        return sentence + _("；%(day)s %(why)s，中止到此为止。") % ended
    after = {"day": one.resumed_on, "due": one.new_due}
    return sentence + _("；%(day)s 恢复，从次日接着算，到 %(due)s。") % after


def _days(start: date, until: date, stood: Sequence[Suspension]) -> list[Day]:
    calendar, number, days = workdays.calendar(), 0, list[Day]()
    count = Limit(max(calendar.count(start, until), 0), Unit.WORKING_DAYS)
    for step in compute(start, count, calendar).steps:
        why = _stop_on(step, stood, until)
        counted = step.counted and why is None
        number += counted
        told = reason(step) if why is None else _("中止计时：%(why)s") % {"why": why.reason}
        days.append((step.day, weekday(step.day), counted, number, told))
    return days


def _stop_on(step: DayStep, stood: Sequence[Suspension], until: date) -> Suspension | None:
    """The stop by which a day did not run: after it began, up to and with the day of resumption."""
    return next(
        (one for one in stood if one.since and one.since < step.day <= (one.resumed_on or until)), None
    )
