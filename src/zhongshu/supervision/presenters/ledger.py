"""Rows of the ledger as plain dicts, every word and date ready, nothing asked per row; as lines of the page each drawn once."""

from datetime import date
from functools import cache, cached_property
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.paging import Page, Total
from zhongshu.kernel.told import Told
from zhongshu.kernel.worktime import Calendar
from zhongshu.matters.models import Group, Matter, Urgency
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import policies, queries
from zhongshu.supervision.forms.ledger import FilterForm
from zhongshu.supervision.models import Blocker, State
from zhongshu.supervision.presenters.directive import STATUS
from zhongshu.supervision.presenters.saved_filters import Named, named
from zhongshu.supervision.queries import Filter
from zhongshu.ui import parts
from zhongshu.ui.addresses import numbered
from zhongshu.ui.drawn import draw, drawn_once
from zhongshu.ui.querystrings import changed
from zhongshu.ui.wording import short_date

Row = dict[str, Any]
UNDER_WAY = (State.DISPATCHED, State.UNDERTAKING)


class Words:
    """Every word of a row, in the language in which it is made."""

    def __init__(self) -> None:
        self.states = {state.value: (str(state.label), STATUS[state]) for state in State}
        self.blockers = {one.value: str(one.label) for one in Blocker if one.value}
        self.urgencies = {Urgency.URGENT.value: _("加急"), Urgency.EXTRA_URGENT.value: _("特急")}
        self.light_words = {"late": _("逾期"), "soon": _("临期")}
        self.late_days, self.due_today, self.left_days = _("逾期 %d 天"), _("今天到期"), _("还有 %d 个工作日")
        self.stands, self.provisional = _("中止计时"), _("（暂定）")
        self.ended, self.none_yet = _("%s 结"), _("还没有回告")


@cache
def _words(language: str | None) -> Words:
    """Those of the ``language`` in use."""
    return Words()


class Teller:
    """Tells matters as rows on one day, with every word translated beforehand."""

    def __init__(self, today: date, calendar: Calendar) -> None:
        self.today, self.calendar, self.words = today, calendar, _words(get_language())

    def row(self, matter: Matter) -> Row:
        """One matter."""
        words, directive = self.words, matter.directive
        due, original = matter.current_due, matter.original_due
        word, code = words.states[matter.state]
        left, tone = self._left(matter)
        sub = ""
        if tone and matter.state in UNDER_WAY:
            word, code, sub = words.light_words[tone], tone, word
        said = directive.last_progress_at
        return {
            "ref": matter.pk,
            "url": numbered("supervision:directive", matter.pk),
            "number": matter.number,
            "title": matter.title,
            "source": directive.source_title,
            "ended": directive.ended_reason,
            "urgency": words.urgencies.get(matter.urgency, ""),
            "state": code,
            "word": word,
            "sub": sub,
            "unit": matter.lead_unit.short_name if matter.lead_unit else "",
            "blocker": words.blockers.get(directive.blocker, ""),
            "said_on": short_date(local_day(said), self.today) if said else "",
            "said": directive.last_progress if said else words.none_yet,
            "due": short_date(due, self.today) if due and matter.state != State.FOR_READING else "",
            "unsure": words.provisional if matter.due_is_provisional and matter.group == Group.OPEN else "",
            "left": left,
            "tone": tone,
            "original": short_date(original, self.today) if original and original != due else "",
        }

    def _left(self, matter: Matter) -> tuple[str, str]:
        """How far the date is, and its tone."""
        words, due = self.words, matter.current_due
        if matter.group != Group.OPEN or due is None:
            ended = matter.closed_at
            return (words.ended % short_date(local_day(ended), self.today) if ended else ""), ""
        if matter.stopped_on:
            return words.stands, ""
        days = (due - self.today).days
        if days < 0:
            return words.late_days % -days, "late"
        working = self.calendar.count(self.today, due)
        return (words.left_days % working if days else words.due_today), ("soon" if working <= 3 else "")


@drawn_once(most=2000)
def line(row: Told[Matter], today: date, calendar: Calendar, boxes: bool, ticked: bool) -> SafeString:
    """A row of the table, with a box to tick where there are ``boxes``."""
    said = Teller(today, calendar).row(row.made())
    return draw("supervision/_row.html", row=said, boxes=boxes, ticked=ticked)


