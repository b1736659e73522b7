"""The map of powers over money (廉政风险点): who holds which, which never meet, who could move money alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from zhongshu.approvals import queries as approvals
from zhongshu.approvals.grammar import INCOMPATIBLE, Pair, Power
from zhongshu.finance import policies
from zhongshu.finance.queries.claims import KINDS
from zhongshu.kernel.actors import Actor
from zhongshu.org import queries as org
from zhongshu.org.models import Appointment, Duty, Person

MOVES = (Power.APPROVE, Power.PAY)
BESIDE = (Duty.KEEP_BUDGET, Duty.KEEP_SEAL_FINANCE, Duty.KEEP_SEAL_NAME)
"""What is carried beside the routes and money does not move without (F-01, F-02)."""


@dataclass(frozen=True, slots=True)
class Row:
    """One person: his posts, the powers he can come to exercise over money, the pairs among them that clash, since when.

    ``duties`` are those of BESIDE that his posts carry.
    """

    person: Person
    posts: tuple[str, ...]
    powers: frozenset[str]
    duties: frozenset[str]
    clashes: tuple[Pair, ...]
    since: date

    @property
    def moves_money_alone(self) -> bool:
        """Whether he could approve and pay one paper: the house must have nobody of whom this is true."""
        return all(power in self.powers for power in MOVES)


@dataclass(frozen=True, slots=True)
class DutyMatrix:
    """All who have a part in money, and the powers that occur, in the order of a paper's life; then budget and seals.

    ``notes`` tell whose own claims would find nobody to take over from him.
    """

    rows: tuple[Row, ...]
    powers: tuple[str, ...]
    duties: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def alone(self) -> tuple[Row, ...]:
        """Who could move money alone; empty as it must be."""
        return tuple(row for row in self.rows if row.moves_money_alone)


def duty_matrix(actor: Actor, today: date) -> DutyMatrix:
    """The map for ``actor``'s organs today: the routes in force along which money goes, the budget and the seals.

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
    rows = tuple(_rows(actor, today, held))
    seen = {power for row in rows for power in row.powers | row.duties}
    return DutyMatrix(
        rows,
        tuple(power for power in Power if power and power in seen),
        tuple(duty for duty in BESIDE if duty in seen),
        tuple(notes),
    )


def _rows(actor: Actor, today: date, held: Mapping[int, set[str]]) -> Iterator[Row]:
    """Everybody of ``actor``'s organs who exercises a power, or carries one of BESIDE."""
    own = actor.organ_ids
    kept = {one.person_id for organ_id in own for one in org.people_with(BESIDE, org.unit(organ_id), today)}
    found: dict[int, list[Appointment]] = {}
    appointments = org.appointments_on({*held, *kept}, today)
    for one in appointments.select_related("person", "post__unit"):
        if one.post.unit.organ_id in own or actor.is_system:
            found.setdefault(one.person_id, []).append(one)
    for person_id, posts in sorted(found.items()):
        powers = held.get(person_id, set())
        yield Row(
            person=posts[0].person,
            posts=tuple(f"{one.post.unit.short_name} {one.post.title}" for one in posts),
            powers=frozenset(powers),
            duties=frozenset(duty for one in posts for duty in one.post.duties if duty in BESIDE),
            clashes=_clashes(powers),
            since=min(one.starts_on for one in posts),
        )


def _clashes(powers: set[str]) -> tuple[Pair, ...]:
    return tuple(pair for pair in INCOMPATIBLE if pair.one in powers and pair.other in powers)
