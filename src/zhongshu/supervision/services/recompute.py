"""A new table of workdays came in: every open date is worked out again (TV-15), some hundred at a time."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.matters import services as matters
from zhongshu.matters.models import Group, Matter, stream_of
from zhongshu.org import queries as org
from zhongshu.platform.journal import services as journal
from zhongshu.platform.notify import services as notify
from zhongshu.platform.workdays.registry import CalendarChange
from zhongshu.supervision.models import Directive
from zhongshu.supervision.services.downwards import pull_parts_in
from zhongshu.supervision.services.shifting import COLUMNS, Dated, Reckoner, Shift, shifted

BATCH = 1000


@dataclass(slots=True)
class Told:
    """What a unit is told at the end: how many dates moved, and one of them."""

    moved: int = 0
    example: Dated | None = None


@dataclass(slots=True)
class Batch:
    """What becomes of some matters: those that go to one day together are moved together."""

    change: CalendarChange
    moves: dict[Shift, list[Dated]] = field(default_factory=lambda: defaultdict(list))
    flags: dict[bool, list[int]] = field(default_factory=lambda: defaultdict(list))

    def take(self, matter: Dated, shift: Shift) -> None:
        """Note where the date of ``matter`` goes; one that stays may still become certain, or uncertain."""
        if shift.day != matter.current_due:
            self.moves[shift].append(matter)
        elif shift.provisional != matter.due_is_provisional:
            self.flags[shift.provisional].append(matter.pk)

    def carry_out(self, units: dict[int, Told]) -> int:
        """Write what was noted, with its trail; how many dates moved."""
        for provisional, ids in self.flags.items():
            Matter.objects.filter(pk__in=ids).update(due_is_provisional=provisional)
        lines: list[tuple[str, dict[str, object]]] = []
        for shift, some in self.moves.items():
            self._move(shift, some)
            lines += [(stream_of(one.pk), self._facts(one, shift)) for one in some]
            _remember(some, shift, units)
        change = self.change
        journal.record_many(lines, verb="supervision.recomputed", actor=change.actor, at=change.at)
        return len(lines)

    def _move(self, shift: Shift, some: list[Dated]) -> None:
        light = matters.light_on(local_day(self.change.at), shift.day)
        facts = {"current_due": shift.day, "due_is_provisional": shift.provisional, "light": light}
        first = [one.pk for one in some if one.is_first_date]
        later = [one.pk for one in some if not one.is_first_date]
        Matter.objects.filter(pk__in=first).update(original_due=shift.day, **facts)
        Matter.objects.filter(pk__in=later).update(**facts)
        matters.redate_many([*first, *later], shift.day)

    def _facts(self, matter: Dated, shift: Shift) -> dict[str, object]:
        old, new = matter.current_due.isoformat(), shift.day.isoformat()
        return {"old": old, "new": new, "number": matter.number, "notice": self.change.notice}


def recompute(change: CalendarChange) -> int:
    """Work out every open date that the table of ``change.year`` can reach; how many moved.

    A notice names no day before the December before its year, so no earlier date can move.
    Part of the import of the table: its transaction, its actor, its moment.
    """
    reckoner, units, moved = Reckoner(change.before, change.after), defaultdict[int, Told](Told), 0
    for some in _reached(change):
        batch = Batch(change)
        for one in some:
            batch.take(one, shifted(one, reckoner))
        moved += batch.carry_out(units)
        change.step(len(some))
    _tell(units, change)
    pull_parts_in(actor=change.actor, at=change.at)
    return moved


def reached(year: int) -> int:
    """How many open dates a table of ``year`` makes us work out."""
    return _within_reach(year).count()


def _within_reach(year: int) -> QuerySet[Directive]:
    return Directive.objects.filter(matter__group=Group.OPEN, matter__current_due__gte=date(year - 1, 12, 1))


def _reached(change: CalendarChange) -> Iterator[list[Dated]]:
    last = 0
    reached = _within_reach(change.year).select_for_update().order_by("pk").values_list(*COLUMNS)
    while some := [Dated(*row) for row in reached.filter(pk__gt=last)[:BATCH]]:
        yield some
        last = some[-1].pk


def _remember(some: list[Dated], shift: Shift, units: dict[int, Told]) -> None:
    for one in some:
        if one.lead_unit_id is not None:
            told = units[one.lead_unit_id]
            told.moved += 1
            told.example = told.example or one._replace(current_due=shift.day)


def _tell(units: dict[int, Told], change: CalendarChange) -> None:
    """One line for each unit, however many of its dates moved (rule D-26)."""
    for unit_id, told in units.items():
        assert told.example is not None
        matter, alone = told.example, told.moved == 1
        facts = {"day": matter.current_due, "title": matter.title, "n": told.moved}
        one = on_record("按新公布的放假安排，办结时限改为%(day)s：%(title)s") % facts
        many = on_record("按新公布的放假安排，本单位 %(n)s 件事项的办结时限有调整") % facts
        address = reverse("supervision:directive", args=[matter.pk])
        for person in org.receivers(unit_id, local_day(change.at)):
            notify.tell(
                person_id=person.pk,
                subject=stream_of(matter.pk) if alone else f"workdays:{change.year}",
                text=one if alone else many,
                url=address if alone else reverse("supervision:ledger") + "?scope=ours",
                at=change.at,
            )
