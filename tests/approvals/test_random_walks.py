"""Random routes, random verbs by random people: no paper is lost, doubled or stranded, no powers meet, no relative decides."""

import random
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from tests.approvals.routes import DRAFTER, Numbers, by, desks, drafted, handed_in, route, stage
from tests.approvals.routes import test as condition
from tests.approvals.walks import OVER, check, finish, tried
from zhongshu.approvals import grammar, walking
from zhongshu.approvals.models import LegState, Seat, SeatKind, SeatState, Status
from zhongshu.approvals.walking import By, Walk

PEOPLE = range(1, 16)
POWERS = ("review", "approve", "approve", "pay", "book", "")
HOWS = ("all", "any", "in_order", "share")
Verb = Callable[[Walk, Seat, By, random.Random], object]


def random_body(dice: random.Random, codes: list[str], depth: int = 0) -> list[dict[str, Any]]:
    return [random_item(dice, codes, depth) for _ in range(dice.randint(1, 3))]


def random_item(dice: random.Random, codes: list[str], depth: int) -> dict[str, Any]:
    code = f"s{len(codes)}"
    codes.append(code)
    kind = dice.choice(["stage", "stage", "choice", "parallel", "group", "call"]) if depth < 2 else "stage"
    if kind == "parallel":
        return {
            "type": kind,
            "code": code,
            "branches": [random_body(dice, codes, depth + 1) for _ in range(2)],
        }
    if kind == "call":
        return {"type": "group", "code": code, "title": code, "route": "shared"}
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
        on_repeat=dice.choice(["ask", "skip", "once"]),
        hand_on=dice.choice(["entitled", "unit", "anybody"]),
    )


def random_route(dice: random.Random) -> grammar.Route:
    """A route, the part that it calls put in, here and there twice."""
    shared = route(*random_body(dice, [], depth=2), name="shared", kind="part")
    return grammar.resolved(route(*random_body(dice, [])), lambda _name: (shared, 1))


def who(dice: random.Random, seat: Seat) -> By:
    """The holder of the seat, or somebody standing in for him."""
    if dice.random() < 0.3:
        return by(dice.choice(PEOPLE), seat.person_id)
    return by(seat.person_id)


def give_back(walk: Walk, seat: Seat, actor: By, dice: random.Random, *, straight: bool) -> None:
    earlier = walking.targets(walk, seat) or [walking.SUBMIT]
    walking.give_back(walk, seat, dice.choice(earlier), actor, "再看", straight=straight)


def remove_some(walk: Walk, _seat: Seat, _actor: By, dice: random.Random) -> object:
    added = [seat for seat in walk.seats if seat.added_by_id and seat.is_undecided]
    live = [seat for seat in added if walk.leg(seat.leg).state == LegState.OPEN]
    if not live:
        return "nothing to do"
    seat = dice.choice(live)
    assert seat.added_by_id is not None
    return walking.remove_signer(walk, seat, by(seat.added_by_id))


def take_some_back(walk: Walk, _seat: Seat, _actor: By, dice: random.Random) -> object:
    mine = [seat for seat in walk.seats if walking.may_take_back(walk, seat)]
    if not mine:
        return "nothing to do"
    seat = dice.choice(mine)
    return walking.take_back(walk, seat, by(seat.decided_by_id or 0, seat.acting_for_id)) and None


def add(walk: Walk, seat: Seat, actor: By, dice: random.Random, *, kind: SeatKind) -> None:
    walking.add_signer(walk, seat, dice.choice(PEOPLE), kind, actor)


def late(walk: Walk, seat: Seat, _actor: By, _dice: random.Random, *, move: Callable[..., object]) -> None:
    move(walk, walk.leg(seat.leg), By(None, walk.approval.submitted_at or by(0).at))


VERBS: dict[str, tuple[int, Verb]] = {
    "agree": (30, lambda walk, seat, actor, dice: walking.agree(walk, seat, actor)),
    "advise": (10, lambda walk, seat, actor, dice: walking.advise(walk, seat, actor, "可以")),
    "reassign": (10, lambda walk, seat, actor, dice: walking.reassign(walk, seat, dice.choice(PEOPLE), actor)),
    "delegate": (10, lambda walk, seat, actor, dice: walking.delegate(walk, seat, dice.choice(PEOPLE), actor)),
    "add before": (4, partial(add, kind=SeatKind.BEFORE)),
    "add beside": (4, partial(add, kind=SeatKind.BESIDE)),
    "add after": (4, partial(add, kind=SeatKind.AFTER)),
    "remove": (10, remove_some),
    "back, walk again": (5, partial(give_back, straight=False)),
    "back, straight to me": (5, partial(give_back, straight=True)),
    "take back": (10, take_some_back),
    "suspend": (4, lambda walk, seat, actor, dice: walking.suspend(walk, actor)),
    "hand over": (10, lambda walk, seat, actor, dice: walking.replace(walk, seat.person_id, dice.choice(PEOPLE), actor)),
    "pass over late": (2, partial(late, move=walking.pass_over)),
    "return late": (1, partial(late, move=walking.return_late)),
    "end late": (1, partial(late, move=walking.refuse_late)),
    "refuse": (1, lambda walk, seat, actor, dice: walking.refuse(walk, seat, actor, "不同意")),
    "void": (1, lambda walk, seat, actor, dice: walking.void(walk, by(DRAFTER))),
}  # fmt: skip
NAMES, WEIGHTS = list(VERBS), [weight for weight, _verb in VERBS.values()]


