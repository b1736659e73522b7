"""How the date of a case came about, day by day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from zhongshu.kernel.worktime import Calendar, Deadline, compute
from zhongshu.platform.workdays import queries as workdays
from zhongshu.platform.workdays.wording import reason
from zhongshu.ui.wording import WEEKDAYS
from zhongshu.welfare import queries, rules
from zhongshu.welfare.models import Case, State
from zhongshu.welfare.rules import Reckoned, Slot


@dataclass(frozen=True, slots=True)
class Day:
    """One day on the way: the last lines are told first where days are counted back."""

    day: date
    counted: bool
    why: str

    @property
    def name(self) -> str:
        return str(WEEKDAYS[self.day.weekday()])


class Reckoning:
    """The date of a case by the calendars of today."""

    def __init__(self, one: Case) -> None:
        self.one, self.calendar = one, workdays.calendar()
        self.found: Reckoned | None = None
        self.days: list[Day] = []
        if one.state == State.SUBMITTED and one.submitted_on:
            limit = rules.answer_limit(one.service.answers_in)
            self.days = list(_forward(compute(one.submitted_on, limit, self.calendar)))
        elif found := queries.reckoned(one, self.calendar):
            self.found, self.days = found, list(_backward(found, self.calendar))

    @property
    def provisional(self) -> bool:
        """Whether a holiday notice still to come may move it."""
        return self.one.matter.due_is_provisional


def _forward(deadline: Deadline) -> Iterator[Day]:
    for step in deadline.steps:
        yield Day(step.day, step.counted, reason(step))


def _backward(found: Reckoned, calendar: Calendar) -> Iterator[Day]:
    slot = found.slot
    yield Day(found.asked_on, False, _("材料收齐，从这天起找受理期"))
    for passed in found.passed:
        told = _("上一个受理期%(closes)s截止，应在%(due)s前报送，已经来不及，列入下一期")
        yield Day(passed.due, False, told % {"closes": passed.closes, "due": passed.due})
    yield Day(slot.told.closes, slot.told.closes == slot.closes, _closing(slot, calendar))
    if slot.told.closes != slot.closes:
        yield Day(slot.closes, True, _("按机构的规定改到这一个工作日截止"))
    yield from _counted_back(slot, calendar)
    if slot.due == slot.opens != calendar.shift(slot.closes, -slot.lead):
        yield Day(slot.due, True, _("受理期这天才开始，报送不能更早"))


def _closing(slot: Slot, calendar: Calendar) -> str:
    told = _("机构公布的受理期%(opens)s至%(closes)s的截止日") % {
        "opens": slot.told.opens, "closes": slot.told.closes,
    }  # fmt: skip
    return told if calendar.works(slot.told.closes) else told + _("，这天休息")


def _counted_back(slot: Slot, calendar: Calendar) -> Iterator[Day]:
    number, day = 0, slot.closes
    while number < slot.lead and day > slot.due:
        day -= timedelta(days=1)
        works = calendar.works(day)
        number += works
        name = calendar.name(day)
        rests = _("%(festival)s放假，不计入") % {"festival": name} if name else _("休息，不计入")
        told = _("提前第 %(n)s 个工作日") % {"n": number}
        yield Day(day, works, told if works else rests)
