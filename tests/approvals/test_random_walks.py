"""Random routes, random verbs by random people: no paper is ever lost, doubled or stranded, no powers meet."""

import random
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from tests.approvals.routes import (
    DRAFTER,
    Numbers,
    by,
    desks,
    drafted,
    route,
    stage,
)
from tests.approvals.routes import (
    test as condition,
)
from zhongshu.approvals import walking
from zhongshu.approvals.grammar import Power, clash
from zhongshu.approvals.models import LegState, Seat, SeatKind, SeatState, Status
from zhongshu.approvals.walking import By, Walk
from zhongshu.kernel.refusals import Refusal

PEOPLE = range(1, 16)
POWERS = ("review", "approve", "approve", "pay", "book", "")
HOWS = ("all", "any", "in_order", "share")


def random_body(dice: random.Random, codes: list[str], depth: int = 0) -> list[dict[str, Any]]:
    return [random_item(dice, codes, depth) for _ in range(dice.randint(1, 3))]


def random_item(dice: random.Random, codes: list[str], depth: int) -> dict[str, Any]:
    code = f"s{len(codes)}"
    codes.append(code)
    kind = dice.choice(["stage", "stage", "choice", "parallel", "group"]) if depth < 2 else "stage"
    if kind == "parallel":
        return {
            "type": kind,
            "code": code,
            "branches": [random_body(dice, codes, depth + 1) for _ in range(2)],
        }
    if kind == "group":
        return {"type": kind, "code": code, "title": code, "body": random_body(dice, codes, depth + 1)}
    if kind == "choice":
        when = [condition("amount", ">=", dice.choice([100, 1000]))]
        branch = {"title": code, "when": when, "body": random_body(dice, codes, depth + 1)}
        return {"type": kind, "code": code, "branches": [branch], "otherwise": []}
    return stage(
        code,
        *dice.sample(PEOPLE, dice.randint(1, 3)),
        how=dice.choice(HOWS),
        share=dice.choice([50, 67, 100]),
        power=dice.choice(POWERS),
        on_self=dice.choice(["up", "skip"]),
        on_empty=dice.choice(["up", "skip"]),
        on_repeat=dice.choice(["ask", "skip"]),
    )


def other(dice: random.Random) -> int:
    return dice.choice(PEOPLE)


def who(dice: random.Random, seat: Seat) -> By:
    """The holder of the seat, or somebody standing in for him."""
    if dice.random() < 0.3:
        return by(other(dice), seat.person_id)
    return by(seat.person_id)


def some_verb(walk: Walk, dice: random.Random) -> None:
    seat = dice.choice(desks(walk))
    actor = who(dice, seat)
    if walk.leg(seat.leg).stage == walking.SUBMIT:
        walking.hand_in(walk, actor, {"amount": Decimal(dice.choice([50, 500, 5000]))})
        return
    verbs: list[Callable[[], object]] = [
        lambda: walking.agree(walk, seat, actor),
        lambda: walking.agree(walk, seat, actor),
        lambda: walking.agree(walk, seat, actor),
        lambda: walking.advise(walk, seat, actor, "可以"),
        lambda: walking.reassign(walk, seat, other(dice), actor),
        lambda: walking.delegate(walk, seat, other(dice), actor),
        lambda: walking.add_signer(
            walk, seat, other(dice), SeatKind(dice.choice(["before", "beside", "after"])), actor
        ),
        lambda: walking.give_back(
            walk, seat, dice.choice(walking.targets(walk, seat)), actor, "再看", straight=dice.random() < 0.5
        ),
        lambda: remove_some(walk, dice),
        lambda: take_some_back(walk, dice),
        lambda: (walking.suspend(walk, actor), walking.resume(walk, actor)),
        lambda: walking.replace(walk, seat.person_id, other(dice), actor),
        lambda: walking.refuse(walk, seat, actor, "不同意") if dice.random() < 0.1 else None,
    ]
    dice.choice(verbs)()


