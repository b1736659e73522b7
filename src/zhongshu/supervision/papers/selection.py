"""The rows of the ledger that a paper is about, and their figures: those of the list, because they are its rows."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.worktime import Calendar
from zhongshu.matters import services as matters
from zhongshu.matters.models import Matter
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import queries
from zhongshu.supervision.queries import Filter

MOST_ROWS = 300
_DAYS = ("due_from", "due_to", "ended_from")


@dataclass(frozen=True)
class Selection:
    """Matters in the order of the ledger, as they stand ``today``."""

    matters: tuple[Matter, ...]
    today: date
    calendar: Calendar

    @cached_property
    def late(self) -> tuple[Matter, ...]:
        """Open matters whose date has passed."""
        return tuple(
            one for one in self.matters if one.is_open and one.current_due and one.current_due < self.today
        )

    @cached_property
    def soon(self) -> tuple[Matter, ...]:
        """Open matters whose date is near (rule D-23)."""
        edge = matters.yellow_until(self.today, self.calendar)
        return tuple(
            one
            for one in self.matters
            if one.is_open and one.current_due and self.today <= one.current_due <= edge
        )

    @property
    def units(self) -> list[str]:
        """Lead units in the order of the directory: never by how they do."""
        found = {one.lead_unit for one in self.matters if one.lead_unit}
        return [unit.short_name for unit in sorted(found, key=lambda unit: (unit.order, unit.path))]

    def days_late(self, matter: Matter) -> int:
        """Working days past the date."""
        return self.calendar.count(matter.current_due, self.today) if matter.current_due else 0

    def of_unit(self, name: str) -> "Selection":
        """The part that one unit leads."""
        mine = (one for one in self.matters if one.lead_unit and one.lead_unit.short_name == name)
        return Selection(tuple(mine), self.today, self.calendar)


def selected(actor: Actor, narrowed: Filter, *, today: date) -> Selection:
    """What ``actor`` sees in the ledger under this filter; refused where it is nothing, or too much for a paper."""
    page = queries.ledger(actor, narrowed, today=today, size=MOST_ROWS)
    if not page.rows:
        raise Refusal("nothing_selected", _("没有符合条件的事项，不能成文。"), hint=_("请换个条件再试。"))
    if page.next_cursor:
        raise Refusal(
            "too_much_selected",
            _("符合条件的事项超过 %(most)s 件，一份文书列不下。") % {"most": MOST_ROWS},
            hint=_("请缩小范围，例如只选逾期的，或只选一个单位。"),
        )
    ids = [one.pk for one in page.rows]
    whole = Matter.objects.select_related("lead_unit", "directive").in_bulk(ids)
    return Selection(tuple(whole[pk] for pk in ids), today, workdays.calendar())


def kept(narrowed: Filter) -> dict[str, Any]:
    """A filter as JSON; what is not set is left out."""
    told = {name: value for name, value in asdict(narrowed).items() if value}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in told.items()}


def filter_of(told: Mapping[str, Any]) -> Filter:
    """The filter that ``kept`` wrote."""
    given: dict[str, Any] = {
        **told,
        **{name: date.fromisoformat(told[name]) for name in _DAYS if name in told},
    }
    return Filter(**given)
