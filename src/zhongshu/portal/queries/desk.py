"""The four boxes, and what stands beside them on a desk."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.paging import Page
from zhongshu.kernel.told import Told, column
from zhongshu.kernel.worktime import Calendar
from zhongshu.matters import queries as matters
from zhongshu.matters import registry
from zhongshu.matters.models import Assignment, Matter, Role
from zhongshu.portal.entries import leads_an_organ
from zhongshu.portal.queries import rows
from zhongshu.portal.queries.inbox import Notice, unread
from zhongshu.portal.queries.rows import Line, Row, due_in_words
from zhongshu.portal.queries.tabs import Summary, boxes, summary
from zhongshu.ui.drawn import drawn_once, encoded
from zhongshu.ui.encoded import Encoded
from zhongshu.ui.parts import Tab
from zhongshu.ui.wording import Due, short_moment

SECTIONS = (
    (gettext_lazy("已逾期"), "grp--late", "late"),
    (gettext_lazy("今天到期"), "grp--today", "soon"),
    (gettext_lazy("三天内"), "", "doing"),
    (gettext_lazy("以后"), "", "on"),
)


WEEKDAYS = (
    gettext_lazy("星期一"),
    gettext_lazy("星期二"),
    gettext_lazy("星期三"),
    gettext_lazy("星期四"),
    gettext_lazy("星期五"),
    gettext_lazy("星期六"),
    gettext_lazy("星期日"),
)


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under one of the ``SECTIONS``, or under no heading."""

    heading: int | None
    rows: Sequence[Line]

    @property
    def html(self) -> Encoded:
        """Its lines as they are drawn, under their heading."""
        head = "" if self.heading is None else heading(self.heading, len(self.rows))
        return Encoded.joined((head, "<ul>", *[row.html for row in self.rows], "</ul>\n"))


@drawn_once(most=100)
def heading(number: int, count: int) -> Encoded:
    """The heading of one of the ``SECTIONS``, with ``count`` lines under it."""
    title, css, shape = SECTIONS[number]
    return encoded("portal/_heading.html", title=title, css=css, shape=shape, count=count)


@dataclass(frozen=True, slots=True)
class Box:
    """One page of one box: ``sections`` with headings for what is still to do, one without for the rest."""

    code: str
    sections: Sequence[Section]
    page: Page[Any]

    @property
    def html(self) -> Encoded:
        """Its lines as they are drawn."""
        return Encoded.joined([section.html for section in self.sections])


class Desk(NamedTuple):
    """What stands around the lines of a desk, which is drawn once for it; ``turns`` is the page without its rows."""

    today: date
    code: str
    is_empty: bool
    turns: Page[Any]
    summary: Summary
    ahead: tuple[registry.Foresight, ...]
    kept: tuple[registry.KeptList, ...]
    notices: tuple[Notice, ...]
    is_leader: bool

    @property
    def dateline(self) -> str:
        """The day in words."""
        return dateline(self.today)

    @property
    def tabs(self) -> Sequence[Tab]:
        """The four boxes."""
        return boxes(self.code, self.summary)


def desk(actor: Actor, box: Box, counted: matters.Counts, today: date, calendar: Calendar) -> Desk:
    """What stands around the lines of ``box``."""
    page = box.page
    return Desk(
        today, box.code, not page.rows, page.turns, summary(counted),
        ahead(actor, today, calendar), kept(actor, today), unread(actor, today), leads_an_organ(actor),
    )  # fmt: skip


def box(
    actor: Actor, code: str, *, today: date, calendar: Calendar, cursor: str = "", before: str = ""
) -> tuple[Box, matters.Counts]:
    """One page of the box ``code`` (todo, toread, started or done; anything else is todo), and the counts."""
    if code in BY_NEWEST:
        return BY_NEWEST[code](actor, today, calendar, cursor, before), matters.counts(actor, today)
    code, reading = ("toread", True) if code == "toread" else ("todo", False)
    if cursor or before:
        page = matters.lines(actor, reading=reading, cursor=cursor, before=before)
        counted = matters.counts(actor, today)
    else:
        counted, page = matters.top_of_desk(actor, today, reading=reading)
    about = _to_read(actor, page.rows) if reading else _to_decide(actor, page.rows)
    return _dated(code, page, about, today, calendar), counted