def remove_some(walk: Walk, dice: random.Random) -> None:
    added = [seat for seat in walk.seats if seat.added_by_id and seat.is_undecided]
    live = [seat for seat in added if walk.leg(seat.leg).state == LegState.OPEN]
    if live:
        seat = dice.choice(live)
        assert seat.added_by_id is not None
        walking.remove_signer(walk, seat, by(seat.added_by_id))


def take_some_back(walk: Walk, dice: random.Random) -> None:
    mine = [seat for seat in walk.seats if walking.may_take_back(walk, seat)]
    if mine:
        seat = dice.choice(mine)
        walking.take_back(walk, seat, by(seat.decided_by_id or 0, seat.acting_for_id))


def check(walk: Walk) -> None:
    """The laws that hold after every act."""
    live = walk.live()
    stages = Counter(leg.stage for leg in live)
    assert all(times == 1 for times in stages.values()), f"a stage is asked twice at once: {stages}"
    open_legs = [leg for leg in live if leg.state == LegState.OPEN]
    if walk.approval.status == Status.RUNNING:
        assert open_legs, "a running paper lies on nobody's desk"
        for leg in open_legs:
            seats = [seat for seat in walk.seats_of(leg) if seat.state == SeatState.OPEN]
            assert seats, f"nobody can act in {leg.stage}"
            people = [seat.person_id for seat in walk.undecided(leg)]
            assert len(people) == len(set(people)), "a person is asked twice in one stage"
        for leg in live:
            if leg.state == LegState.PARKED:
                assert any(one.number == leg.parked_by for one in live), "parked for ever"
    else:
        assert not live and not [seat for seat in walk.seats if seat.is_undecided]
    powers: dict[int, set[str]] = {}
    for person, power in walk.hands:
        powers.setdefault(person, set()).add(power)
    for person, held in powers.items():
        met = [(one, two) for one in held for two in held if clash(Power(one), Power(two))]
        assert not met, f"{person} holds {met}"


@pytest.mark.parametrize("seed", range(1000))
def test_no_paper_is_lost_doubled_or_stranded(seed: int) -> None:
    dice = random.Random(seed)
    walk = drafted(route(*random_body(dice, [])), Numbers())
    acted = 0
    for _step in range(60):
        if walk.approval.status != Status.RUNNING:
            break
        before = snapshot(walk)
        try:
            some_verb(walk, dice)
            acted += 1
        except Refusal:
            restore(walk, before)
        check(walk)
    assert acted, "nothing was tried at all"
    finish(walk, dice)


def finish(walk: Walk, dice: random.Random) -> None:
    """Whatever was done to it, a running paper can be brought to an end by the people who hold it."""
    for _step in range(300):
        if walk.approval.status != Status.RUNNING:
            return
        before = snapshot(walk)
        seat = dice.choice(desks(walk))
        try:
            bring_on(walk, seat)
        except Refusal:
            restore(walk, before)
            walk.casting = Numbers()
            hand_to_somebody(walk, walk.seat(seat.number))
        check(walk)
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
        before = snapshot(walk)
        try:
            walking.replace(walk, seat.person_id, person, by(seat.person_id))
            return
        except Refusal:
            restore(walk, before)
    walking.void(walk, by(DRAFTER))


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


def test_random_walks_reach_every_verb() -> None:
    """The walks above are worth something: they really park, add, take back, refuse and approve."""
    seen: Counter[str] = Counter()
    for seed in range(200):
        dice = random.Random(seed)
        walk = drafted(route(*random_body(dice, [])), Numbers())
        for _step in range(60):
            if walk.approval.status != Status.RUNNING:
                break
            before = snapshot(walk)
            try:
                some_verb(walk, dice)
            except Refusal:
                restore(walk, before)
        seen.update(leg.state for leg in walk.legs)
        seen.update(seat.kind for seat in walk.seats)
        seen.update(seat.state for seat in walk.seats)
        seen[walk.approval.status] += 1
    wanted = [*LegState, *SeatKind, *SeatState, Status.APPROVED, Status.REFUSED]
    missing = {one for one in wanted if not seen[one]} - {LegState.PARKED}
    assert not missing
