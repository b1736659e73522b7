"""The four boxes as rows: title, kind, source or blocker, deadline in words, one verb."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.paging import Page
from zhongshu.kernel.worktime import Calendar
from zhongshu.matters import queries as matters
from zhongshu.matters import registry
from zhongshu.matters.models import Assignment, Matter, Role, Urgency
from zhongshu.ui.menu import Title
from zhongshu.ui.wording import Due, due_words, provisional, short_moment

NEAR_DAYS = 3
URGENCIES = {Urgency.URGENT: "urgent", Urgency.EXTRA_URGENT: "critical"}


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


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under one heading; ``css`` and ``shape`` are those of the look."""

    title: Title
    css: str
    shape: str
    rows: Sequence[Row]


LATE, TODAY, SOON, LATER = range(4)
SECTIONS = (
    (gettext_lazy("已逾期"), "grp--late", "late"),
    (gettext_lazy("今天到期"), "grp--today", "soon"),
    (gettext_lazy("三天内"), "", "doing"),
    (gettext_lazy("以后"), "", "on"),
)


@dataclass(frozen=True, slots=True)
class Box:
    """One page of one box: ``sections`` with headings for what is still to do, one without for the rest."""

    code: str
    sections: Sequence[Section]
    page: Page[Any]

    @property
    def is_empty(self) -> bool:
        return not self.page.rows


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


def box(
    actor: Actor, code: str, *, today: date, calendar: Calendar, cursor: str = "", before: str = ""
) -> tuple[Box, matters.Counts]:
    """One page of the box ``code`` (todo, toread, started or done; anything else is todo), and the counts."""
    if code in BY_NEWEST:
        return BY_NEWEST[code](actor, today, calendar, cursor, before), matters.counts(actor, today)
    code, reading = ("toread", True) if code == "toread" else ("todo", False)
    if cursor or before:
        page = matters.todo(actor, reading=reading, cursor=cursor, before=before)
        counted = matters.counts(actor, today)
    else:
        counted, page = matters.top_of_desk(actor, today, reading=reading)
    if reading:
        about: Mapping[int, Sequence[str]] = {pk: [word] for pk, word in to_read(actor, page.rows).items()}
    else:
        about = to_decide(actor, page.rows)
    return _dated(code, page, about, today, calendar), counted


def to_read(actor: Actor, held: Sequence[Assignment]) -> Mapping[int, str]:
    """What each matter in the to-read box is there for, in a word, by its id; nothing where it is the matter itself."""
    ids = [one.matter_id for one in held]
    return registry.to_read(ids, actor) if ids else {}


def to_decide(actor: Actor, held: Sequence[Assignment]) -> Mapping[int, Sequence[str]]:
    """What each matter is about of which he is asked to decide, by its id: who asks, for how much."""
    return registry.about(
        [(one.matter.kind, one.matter_id) for one in held if one.role == Role.APPROVE], actor
    )


def _dated(
    code: str, page: Page[Assignment], about: Mapping[int, Sequence[str]], today: date, calendar: Calendar
) -> Box:
    held = (_held(one, about.get(one.matter_id, ()), today, calendar) for one in page.rows)
    rows = sorted(held, key=lambda row: row.rank)
    return Box(code, list(_sections(rows)), page)


def _sections(rows: Iterable[Row]) -> Iterable[Section]:
    rows = list(rows)
    for number, (title, css, shape) in enumerate(SECTIONS):
        inside = [row for row in rows if row.group == number]
        if inside:
            yield Section(title, css, shape, inside)


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


def _started(actor: Actor, today: date, calendar: Calendar, cursor: str, before: str) -> Box:
    page = matters.started(actor, cursor=cursor, before=before)

    def row(matter: Matter) -> Row:
        kind = registry.kind_called(matter.kind)
        unit = str(matter.lead_unit) if matter.lead_unit else ""
        ended = Due(str(kind.state(matter.state)))
        due = due_in_words(matter.current_due, today, calendar) if matter.is_open else ended
        notes = [matter.number, unit, str(kind.state(matter.state))]
        return _line(matter, [one for one in notes if one], due, gettext_lazy("查看"))

    return _newest("started", page, row)


def _done(actor: Actor, today: date, calendar: Calendar, cursor: str, before: str) -> Box:
    page = matters.done(actor, cursor=cursor, before=before)

    def row(held: Assignment) -> Row:
        when = Due(short_moment(held.done_at, today) if held.done_at else "")
        return _line(held.matter, [held.get_role_display(), held.get_outcome_display()], when, "")

    return _newest("done", page, row)


def _newest(code: str, page: Page[Any], row: Callable[[Any], Row]) -> Box:
    return Box(code, [Section("", "", "", [row(one) for one in page.rows])], page)


def _line(matter: Matter, notes: list[str], due: Due, verb: Title) -> Row:
    kind = registry.kind_called(matter.kind)
    return Row(matter.title, kind.address(matter.pk), kind.title, kind.icon, notes, due, verb, group=LATER)


BY_NEWEST: dict[str, Callable[[Actor, date, Calendar, str, str], Box]] = {"started": _started, "done": _done}


def ahead(actor: Actor, today: date, calendar: Calendar) -> list[registry.Foresight]:
    """What will go wrong within days, of all kinds."""
    return [one for kind in registry.kinds() for one in kind.ahead(actor, today, calendar)]


def kept(actor: Actor, today: date) -> list[registry.KeptList]:
    """The lists that he, or somebody for his unit, has named, of all kinds."""
    return [one for kind in registry.kinds() for one in kind.kept(actor, today)]


def number(count: int) -> str:
    """A count as shown; beyond the cap of counting, "300+"."""
    return f"{matters.MOST}+" if count >= matters.MOST else str(count)


def dateline(today: date) -> str:
    """11 月 18 日 星期三 · 第 47 周."""
    names = (_("星期一"), _("星期二"), _("星期三"), _("星期四"), _("星期五"), _("星期六"), _("星期日"))
    facts = {
        "month": today.month,
        "day": today.day,
        "weekday": names[today.weekday()],
        "week": today.isocalendar().week,
    }
    return _("%(month)s 月 %(day)s 日 %(weekday)s · 第 %(week)s 周") % facts
