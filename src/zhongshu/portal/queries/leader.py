"""The leader's view for the hand: what waits for his word, what to read, what he instructed and who holds it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.paging import Page
from zhongshu.kernel.worktime import Calendar
from zhongshu.matters import queries as matters
from zhongshu.matters import registry
from zhongshu.matters.models import Assignment, Matter, Role, Urgency, Waits
from zhongshu.platform.workdays import queries as workdays
from zhongshu.portal.queries.desk import to_decide, to_read
from zhongshu.portal.queries.rows import URGENCIES, due_in_words
from zhongshu.supervision import queries as supervision
from zhongshu.supervision.models import Blocker, Extension
from zhongshu.ui.menu import Title
from zhongshu.ui.wording import Due, long_date, short_date, span_words

TABS = {
    "approve": (gettext_lazy("待批"), "signature"),
    "read": (gettext_lazy("待阅"), "mail-opened"),
    "instructed": (gettext_lazy("督办"), "clipboard-list"),
    "me": (gettext_lazy("我的"), "user"),
}
TITLES = {
    "approve": gettext_lazy("待批"),
    "read": gettext_lazy("待阅"),
    "instructed": gettext_lazy("我交办的"),
    "stuck": gettext_lazy("卡住的"),
    "me": gettext_lazy("我的"),
}


@dataclass(frozen=True, slots=True)
class Bar:
    """One place of the bottom bar."""

    code: str
    title: Title
    icon: str
    count: int
    current: bool


@dataclass(frozen=True, slots=True)
class Card:
    """One matter as a card. ``facts`` are terms and values; ``phone`` is that of who holds it, or "";
    ``instructs`` whether he may write an instruction on it.
    """

    pk: int
    title: str
    url: str
    kind: Title
    icon: str
    mark: str
    due: Due
    facts: Sequence[tuple[Title, str]] = ()
    verb: Title = ""
    deciding: bool = False
    phone: str = ""
    holder: str = ""
    instructs: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A way to look at what was instructed: all that is unfinished, or what is stuck."""

    code: str
    title: Title
    count: int
    current: bool


@dataclass(frozen=True, slots=True)
class Pile:
    """The cards of one tab; ``number`` is how many it has on all its pages."""

    tab: str
    cards: Sequence[Card]
    page: Page[Any]
    number: int = 0
    parts: Sequence["Part"] = ()

    @property
    def title(self) -> Title:
        return TITLES[self.tab]


@dataclass(frozen=True, slots=True)
class Desk:
    """What the cards of one page of a desk are made with: for whom, when, what was read for all of them at once.

    ``asked`` the extensions asked for, and ``told`` the first fact of each card, both by matter.
    """

    actor: Actor
    today: date
    calendar: Calendar
    asked: Mapping[int, Extension]
    told: Mapping[int, tuple[Title, str]]


def pile(actor: Actor, tab: str, *, today: date, cursor: str = "", before: str = "") -> Pile:
    """One page of cards of the tab: approve, read, instructed, stuck or me (anything else is approve)."""
    if tab == "me":
        return Pile(tab, (), Page(()))
    if tab in ("instructed", "stuck"):
        return _instructed(actor, tab, today, cursor, before)
    return _desk(actor, "read" if tab == "read" else "approve", today, cursor, before)


def bars(actor: Actor, current: str, today: date) -> list[Bar]:
    """The bottom bar, with how much waits."""
    counted = matters.counts(actor, today)
    unfinished = supervision.instructed_counts(actor, today).unfinished
    counts = {"approve": counted.todo, "read": counted.toread, "instructed": unfinished}
    current = "instructed" if current == "stuck" else current
    return [Bar(c, title, icon, counts.get(c, 0), c == current) for c, (title, icon) in TABS.items()]


def _desk(actor: Actor, tab: str, today: date, cursor: str, before: str) -> Pile:
    page = matters.todo(actor, reading=tab == "read", cursor=cursor, before=before)
    asked = supervision.asked_extensions(row.matter_id for row in page.rows if row.role == Role.APPROVE)
    desk = Desk(actor, today, workdays.calendar(), asked, _told(actor, tab, page.rows))
    cards = [_waiting(desk, row) for row in page.rows]
    counted = matters.counts(actor, today)
    number = counted.toread if tab == "read" else counted.todo
    return Pile(tab, cards, page, number)