class Ledger:
    """One page of the ledger for ``actor``."""

    def __init__(
        self, actor: Actor, found: Page[Told[Matter]], form: FilterForm, today: date, query: QueryDict
    ) -> None:
        self.actor, self.found, self.narrowed, self.today = actor, found, form.narrowed(), today
        self.present = form.canonical
        self.wants_more, self.wants_count = "more" in query, "count" in query
        self.ticked = frozenset(int(one) for one in query.getlist("ticked") if one.isdecimal())

    @property
    def rows(self) -> list[Row]:
        teller = Teller(self.today, workdays.calendar())
        return [teller.row(told.made()) for told in self.found.rows]

    @property
    def lines(self) -> list[SafeString]:
        """The rows as they are drawn."""
        rows, calendar, boxes = self.found.rows, workdays.calendar(), bool(self.deeds)
        drawn = line.of(rows)
        return [drawn(told, self.today, calendar, boxes, told.pk in self.ticked) for told in rows]

    @property
    def total(self) -> str:
        """How many the filter finds, in words; "" where nothing is said of it."""
        found = self._total
        if found is None:
            return ""
        return (_("%(n)s 件以上") if found.more else _("共 %(n)s 件")) % {"n": found.number}

    @property
    def uncounted(self) -> bool:
        """Whether the exact number is left out until somebody asks for it."""
        return bool(self._total and self._total.more)

    @cached_property
    def _total(self) -> Total | None:
        """How many the filter finds; None for the whole ledger, which nobody counts by reading.

        What is found by words is counted when that is asked for: it costs as much as the page itself.
        """
        found = self.found
        if not (found.next_cursor or found.previous_cursor):  # all of it is on this page
            return Total(len(found.rows))
        if self.narrowed == Filter():
            return None
        if self.narrowed.text and not self.wants_count:
            return None if found.previous_cursor else Total(len(found.rows), more=True)
        return queries.total(self.actor, self.narrowed, today=self.today, whole=self.wants_count)

    @property
    def units(self) -> list[str]:
        """Names to pick from: the units on this page."""
        return sorted({told.told("lead_unit__short_name") or "" for told in self.found.rows})

    @cached_property
    def named(self) -> list[Named]:
        """Filters with a name, one's own and shared ones."""
        return named(self.actor, self.today, present=self.present)

    @property
    def unnamed(self) -> bool:
        """Whether the filter as it stands can be kept under a name, and has none yet."""
        return bool(self.present) and not self.actor.admin_role and not any(one.current for one in self.named)

    @property
    def more(self) -> bool:
        """Whether the further conditions stand open: asked for, or one of them is set."""
        narrowed = self.narrowed
        set_now = (narrowed.waits, narrowed.unit_id, narrowed.origin, narrowed.due_from, narrowed.due_to)
        return self.wants_more or any(set_now)

    @cached_property
    def supervises(self) -> bool:
        return bool(policies.may_supervise(self.actor)) and not self.actor.admin_role

    @cached_property
    def deeds(self) -> list[parts.Deed]:
        """What can be done to the ticked rows."""
        if not self.supervises:
            return []
        sure = _("向已选的 {n} 件事项的承办单位各发一次催办？")
        return [parts.Deed(_("催办"), reverse("supervision:reminders"), primary=True, confirm=sure)]

    @property
    def tabs(self) -> list[parts.Tab]:
        """在办, 我单位承办, 已结, 转阅."""
        bare, narrowed = QueryDict(), self.narrowed
        reading = narrowed.state == State.FOR_READING
        return [
            parts.Tab(_("在办"), "?", current=not (narrowed.closed or narrowed.scope)),
            parts.Tab(_("我单位承办"), changed(bare, {"scope": "ours"}), current=narrowed.scope == "ours"),
            parts.Tab(_("已结"), changed(bare, {"closed": "1"}), current=narrowed.closed and not reading),
            parts.Tab(_("转阅"), changed(bare, {"state": State.FOR_READING.value}), current=reading),
        ]

    @property
    def chips(self) -> list[parts.Chip]:
        """The usual filters, one press each."""
        return [
            parts.Chip(_("逾期"), "late", "1", state="late"),
            parts.Chip(_("临期"), "soon", "1", state="soon"),
            parts.Chip(_("待签收"), "state", State.DISPATCHED, state="todo"),
            parts.Chip(_("待审核"), "state", State.REVIEWING, state="review"),
            parts.Chip(_("有风险"), "risk", "1", state="soon"),
            parts.Chip(_("本期未报"), "unreported", "1", state="todo"),
        ]
