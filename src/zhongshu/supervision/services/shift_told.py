"""A new table of workdays moved dates: those who hold the matters are told, and those who handed them out."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.matters.models import Assignment, Role, stream_of
from zhongshu.org import queries as org
from zhongshu.platform.notify import services as notify
from zhongshu.platform.workdays.registry import CalendarChange
from zhongshu.supervision.services.shifting import Dated, Shift

HELD = (Role.LEAD, Role.SUPPORT)


@dataclass(slots=True)
class Told:
    """One line for each person, however many of the dates that concern him moved (rule D-26)."""

    change: CalendarChange
    moved: dict[int, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    first: dict[int, tuple[Dated, date]] = field(default_factory=dict)
    known: dict[int, set[int]] = field(default_factory=dict)

    def remember(self, some: list[Dated], shift: Shift) -> None:
        """``some`` went to one day: who holds them, for the lead and beside it, who handed them out, and at whose desk."""
        concerned = defaultdict[int, set[int]](set)
        held = Assignment.objects.filter(
            matter_id__in=[one.pk for one in some], done_at=None, role__in=HELD
        ).values_list("matter_id", "holder_unit_id", "holder_person_id")
        for pk, unit_id, person_id in held:
            concerned[pk] |= {person_id} if person_id else self._receivers(unit_id)
        for one in some:
            theirs = concerned[one.pk] | self._receivers(one.lead_unit_id)
            gave = {one.drafter_id} if one.drafter_id else set[int]()
            for person_id in theirs | gave | self._receivers(one.unit_id):
                self.first.setdefault(person_id, (one, shift.day))
                self.moved[person_id][person_id not in theirs] += 1

    def tell(self) -> None:
        """A matter alone is named; of several, how many there are, and the list that holds them."""
        for person_id, (held, handed_out) in self.moved.items():
            matter, day = self.first[person_id]
            alone, n = held + handed_out == 1, held + handed_out
            facts = {"day": day, "title": matter.title, "n": n}
            one = on_record("按新公布的放假安排，办结时限改为%(day)s：%(title)s") % facts
            many = on_record("按新公布的放假安排，您经手的 %(n)s 件事项的办结时限有调整") % facts
            address = reverse("supervision:directive", args=[matter.pk])
            listed = reverse("supervision:ledger") + ("?scope=ours" if held else "")
            notify.tell(
                person_id=person_id,
                subject=stream_of(matter.pk) if alone else f"workdays:{self.change.year}",
                text=one if alone else many,
                url=address if alone else listed,
                at=self.change.at,
            )

    def _receivers(self, unit_id: int | None) -> set[int]:
        """Who hears what comes to the unit; asked once for each."""
        if unit_id is None:
            return set()
        if unit_id not in self.known:
            people = org.receivers(unit_id, local_day(self.change.at))
            self.known[unit_id] = {one.pk for one in people}
        return self.known[unit_id]