def some_act(walk: Walk, dice: random.Random) -> tuple[str, Callable[[], object], Seat]:
    """A verb and what does it, somewhere on a desk. A stopped paper mostly goes on, sometimes somebody tries anyhow."""
    seat = dice.choice(desks(walk))
    actor = who(dice, seat)
    if walk.approval.status == Status.SUSPENDED and dice.random() < 0.5:
        return "resume", lambda: walking.resume(walk, actor), seat
    if walk.leg(seat.leg).stage == walking.SUBMIT and dice.random() < 0.9:
        values = {"amount": Decimal(dice.choice([50, 500, 5000]))}
        return "hand in", lambda: walking.hand_in(walk, actor, values), seat
    name = dice.choices(NAMES, WEIGHTS)[0]
    if name.endswith("late") and (
        walk.leg(seat.leg).stage == walking.SUBMIT or walk.approval.status != Status.RUNNING
    ):
        name = "agree"  # the nightly round leaves drafts and stopped papers alone
    return name, lambda: VERBS[name][1](walk, seat, actor, dice), seat


def wandered(seed: int, seen: Counter[str]) -> tuple[Walk, random.Random]:
    """A paper after sixty tries; ``seen`` counts what was really done, and where."""
    dice = random.Random(seed)
    relatives = frozenset(dice.sample(PEOPLE[1:], dice.choice([0, 0, 2])))
    walk = drafted(random_route(dice), Numbers(kinships={DRAFTER: relatives}))
    for _step in range(60):
        if walk.approval.status in OVER:
            break
        name, act, seat = some_act(walk, dice)
        leg = walk.leg(seat.leg)
        countersign = len([one for one in walk.seats_of(leg) if one.kind == SeatKind.BASE]) > 1
        beside = bool(walk.flow.beside(leg.stage)) and len(walk.live()) > 1
        done: object = "refused"
        with tried(walk):
            done = act()
        if done not in ("refused", "nothing to do"):
            seen[name] += 1
            seen[f"{name}, countersign"] += countersign
            seen[f"{name}, parallel"] += beside
            seen[f"{name}, shared part"] += "." in leg.stage
        parked = [one for one in walk.live() if one.state == LegState.PARKED]
        seen["parked"] += bool(parked)
    return walk, dice


@pytest.mark.parametrize("seed", range(1000))
def test_no_paper_is_lost_doubled_or_stranded(seed: int) -> None:
    seen = Counter[str]()
    walk, dice = wandered(seed, seen)
    assert seen, "nothing was tried at all"
    finish(walk, dice)


def test_random_walks_reach_every_verb() -> None:
    """The walks above are worth something: every verb succeeds in them, in countersign and parallel stages, too."""
    seen = Counter[str]()
    for seed in range(200):
        walk, _dice = wandered(seed, seen)
        seen.update(leg.state for leg in walk.legs)
        seen.update(seat.kind for seat in walk.seats)
        seen.update(seat.state for seat in walk.seats)
        seen[walk.approval.status] += 1
        asked = [seat.state for seat in walk.seats if seat.kind == SeatKind.ADVICE]
        seen["an opinion asked for, handed on"] += SeatState.HANDED_ON in asked
        seen["a relative left out"] += any(one["what"] == "avoids" for one in walk.told)
    assert seen["an opinion asked for, handed on"] and seen["a relative left out"]
    states = {*LegState, *SeatKind, *SeatState, *OVER, "parked", "resume", "hand in"} - {LegState.PARKED}
    assert not {one for one in states if not seen[one]}
    crowded = [f"{name}, {where}" for name in VERBS for where in ("countersign", "parallel", "shared part")]
    assert not {one for one in (*VERBS, *crowded) if not seen[one]}


def lost(walk: Walk) -> None:
    for seat in desks(walk):
        seat.state = SeatState.MOOT


def doubled(walk: Walk) -> None:
    leg = walk.live()[0]
    walk.new_seat(walk.new_leg(leg.stage, at=by(0).at, within=1), 7)


def asked_twice(walk: Walk) -> None:
    seat = desks(walk)[0]
    walk.new_seat(walk.leg(seat.leg), seat.person_id)


def stranded(walk: Walk) -> None:
    leg = walk.live()[0]
    leg.state, leg.parked_by = LegState.PARKED, 99
    walk.new_seat(walk.new_leg("elsewhere", at=by(0).at, within=1), 7)


def decided_by_kin(walk: Walk) -> None:
    seat = desks(walk)[0]
    walk.casting = Numbers(kinships={DRAFTER: frozenset({seat.person_id})})
    seat.decided_by_id = seat.person_id


@pytest.mark.parametrize("harm", [lost, doubled, asked_twice, stranded, decided_by_kin])
def test_the_laws_notice_a_paper_that_came_to_harm(harm: Callable[[Walk], None]) -> None:
    walk = handed_in(route(stage("a", 3, 4), stage("b", 5)))
    check(walk)
    harm(walk)
    with pytest.raises(AssertionError):
        check(walk)
