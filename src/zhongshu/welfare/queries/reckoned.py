"""How the date of a case comes about: shown day by day, and worked out anew when a calendar changes."""

from datetime import date

from zhongshu.kernel.worktime import Calendar, compute
from zhongshu.welfare import rules
from zhongshu.welfare.models import Case
from zhongshu.welfare.queries.cases import DATED
from zhongshu.welfare.queries.services import terms


def reckoned(case: Case, calendar: Calendar) -> rules.Reckoned | None:
    """The window that ``case`` is to go into; None where the calendar has none ahead."""
    if not case.period:
        return rules.reckon(terms(case.service), calendar, case.asked_on)
    slot = rules.of_period(terms(case.service), calendar, case.period)
    return rules.Reckoned(case.asked_on, slot) if slot else None


def answer_due(case: Case, submitted_on: date, calendar: Calendar) -> tuple[date, bool]:
    """The day by which the agency should have answered, and whether it is provisional."""
    found = compute(submitted_on, rules.answer_limit(case.service.answers_in), calendar)
    return found.due, found.provisional


def is_dated_by_window(case: Case) -> bool:
    """Whether the date of ``case`` is still that of the agency's window."""
    return case.state in DATED
