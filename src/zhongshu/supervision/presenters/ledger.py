"""One page of the ledger: its lines, how many there are, what can be done to them, and the filters above."""

from datetime import date
from typing import Any, NamedTuple

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.paging import Page, Total
from zhongshu.kernel.told import Told, column
from zhongshu.matters.models import Matter
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import figures, policies, queries
from zhongshu.supervision.presenters.asked import Asked
from zhongshu.supervision.presenters.ledger_rows import Row, Teller, line
from zhongshu.supervision.presenters.saved_filters import named
from zhongshu.supervision.queries import Filter
from zhongshu.ui import parts
from zhongshu.ui.addresses import fixed
from zhongshu.ui.encoded import Encoded

EVERYTHING = Filter()


class Kept(NamedTuple):
    """A filter with a name; ``whose`` is who shares it, "" for one's own."""

    name: str
    url: str
    number: str
    whose: str
    is_current: bool


class Around(NamedTuple):
    """What stands around the rows, but for the filters; drawn once for these values and the address.

    ``turns``  the page without its rows;  ``is_timed``  the rows tell the days that a stage took.
    """

    said: str
    canonical: str
    here: str
    counting: str
    more: bool
    beside: bool
    is_empty: bool
    turns: Page[Any]
    total: str
    is_uncounted: bool
    named: tuple[Kept, ...]
    is_unnamed: bool
    supervises: bool
    deeds: tuple[parts.Deed, ...]
    units: tuple[str, ...]
    is_timed: bool


class Ledger:
    """One page of the ledger for ``actor``: what was ``asked`` and what was ``found``."""

    def __init__(self, actor: Actor, asked: Asked, found: Page[Told[Matter]], today: date) -> None:
        self.actor, self.asked, self.found, self.today = actor, asked, found, today

    @property
    def around(self) -> Around:
        """What stands around the rows."""
        asked, found = self.asked, self.found
        total = self._total if found.rows else None
        return Around(
            asked.said, asked.canonical, asked.here, asked.counting, asked.more, asked.beside,
            not found.rows, found.turns, _in_words(total), bool(total and total.more), self.named, self.unnamed,
            self.supervises, self.deeds, self.units if asked.more else (), bool(asked.narrowed.lingered),
        )  # fmt: skip

    @property
    def printed(self) -> list[Row]:
        """The rows as they are printed: with who supports, and the leader in charge."""
        found = [told.made() for told in self.found.rows]
        support, teller = (
            queries.support_of([one.pk for one in found]),
            Teller(self.today, workdays.calendar()),
        )
        beside = [{"support": support.get(one.pk, ""), "leader": one.directive.owner_name} for one in found]
        lingered = self.asked.narrowed.lingered
        return [teller.row(one, lingered) | more for one, more in zip(found, beside, strict=True)]

    @property
    def lines(self) -> Encoded:
        """The rows as they are drawn."""
        rows, calendar, boxes = self.found.rows, workdays.calendar(), bool(self.deeds)
        drawn, ticked, stage = line.of(rows), self.asked.ticked, self.asked.narrowed.lingered
        return Encoded.joined(
            [drawn(told, self.today, calendar, boxes, told[0] in ticked, stage) for told in rows]
        )

    @property
    def _total(self) -> Total | None:
        """How many the filter finds; None for the whole ledger, which nobody counts by reading.

        What is found by words is counted when that is asked for: it costs as much as the page itself.
        """
        found = self.found
        if not (found.next_cursor or found.previous_cursor):  # all of it is on this page
            return Total(len(found.rows))
        if self.asked.narrowed == EVERYTHING:
            return None
        if self.asked.narrowed.text and not self.asked.whole:
            return None if found.previous_cursor else Total(len(found.rows), more=True)
        if self.asked.whole:
            return Total(figures.count(self.actor, self.asked.narrowed, self.today))
        return figures.total(self.actor, self.asked.narrowed, self.today)

    @property
    def units(self) -> tuple[str, ...]:
        """Names to pick from: those of the units on this page."""
        return tuple(sorted({name or "" for name in column(self.found.rows, "lead_unit__short_name")}))

    @cached_property
    def named(self) -> tuple[Kept, ...]:
        """Filters with a name, one's own and shared ones."""
        found = named(self.actor, self.today, present=self.asked.canonical)
        return tuple([Kept(one.kept.name, one.url, one.count, one.whose, one.current) for one in found])

    @property
    def unnamed(self) -> bool:
        """Whether the filter as it stands can be kept under a name, and has none yet."""
        return (
            bool(self.asked.canonical)
            and not self.actor.admin_role
            and not any(one.is_current for one in self.named)
        )

    @cached_property
    def supervises(self) -> bool:
        return bool(policies.may_supervise(self.actor)) and not self.actor.admin_role

    @cached_property
    def deeds(self) -> tuple[parts.Deed, ...]:
        """What can be done to the ticked rows."""
        if not self.supervises:
            return ()
        sure = _("向已选的 {n} 件事项的承办单位各发一次催办？")
        return (parts.Deed(_("催办"), fixed("supervision:reminders"), primary=True, confirm=sure),)


def _in_words(total: Total | None) -> str:
    """How many the filter finds; "" where nothing is said of it."""
    if total is None:
        return ""
    return (_("%(n)s 件以上") if total.more else _("共 %(n)s 件")) % {"n": total.number}
