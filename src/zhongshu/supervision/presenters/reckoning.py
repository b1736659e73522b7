"""How a date was computed, day by day."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.worktime import Calendar, Deadline, Limit, Unit, compute
from zhongshu.matters.models import Matter
from zhongshu.platform.workdays import queries as workdays
from zhongshu.platform.workdays.wording import reason
from zhongshu.supervision import rules
from zhongshu.supervision.models import Directive, Finding, State
from zhongshu.supervision.presenters.rounds import pace
from zhongshu.supervision.services.due import limit_of
from zhongshu.ui.wording import short_date, weekday

UNITS = {
    Unit.WORKING_DAYS: gettext_lazy("%(n)s 个工作日"),
    Unit.CALENDAR_DAYS: gettext_lazy("%(n)s 日"),
    Unit.MONTHS: gettext_lazy("%(n)s 个月"),
    Unit.YEARS: gettext_lazy("%(n)s 年"),
}


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The explanation: a sentence on where the limit comes from, and the days on the way.

    ``days`` holds (date, weekday, counted, running number, reason); ``moves`` what changed the date later.
    """

    because: str
    start: date
    due: date
    provisional: bool
    days: list[tuple[date, str, bool, int, str]]
    moves: tuple[str, ...] = ()


def of_directive(directive: Directive) -> Reckoning:
    """How the original date of a matter came about."""
    matter = directive.matter
    start = local_day(matter.opened_at) if matter.opened_at else matter.original_due
    assert start is not None
    assert matter.original_due is not None
    return reckoning(
        start,
        matter.original_due,
        rule=directive.deadline_rule,
        words=directive.deadline_text,
        origin=directive.origin,
        urgent=matter.urgency > 0,
        since=directive.source_date,
    )


def of_finding(finding: Finding, today: date, due: date) -> Reckoning:
    """How the date offered for a found duty comes about, were it handed out ``today``."""
    told = {"rule": finding.due_rule, "words": finding.due_text, "origin": finding.intake.origin}
    return reckoning(today, due, **told, urgent=False, since=finding.intake.document_date)


def reckoning(
    start: date, due: date, *, rule: str, words: str, origin: str, urgent: bool, since: date | None
) -> Reckoning:
    """The limit that leads from ``start`` to ``due``: the written rule, the default of rule D-19, or neither."""
    calendar = workdays.calendar()
    limit = limit_of(rule)
    if limit and compute(start, limit, calendar).due == due:
        said = {"words": words, "limit": _limit_words(limit)}
        return _told(
            _("文中写“%(words)s”，自交办次日起算 %(limit)s。") % said, compute(start, limit, calendar)
        )
    default = rules.D_19_default_limit(origin, urgent=urgent)
    first = rules.D_19_counted_from(origin, since, urgent=urgent, today=start)
    if not words and compute(first, default, calendar).due == due:
        said = {"limit": _limit_words(default), "day": first.isoformat()}
        by_house = _("文中没有写时限，按本单位规定自交办次日起算 %(limit)s。")
        by_source = _("文中没有写时限，自来件的受理、交办日期 %(day)s 次日起算 %(limit)s。")
        return _told((by_house if first == start else by_source) % said, compute(first, default, calendar))
    return _given(calendar, start, due, words)


def _given(calendar: Calendar, start: date, due: date, words: str) -> Reckoning:
    because = _("文中写“%(words)s”，即这一天。") % {"words": words} if words else _("立项时指定的日期。")
    days = max(calendar.count(start, due), 0)
    because += _("从交办次日到时限共 %(days)s 个工作日。") % {"days": days}
    last = rules.T_05_last_day(due, calendar)
    if last != due:
        rolled = {"weekday": weekday(due), "last": last.isoformat()}
        because += (
            _("这一天是%(weekday)s，不上班；法定期间遇休息日顺延到 %(last)s，指定的日期不顺延。") % rolled
        )
    told = _told(because, compute(start, Limit(days, Unit.WORKING_DAYS), calendar))
    return Reckoning(because, start, due, provisional=False, days=told.days)


def _told(because: str, deadline: Deadline) -> Reckoning:
    days = [(step.day, weekday(step.day), step.counted, step.number, reason(step)) for step in deadline.steps]
    return Reckoning(because, deadline.start, deadline.due, deadline.provisional, days)


def current_day(matter: Matter, today: date, calendar: Calendar) -> str:
    """The day by which a matter is due; of one on which offices rest, while it is open, that they do."""
    due = matter.current_due
    if due is None:
        return ""
    told = {"day": short_date(due, today), "weekday": weekday(due)}
    if calendar.works(due) or not matter.is_open:
        return told["day"]
    return _("%(day)s（%(weekday)s，不上班）") % told


def times(
    directive: Directive, stops: int, assessed: date | None, today: date, calendar: Calendar
) -> list[tuple[str, str]]:
    """时限, in facts; ``stops`` is how often its clock stood. While it stands, nobody knows yet what is assessed."""
    matter = directive.matter
    judged = short_date(assessed, today) if assessed else ""
    if matter.state == State.SUSPENDED:
        judged = _("恢复计时后算定")
    pairs = [
        (_("下次回告") if matter.long_term else _("现时限"), current_day(matter, today, calendar)),
        (_("原定时限"), short_date(matter.original_due, today) if matter.original_due else ""),
        (_("文中写的"), directive.deadline_text or directive.cycle_text),
        (_("延期"), _("%(n)s 次") % {"n": directive.extensions} if directive.extensions else _("没有")),
        (_("中止"), _("%(n)s 次") % {"n": stops} if stops else ""),
        (_("考核按"), judged),
        *pace(directive, today),
    ]
    return [pair for pair in pairs if pair[1]]


def _limit_words(limit: Limit) -> str:
    return str(UNITS[limit.unit]) % {"n": limit.amount}
