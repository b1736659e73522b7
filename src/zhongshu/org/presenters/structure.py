"""What the pages of a unit and a person show, in ready words."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.org import deeds, policies, queries
from zhongshu.org.models import Appointment, Duty, Grade, Kinship, Person, Post, Unit, UnitAlias
from zhongshu.platform.journal.telling import events
from zhongshu.ui.parts import Event


@dataclass(frozen=True, slots=True)
class Seat:
    """A post with its duties in words, who holds it today, and the address of changing it ("" if not allowed)."""

    post: Post
    duties: str
    holders: list[Person]
    change: str


class UnitPage:
    """A unit as ``actor`` sees it at ``at``."""

    def __init__(self, actor: Actor, unit: Unit, at: datetime) -> None:
        self.actor, self.unit, self.day = actor, unit, local_day(at)

    @cached_property
    def may(self) -> bool:
        """Whether this person may change the unit."""
        return bool(policies.may_keep(self.actor, self.unit)) and self.unit.closed_on is None

    @cached_property
    def deeds(self) -> list[tuple[deeds.Deed, str]]:
        kinds = ("unit",) if self.unit.is_organ else ("unit", "section")
        return (
            [one for kind in kinds for one in deeds.offered(self.actor, kind, self.unit.pk)]
            if self.may
            else []
        )

    @cached_property
    def seats(self) -> list[Seat]:
        """Posts in their order with today's holders."""
        held: dict[int, list[Person]] = {}
        for one in queries.people_of(self.unit, self.day):
            held.setdefault(one.post_id, []).append(one.person)
        return [self._seat(post, held.get(post.pk, [])) for post in queries.posts_of(self.unit)]

    def _seat(self, post: Post, holders: list[Person]) -> Seat:
        change = next(deeds.address(deed, post.pk) for deed in deeds.DEEDS if deed.subject == "post")
        return Seat(post, words_of(post), holders, change if self.may else "")

    @cached_property
    def away(self) -> set[int]:
        """Ids of the people shown who are on leave today."""
        return queries.away([person.pk for seat in self.seats for person in seat.holders], self.day)

    @cached_property
    def aliases(self) -> list[UnitAlias]:
        return queries.aliases_of(self.unit)

    @cached_property
    def children(self) -> list[Unit]:
        return list(queries.open_units().filter(parent=self.unit).order_by("order", "id"))

    @cached_property
    def events(self) -> list[Event]:
        return events(queries.history(f"unit:{self.unit.pk}"), self.day)


class PersonPage:
    """A person as ``actor`` sees him at ``at``. Reasons of leave and telephone numbers are not for everybody (G-10)."""

    def __init__(self, actor: Actor, person: Person, at: datetime) -> None:
        self.actor, self.person, self.day = actor, person, local_day(at)

    @cached_property
    def keeps(self) -> bool:
        return bool(policies.may_keep_person(self.actor, self.person)) and self.person.left_on is None

    @cached_property
    def is_close(self) -> bool:
        """Whether the telephone number is shown: to oneself, the keeper and colleagues of the organ."""
        organs = {queries.organ_of(one.post.unit) for one in self.appointments}
        return self.keeps or self.person.pk in self.actor.seats or bool(organs & self.actor.organ_ids)

    @cached_property
    def sees_reasons(self) -> bool:
        return self.keeps or self.person.pk == self.actor.person_id

    @cached_property
    def deeds(self) -> list[tuple[deeds.Deed, str]]:
        kinds = ("person", "absent") if self.keeps else ()
        return [one for kind in kinds for one in deeds.offered(self.actor, kind, self.person.pk)]

    @cached_property
    def appointments(self) -> list[Appointment]:
        return queries.appointments_of(self.person.pk)

    @cached_property
    def posts(self) -> list[tuple[Appointment, str, str]]:
        """Appointments with the duties in words and the address of ending them."""
        end = next(deed for deed in deeds.DEEDS if deed.subject == "appointment")
        return [
            (one, words_of(one.post), deeds.address(end, one.pk) if self.keeps and self._runs(one) else "")
            for one in self.appointments
        ]

    def _runs(self, appointment: Appointment) -> bool:
        return appointment.ends_on is None or appointment.ends_on >= self.day

    @cached_property
    def absences(self) -> tuple[list[object], list[object], list[object]]:
        leaves, by, to = queries.absences(self.person.pk, self.day)
        return list(leaves), list(by), list(to)

    @property
    def grade(self) -> str:
        """His grade today in a word; "" where none is on record."""
        ranks = queries.ranks_of(self.person.pk) if self.is_close else []
        return str(Grade(queries.grade_on(ranks, self.day)).label) if ranks else ""

    @cached_property
    def kin(self) -> list[tuple[Kinship, Person, str]] | None:
        """Declared relations, to whom, and the address of ending each; None for whom they do not concern."""
        if not policies.may_see_kin(self.actor, self.person):
            return None
        end = next(deed for deed in deeds.DEEDS if deed.subject == "kinship")
        return [
            (
                one,
                one.other(self.person.pk),
                deeds.address(end, one.pk) if policies.may_end_kinship(self.actor, one) else "",
            )
            for one in queries.kinships_of(self.person.pk)
        ]

    @cached_property
    def declare(self) -> str:
        """Where his relatives are declared; "" for whom that is not to do."""
        found = [] if self.person.left_on else deeds.offered(self.actor, "kin", self.person.pk)
        return found[0][1] if found else ""

    @cached_property
    def events(self) -> list[Event]:
        kept = (policies.may_keep(self.actor, one.post.unit) for one in self.appointments)
        if not self.sees_reasons and not (self.person.left_on and any(kept)):
            return []
        return events(queries.history(f"person:{self.person.pk}"), self.day)


def words_of(post: Post) -> str:
    """The duties of a post, as a list in words."""
    return _("、").join(str(Duty(code).label) for code in post.duties)
