"""A new table of workdays came in: every open date is worked out again (TV-15), some hundred at a time."""

from array import array
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet

from zhongshu.kernel.clock import local_day
from zhongshu.matters import services as matters
from zhongshu.matters.models import Group, Light, Matter, stream_of
from zhongshu.platform.journal import services as journal
from zhongshu.platform.workdays.registry import CalendarChange
from zhongshu.supervision.models import Directive
from zhongshu.supervision.services.downwards import pull_parts_in
from zhongshu.supervision.services.shift_told import Told
from zhongshu.supervision.services.shifting import COLUMNS, Dated, Reckoner, Shift, shifted
from zhongshu.supervision.services.stops import Stops

BATCH = 1000


@dataclass(slots=True)
class Batch:
    """What becomes of some matters: those that go to one day together are moved together."""

    change: CalendarChange
    moves: dict[Shift, list[Dated]] = field(default_factory=lambda: defaultdict(list))
    flags: dict[bool, list[int]] = field(default_factory=lambda: defaultdict(list))

    def take(self, matter: Dated, shift: Shift) -> None:
        """Note where the date of ``matter`` goes; one that stays may still become certain, or uncertain."""
        if (shift.day, shift.original) != (matter.current_due, matter.original_due):
            self.moves[shift].append(matter)
        elif shift.provisional != matter.due_is_provisional:
            self.flags[shift.provisional].append(matter.pk)

    def carry_out(self, told: Told) -> int:
        """Write what was noted, with its trail; how many dates moved."""
        for provisional, ids in self.flags.items():
            Matter.objects.filter(pk__in=ids).update(due_is_provisional=provisional)
        lines: list[tuple[str, dict[str, object]]] = []
        for shift, some in self.moves.items():
            self._move(shift, some)
            lines += [(stream_of(one.pk), self._facts(one, shift)) for one in some]
            told.remember(some, shift)
        change = self.change
        journal.record_many(lines, verb="supervision.recomputed", actor=change.actor, at=change.at)
        return len(lines)

    def _move(self, shift: Shift, some: list[Dated]) -> None:
        ids = [one.pk for one in some]
        light = Light.GREY if shift.stands else matters.light_on(local_day(self.change.at), shift.day)
        facts = {"current_due": shift.day, "due_is_provisional": shift.provisional, "light": light}
        Matter.objects.filter(pk__in=ids).update(original_due=shift.original, **facts)
        if not shift.stands:
            matters.redate_many(ids, shift.day)

    def _facts(self, matter: Dated, shift: Shift) -> dict[str, object]:
        """The date that moved; where an extension holds it, only the first one did."""
        only_first = shift.day == matter.current_due
        old, new = (matter.original_due, shift.original) if only_first else (matter.current_due, shift.day)
        told = {"old": old.isoformat(), "new": new.isoformat(), "number": matter.number}
        return told | {"notice": self.change.notice, "first": only_first}


def recompute(change: CalendarChange) -> int:
    """Work out every open date that the table of ``change.year`` can reach; how many moved.

    A notice names no day before the December before its year, so no earlier date can move.
    Part of the import of the table: its transaction, its actor, its moment.
    """
    reckoner, told, moved = Reckoner(change.before, change.after), Told(change), 0
    for some in _reached(change):
        batch, stops = Batch(change), Stops([one.pk for one in some])
        for one in some:
            batch.take(one, shifted(one, reckoner, stops))
        stops.keep()
        moved += batch.carry_out(told)
        change.step(len(some))
    told.tell()
    pull_parts_in(actor=change.actor, at=change.at)
    return moved


def reached(year: int) -> int:
    """How many open dates a table of ``year`` makes us work out."""
    return _within_reach(year).count()


def _within_reach(year: int) -> QuerySet[Directive]:
    return Directive.objects.filter(matter__group=Group.OPEN, matter__current_due__gte=date(year - 1, 12, 1))


def _reached(change: CalendarChange) -> Iterator[list[Dated]]:
    """What the table can reach, some at a time and held; which those are is asked once, as it takes a look at every one."""
    found = _within_reach(change.year).order_by("pk").values_list("pk", flat=True)
    keys = array("q", found.iterator())
    for first in range(0, len(keys), BATCH):
        held = _within_reach(change.year).select_for_update().filter(pk__in=keys[first : first + BATCH])
        yield [Dated(*row) for row in held.order_by("pk").values_list(*COLUMNS)]
