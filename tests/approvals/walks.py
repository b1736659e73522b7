"""The laws of a walk, asked after every act; undoing what was refused; bringing any paper to its end."""

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from itertools import combinations
from typing import Any

from tests.approvals.routes import DRAFTER, Numbers, by, desks
from zhongshu.approvals import walking
from zhongshu.approvals.grammar import Power, clash
from zhongshu.approvals.grammar.powers import DECIDING
from zhongshu.approvals.models import LegState, Seat, SeatKind, SeatState, Status
from zhongshu.approvals.walking import Walk
from zhongshu.kernel.refusals import Refusal

OVER = (Status.APPROVED, Status.REFUSED, Status.VOID)


def check(walk: Walk) -> None:
    """The laws that hold after every act."""
    if walk.approval.status in OVER:
        assert not walk.live() and not [seat for seat in walk.seats if seat.is_undecided]
    else:
        _lies_somewhere(walk)
    assert not met(walk.hands), "the hands on record should never have met"
    assert not met(decided_by(walk)), "one person has decided in two incompatible seats"
    relatives = walk.casting.kin(DRAFTER)
    assert not [one for one, power in decided_by(walk) if one in relatives and power in DECIDING], (
        "kin decided"
    )


def _lies_somewhere(walk: Walk) -> None:
    live = walk.live()
    stages = Counter(leg.stage for leg in live)
    assert all(times == 1 for times in stages.values()), f"a stage is asked twice at once: {stages}"
    open_legs = [leg for leg in live if leg.state == LegState.OPEN]
    assert open_legs, "a running paper lies on nobody's desk"
    for leg in open_legs:
        seats = [seat for seat in walk.seats_of(leg) if seat.state == SeatState.OPEN]
        assert seats, f"nobody can act in {leg.stage}"
        people = [seat.person_id for seat in walk.undecided(leg)]
        assert len(people) == len(set(people)), "a person is asked twice in one stage"
    for leg in live:
        if leg.state == LegState.PARKED:
            assert any(one.number == leg.parked_by for one in live), "parked for ever"


def decided_by(walk: Walk) -> set[tuple[int, str]]:
    """Who has had a hand in the paper with which power, read off its seats, whatever the walk has noted itself."""
    found = {(DRAFTER, Power.APPLY.value)}
    for seat in walk.seats:
        power = walk.power(walk.leg(seat.leg)).value
        found |= {(person, power) for person in (seat.decided_by_id, seat.acting_for_id) if person}
    return found


def met(hands: set[tuple[int, str]]) -> list[tuple[int, str, str]]:
    """Persons in whom two powers meet that never may."""
    held: dict[int, set[str]] = {}
    for person, power in hands:
        held.setdefault(person, set()).add(power)
    return [
        (person, one, other)
        for person, powers in held.items()
        for one, other in combinations(sorted(powers), 2)
        if clash(one, other)
    ]


@contextmanager
def tried(walk: Walk) -> Iterator[list[Refusal]]:
    """What is refused in here leaves no trace, as a rolled-back transaction; the refusal is in the list."""
    before, refused = snapshot(walk), list[Refusal]()
    try:
        yield refused
    except Refusal as refusal:
        refused.append(refusal)
        restore(walk, before)
    check(walk)


def snapshot(walk: Walk) -> dict[str, Any]:
    """What a rolled-back transaction brings back."""
    return {
        "approval": dict(walk.approval.__dict__),
        "legs": [(leg, dict(leg.__dict__)) for leg in walk.legs],
        "seats": [(seat, dict(seat.__dict__)) for seat in walk.seats],
        "hands": set(walk.hands),
        "values": walk.values,
    }


def restore(walk: Walk, kept: dict[str, Any]) -> None:
    walk.approval.__dict__.update(kept["approval"])
    for rows, name in ((kept["legs"], "legs"), (kept["seats"], "seats")):
        for row, values in rows:
            row.__dict__.update(values)
        setattr(walk, name, [row for row, _values in rows])
    walk.hands, walk.values = kept["hands"], kept["values"]


def finish(walk: Walk, dice: random.Random) -> None:
    """Whatever was done to it, a running paper can be brought to an end by the people who hold it."""
    if walk.approval.status == Status.SUSPENDED:
        walking.resume(walk, by(DRAFTER))
    for _step in range(300):
        if walk.approval.status != Status.RUNNING:
            return
        seat = dice.choice(desks(walk))
        with tried(walk) as refused:
            bring_on(walk, seat)
        if refused:
            walk.casting = Numbers(kinships={DRAFTER: walk.casting.kin(DRAFTER)})
            hand_to_somebody(walk, walk.seat(seat.number))
    raise AssertionError("the paper never ended")


def bring_on(walk: Walk, seat: Seat) -> None:
    actor = by(seat.person_id)
    if walk.leg(seat.leg).stage == walking.SUBMIT:
        walking.hand_in(walk, actor, {"amount": Decimal(50)})
    elif seat.kind == SeatKind.ADVICE:
        walking.advise(walk, seat, actor, "可以")
    else:
        walking.agree(walk, seat, actor)


def hand_to_somebody(walk: Walk, seat: Seat) -> None:
    """The way out that every refusal names: somebody who may."""
    for person in range(200, 240):
        with tried(walk) as refused:
            walking.replace(walk, seat.person_id, person, by(seat.person_id))
        if not refused:
            return
    walking.void(walk, by(DRAFTER))
