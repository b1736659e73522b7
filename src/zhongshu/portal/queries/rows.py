"""Rows of the boxes, and how they are drawn: title, kind, source or blocker, deadline in words, one verb."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from zhongshu.kernel.told import Told
from zhongshu.kernel.worktime import Calendar
from zhongshu.matters import registry
from zhongshu.matters.models import Assignment, Matter, Role, Urgency
from zhongshu.ui.drawn import drawn_once, encoded
from zhongshu.ui.encoded import Encoded
from zhongshu.ui.menu import Title
from zhongshu.ui.wording import Due, due_words, provisional

NEAR_DAYS = 3
URGENCIES = {Urgency.URGENT: "urgent", Urgency.EXTRA_URGENT: "critical"}
LATE, TODAY, SOON, LATER = range(4)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a box. ``strong`` asks for the eye; ``mark`` is an urgency code or "".

    ``to_read`` is the matter to be marked as read (已阅) by the row's button, or 0.
    """

    title: str
    url: str
    kind: Title
    icon: str
    notes: Sequence[str]
    due: Due
    verb: Title = ""
    mark: str = ""
    group: int = 0
    rank: tuple[int, int, date] = (0, 0, date.min)
    to_read: int = 0

    @property
    def strong(self) -> bool:
        return self.group < SOON


class Line(NamedTuple):
    """A row as it is drawn, under its heading and in its place."""

    group: int
    rank: tuple[int, int, date]
    html: Encoded

    @classmethod
    def of(cls, row: Row) -> "Line":
        """``row``, drawn."""
        return cls(row.group, row.rank, encoded("portal/_row.html", row=row))


def group_of(due: date, today: date, calendar: Calendar) -> int:
    """Under which heading something due on ``due`` stands: late, today, within three working days, later."""
    if due < today:
        return LATE
    if due == today:
        return TODAY
    return SOON if due <= calendar.shift(today, NEAR_DAYS) else LATER


def rank(due: date, urgency: int, group: int) -> tuple[int, int, date]:
    """Real urgency: longest overdue first; then, heading by heading, 特急 and 加急 before the rest, by date."""
    return (group, 0 if group == LATE else -urgency, due)


def due_in_words(due: date | None, today: date, calendar: Calendar) -> Due:
    """How far away ``due`` is, in working days."""
    left = calendar.count(today, due) if due and due > today else None
    words = due_words(due, today, working_days=left, soon=NEAR_DAYS)
    return provisional(words, bool(due and calendar.is_provisional(due)))


def _held(held: Assignment, about: Sequence[str], today: date, calendar: Calendar) -> Row:
    matter = held.matter
    kind = registry.kind_called(matter.kind)
    group = group_of(held.due, today, calendar)
    notes = [*about, *kind.notes(matter)]
    if held.role == Role.SUPPORT and not about:
        notes = [held.get_role_display(), *notes]
    return Row(
        title=matter.title,
        url=kind.address(matter.pk),
        kind=kind.title,
        icon=kind.icon,
        notes=notes,
        due=due_in_words(held.due, today, calendar),
        verb=str(kind.verb(held.role, matter.state)),
        mark=URGENCIES.get(Urgency(matter.urgency), ""),
        group=group,
        rank=rank(held.due, matter.urgency, group),
        to_read=matter.pk if held.role == Role.READ else 0,
    )


def of_matter(matter: Matter, notes: list[str], due: Due, verb: Title) -> Row:
    """A matter that nobody is asked to do anything about."""
    kind = registry.kind_called(matter.kind)
    return Row(matter.title, kind.address(matter.pk), kind.title, kind.icon, notes, due, verb, group=LATER)


@drawn_once(most=300)
def drawn(held: Told[Assignment], about: tuple[str, ...], today: date, calendar: Calendar) -> Line:
    """What somebody holds, as a line of his desk; ``about`` is what he is to decide on or to read."""
    return Line.of(_held(held.made(), about, today, calendar))