def _told(actor: Actor, tab: str, held: Sequence[Assignment]) -> dict[int, tuple[Title, str]]:
    """The first fact of each card, by matter: what has come to be read, or who hands in what for his decision."""
    if tab == "read":
        return {pk: (_("来件"), word) for pk, word in to_read(actor, [one.matter_id for one in held]).items()}
    return {pk: (_("送批"), " · ".join(about)) for pk, about in to_decide(actor, held).items()}


def _waiting(desk: Desk, held: Assignment) -> Card:
    matter = held.matter
    request = desk.asked.get(matter.pk) if held.role == Role.APPROVE else None
    told = desk.told.get(matter.pk)
    facts = _request(request, desk.today) if request else [(_("情况"), one) for one in _notes(matter)]
    facts = [told, *facts] if told else facts
    due = due_in_words(held.due, desk.today, desk.calendar)
    deciding, instructs = request is not None, supervision.is_his_to_instruct(desk.actor, matter)
    return _card(matter, due, facts, verb=_verb(held), deciding=deciding, instructs=instructs)


def _request(request: Extension, today: date) -> list[tuple[Title, str]]:
    asked = {"name": request.asked_by.name, "day": short_date(local_day(request.asked_at), today)}
    return [
        (_("申请"), _("%(name)s，%(day)s") % asked),
        (_("延到"), f"{long_date(request.old_due, today)} → {long_date(request.new_due, today)}"),
        (_("理由"), request.reason),
    ]


def _instructed(actor: Actor, tab: str, today: date, cursor: str, before: str) -> Pile:
    stuck = tab == "stuck"
    counts = supervision.instructed_counts(actor, today)
    page = supervision.instructed(actor, stuck_on=today if stuck else None, cursor=cursor, before=before)
    parts = (
        Part("instructed", _("未办结"), counts.unfinished, not stuck),
        Part("stuck", TITLES["stuck"], counts.stuck, stuck),
    )
    calendar = workdays.calendar()
    cards = [_whereabouts(one, today, calendar) for one in page.rows]
    number = counts.stuck if stuck else counts.unfinished
    return Pile(tab, cards, page, number, parts)


def _whereabouts(one: supervision.Whereabouts, today: date, calendar: Calendar) -> Card:
    matter, directive = one.matter, one.matter.directive
    holder = one.holders[0] if one.holders else None
    state = str(registry.kind_called(matter.kind).state(matter.state))
    facts: list[tuple[Title, str]] = [
        (_("现在在"), _("、").join(_held_by(held) for held in one.holders) or "—")
    ]
    facts.append((_("到哪步"), _since(state, holder, today)))
    if directive.blocker and directive.blocked_since:
        days = (today - directive.blocked_since).days
        facts.append((_("卡在"), f"{Blocker(directive.blocker).label}{_('，')}{span_words(days)}"))
    elif matter.waits_for in (Waits.NOBODY, Waits.DECISION):
        facts.append((_("卡在"), str(Waits(matter.waits_for).label)))
    if directive.last_progress:
        facts.append((_("回告"), directive.last_progress))
    person = holder.holder_person if holder else None
    due = due_in_words(matter.current_due, today, calendar)
    phone, name = (person.mobile, person.name) if person else ("", "")
    return _card(matter, due, facts, phone=phone, holder=name, instructs=True)


def _held_by(held: Assignment) -> str:
    return " ".join(str(part) for part in (held.holder_unit, held.holder_person) if part)


def _since(state: str, holder: Assignment | None, today: date) -> str:
    if holder is None:
        return state
    days = (today - local_day(holder.received_at or holder.opened_at)).days
    return f"{state}{_('，')}{span_words(days)}" if days else state


def _notes(matter: Matter) -> list[str]:
    return registry.kind_called(matter.kind).notes(matter)


def _verb(held: Assignment) -> Title:
    return registry.kind_called(held.matter.kind).verb(held.role, held.matter.state)


def _card(
    matter: Matter,
    due: Due,
    facts: Sequence[tuple[Title, str]],
    *,
    verb: Title = "",
    deciding: bool = False,
    phone: str = "",
    holder: str = "",
    instructs: bool = False,
) -> Card:
    kind = registry.kind_called(matter.kind)
    mark = URGENCIES.get(Urgency(matter.urgency), "")
    url = kind.address(matter.pk)
    shown = (matter.pk, matter.title, url, kind.title, kind.icon, mark, due, facts)
    return Card(*shown, verb, deciding, phone, holder, instructs)
