"""The map of powers over money (廉政风险点): who holds which, which never meet, who could move money alone."""

from dataclasses import dataclass
from datetime import date

from zhongshu.approvals import queries as approvals
from zhongshu.approvals.grammar import INCOMPATIBLE, Pair, Power
from zhongshu.finance import policies
from zhongshu.finance.queries.claims import KINDS
from zhongshu.kernel.actors import Actor
from zhongshu.org import queries as org
from zhongshu.org.models import Person

MOVES = (Power.APPROVE, Power.PAY)


@dataclass(frozen=True, slots=True)
class Row:
    """One person: his posts, the powers he can come to exercise over money, the pairs among them that clash, since when."""

    person: Person
    posts: tuple[str, ...]
    powers: frozenset[str]
    clashes: tuple[Pair, ...]
    since: date

    @property
    def moves_money_alone(self) -> bool:
        """Whether he could approve and pay one paper: the house must have nobody of whom this is true."""
        return all(power in self.powers for power in MOVES)


@dataclass(frozen=True, slots=True)
class DutyMatrix:
    """All who have a part in money, and the powers that occur, in the order of a paper's life.

    ``notes`` tell whose own claims would find nobody to take over from him.
    """

    rows: tuple[Row, ...]
    powers: tuple[str, ...]
    notes: tuple[str, ...] = ()

    @property
    def alone(self) -> tuple[Row, ...]:
        """Who could move money alone; empty as it must be."""
        return tuple(row for row in self.rows if row.moves_money_alone)


def duty_matrix(actor: Actor, today: date) -> DutyMatrix:
    """The map for ``actor``'s organs today, from the routes in force along which money goes.

    For who watches money.
    """
    policies.may_watch(actor).require()
    held: dict[int, set[str]] = {}
    notes: dict[str, None] = {}
    for route in approvals.routes().filter(kind__in=KINDS, current__isnull=False, withdrawn_at__isnull=True):
        for person_id, powers in approvals.powers_along(route, today).items():
            held.setdefault(person_id, set()).update(powers)
        if route.current and (route.organ_id in actor.organ_ids or actor.is_system):
            told = approvals.notes_of(route.current.plan, route.organ_id, today)
            notes |= {f"{route.title}：{note.story}": None for note in told}
    appointments = org.appointments_on(held, today)
    posts: dict[int, list[str]] = {}
    people: dict[int, Person] = {}
    since: dict[int, date] = {}
    for one in appointments.select_related("person", "post__unit"):
        if one.post.unit.organ_id in actor.organ_ids or actor.is_system:
            posts.setdefault(one.person_id, []).append(f"{one.post.unit.short_name} {one.post.title}")
            people[one.person_id] = one.person
            since[one.person_id] = min(since.get(one.person_id, one.starts_on), one.starts_on)
    rows = tuple(
        Row(people[pk], tuple(posts[pk]), frozenset(held[pk]), _clashes(held[pk]), since[pk])
        for pk in sorted(people)
    )
    seen = {power for row in rows for power in row.powers}
    return DutyMatrix(rows, tuple(power for power in Power if power and power in seen), tuple(notes))


def _clashes(powers: set[str]) -> tuple[Pair, ...]:
    return tuple(pair for pair in INCOMPATIBLE if pair.one in powers and pair.other in powers)