def _to_read(actor: Actor, held: Sequence[Told[Assignment]]) -> Mapping[int, Sequence[str]]:
    return {pk: [word] for pk, word in to_read(actor, column(held, "matter_id")).items()}


def _to_decide(actor: Actor, held: Sequence[Told[Assignment]]) -> Mapping[int, Sequence[str]]:
    roles = column(held, "role")
    asked = [one for one, role in zip(held, roles, strict=True) if role == Role.APPROVE]
    return registry.about([(one.told("matter__kind"), one.told("matter_id")) for one in asked], actor)


def to_read(actor: Actor, matter_ids: Collection[int]) -> Mapping[int, str]:
    """What each matter in the to-read box is there for, in a word, by its id; nothing where it is the matter itself."""
    return registry.to_read(matter_ids, actor) if matter_ids else {}


def to_decide(actor: Actor, held: Sequence[Assignment]) -> Mapping[int, Sequence[str]]:
    """What each matter is about of which he is asked to decide, by its id: who asks, for how much."""
    return registry.about(
        [(one.matter.kind, one.matter_id) for one in held if one.role == Role.APPROVE], actor
    )


def _dated(
    code: str,
    page: Page[Told[Assignment]],
    about: Mapping[int, Sequence[str]],
    today: date,
    calendar: Calendar,
) -> Box:
    drawn, matter_ids = rows.drawn.of(page.rows), column(page.rows, "matter_id")
    lines = [
        drawn(one, tuple(about.get(pk, ())), today, calendar)
        for one, pk in zip(page.rows, matter_ids, strict=True)
    ]
    return Box(code, list(_sections(sorted(lines, key=attrgetter("rank")))), page)


def _sections(lines: Iterable[Line]) -> Iterable[Section]:
    """``lines``, which are in their order, each under its heading."""
    for number, inside in groupby(lines, attrgetter("group")):
        yield Section(number, list(inside))


def _started(actor: Actor, today: date, calendar: Calendar, cursor: str, before: str) -> Box:
    page = matters.started(actor, cursor=cursor, before=before)

    def row(matter: Matter) -> Row:
        kind = registry.kind_called(matter.kind)
        unit = str(matter.lead_unit) if matter.lead_unit else ""
        ended = Due(str(kind.state(matter.state)))
        due = due_in_words(matter.current_due, today, calendar) if matter.is_open else ended
        notes = [matter.number, unit, str(kind.state(matter.state))]
        return rows.of_matter(matter, [one for one in notes if one], due, gettext_lazy("查看"))

    return _newest("started", page, row)


def _done(actor: Actor, today: date, calendar: Calendar, cursor: str, before: str) -> Box:
    page = matters.done(actor, cursor=cursor, before=before)

    def row(held: Assignment) -> Row:
        when = Due(short_moment(held.done_at, today) if held.done_at else "")
        return rows.of_matter(held.matter, [held.get_role_display(), held.get_outcome_display()], when, "")

    return _newest("done", page, row)


def _newest(code: str, page: Page[Any], row: Callable[[Any], Row]) -> Box:
    return Box(code, [Section(None, [Line.of(row(one)) for one in page.rows])], page)


BY_NEWEST: dict[str, Callable[[Actor, date, Calendar, str, str], Box]] = {"started": _started, "done": _done}


def ahead(actor: Actor, today: date, calendar: Calendar) -> tuple[registry.Foresight, ...]:
    """What will go wrong within days, of all kinds."""
    return tuple([one for kind in registry.kinds() for one in kind.ahead(actor, today, calendar)])


def kept(actor: Actor, today: date) -> tuple[registry.KeptList, ...]:
    """The lists that he, or somebody for his unit, has named, of all kinds."""
    return tuple([one for kind in registry.kinds() for one in kind.kept(actor, today)])


def number(count: int) -> str:
    """A count as shown; beyond the cap of counting, "300+"."""
    return f"{matters.MOST}+" if count >= matters.MOST else str(count)


def dateline(today: date) -> str:
    """11 月 18 日 星期三 · 第 47 周."""
    facts = {
        "month": today.month,
        "day": today.day,
        "weekday": str(WEEKDAYS[today.weekday()]),
        "week": today.isocalendar().week,
    }
    return _("%(month)s 月 %(day)s 日 %(weekday)s · 第 %(week)s 周") % facts
