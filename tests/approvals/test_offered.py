"""The page offers exactly what the services take: every verb, for everybody, wherever a paper has come to."""

import random
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction

from tests.approvals.office import HIRED, LIU_QING, SU_YANG, Office
from tests.world import CHEN_LI, HE_WEI, LI_MIN, SHEN_JING, World
from zhongshu.approvals import policies, queries, services, walking
from zhongshu.approvals.models import Approval, Seat, SeatKind
from zhongshu.approvals.walking import Walk
from zhongshu.kernel.actors import SYSTEM, Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters.models import Matter
from zhongshu.org import services as org

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
PEOPLE = (*HIRED, LI_MIN, HE_WEI, CHEN_LI, SHEN_JING)
WHAT_COMES_NEXT = ("no_approver", "approver_is_submitter")
"""Refusals that are not about the person or his step, but about who would be asked after it."""
SERVICES = {"hand_in": "hand_in_again"}
Told = dict[str, Any]


class Undone(Exception):
    """What was tried is taken back."""


def ways(office: Office, paper: Approval, verb: str) -> Iterator[Told]:
    """All that could be told with a verb, as far as it makes a difference."""
    walk, people = office.walk(paper), [office.pk(name) for name in PEOPLE]
    match verb:
        case "refuse" | "advise":
            yield {"opinion": "意见"}
        case "give_back":
            for target in ("submit", *walk.flow.stages):
                yield {"target": target, "straight": len(target) % 2 == 0, "opinion": "再看"}
        case "reassign" | "delegate":
            yield from ({"person_id": one} for one in people)
        case "add_signer":
            places = (SeatKind.BEFORE, SeatKind.BESIDE)
            yield from ({"person_id": one, "place": place} for one in people for place in places)
        case "remove_signer":
            yield from ({"seat": seat.number} for seat in walk.seats)
        case "copy":
            yield {"person_ids": people[:1]}
        case "suspend" | "void":
            yield {"reason": "原因"}
        case "hand_in":
            yield {"values": dict(paper.values)}
        case _:
            yield {}


VERBS = (
    "hand_in", "agree", "advise", "refuse", "give_back", "reassign", "delegate", "add_signer", "remove_signer",
    "take_back", "remind", "copy", "suspend", "resume", "void",
)  # fmt: skip


def taken(office: Office, paper: Approval, actor: Actor, verb: str, told: Told) -> str:
    """ "" where the service takes it, else the code of its refusal; either way nothing is left of it."""
    try:
        with transaction.atomic():
            run = getattr(services, SERVICES.get(verb, verb))
            run(actor=actor, matter_id=paper.pk, at=office.at, **told)
            raise Undone
    except Undone:
        return ""
    except Refusal as refusal:
        return refusal.code


def everybody(office: Office) -> Iterator[Actor]:
    yield from (office.actor(name) for name in PEOPLE)
    yield office.actor(SU_YANG, HE_WEI)


def chosen(office: Office, paper: Approval, actor: Actor, verb: str) -> set[object] | None:
    """What the form of a verb lets choose from; None for one without such a choice."""
    walk = office.walk(paper)
    seat = policies.seat_for(actor, walk)
    if seat is None or verb not in CHOICES or verb not in policies.offered(actor, walk):
        return None
    return set(CHOICES[verb](actor, walk, seat))


CHOICES: dict[str, Callable[[Actor, Walk, Seat], Iterable[object]]] = {
    "give_back": lambda actor, walk, seat: policies.returnable(walk, seat),
    "reassign": lambda actor, walk, seat: walking.takers(walk, seat, actor.seats),
    "delegate": lambda actor, walk, seat: walking.askable(walk, seat),
    "add_signer": lambda actor, walk, seat: walking.askable(walk, seat),
}


def compare(office: Office, paper: Approval) -> set[str]:
    """Each verb offered is taken in some way, each not offered in none; what can be chosen is what is taken."""
    seen = set[str]()
    for actor in everybody(office):
        walk = office.walk(paper)
        known = Matter.objects.visible_to(actor).filter(pk=paper.pk).exists()
        offered = policies.offered(actor, walk) if known else []
        seated = policies.seat_for(actor, walk) is not None
        assert set(offered) <= set(VERBS)
        for verb in VERBS:
            told = list(ways(office, paper, verb))
            codes = [
                taken(office, paper, actor, verb, one)
                for one in (told if seated or verb == "remove_signer" else told[:1])
            ]
            accepted = "" in codes or (verb in offered and not {*codes}.isdisjoint(WHAT_COMES_NEXT))
            who = f"{actor.name}（{actor.acting_for_name}）{verb}：{codes}"
            assert accepted == (verb in offered), who
            if (able := chosen(office, paper, actor, verb)) is not None:
                picked = {
                    one.get("target", one.get("person_id"))
                    for one, no in zip(told, codes, strict=True)
                    if not no
                }
                assert picked == able & {one.get("target", one.get("person_id")) for one in told}, who
        seen.update(offered)
    return seen


def random_paper(office: Office, dice: random.Random) -> Approval:
    """Stages after one another and beside each other, whose powers meet here and there in one person."""

    def stage(code: str) -> Told:
        names = dice.sample([*HIRED, HE_WEI, CHEN_LI, LI_MIN], dice.randint(1, 3))
        power, how = (
            dice.choice(["approve", "review", "pay", ""]),
            dice.choice(["all", "any", "in_order", "share"]),
        )
        far = dice.choice(["entitled", "unit", "anybody"])
        return office.stage(code, *names, power=power, how=how, share=60, hand_on=far)

    both = {"type": "parallel", "code": "p", "branches": [[stage("b")], [stage("c")]]}
    return office.hand_in(office.route(stage("a"), both, stage("d")))


def wander(office: Office, paper: Approval, dice: random.Random, seen: set[str]) -> None:
    """An act by somebody to whom it is offered, of those not seen yet if there are any; nothing that ends the paper."""
    moves = [
        (actor, verb)
        for actor in everybody(office)
        for verb in policies.offered(actor, office.walk(paper))
        if verb not in ("refuse", "void")
    ]
    fresh = [one for one in moves if one[1] not in seen] or moves
    actor, verb = dice.choice(fresh) if fresh else (SYSTEM, "resume")
    able = [one for one in ways(office, paper, verb) if not taken(office, paper, actor, verb, one)]
    seen.add(verb)
    if able:
        run = getattr(services, SERVICES.get(verb, verb))
        run(actor=actor, matter_id=paper.pk, at=office.at, **dice.choice(able))


@pytest.fixture
def office(world: World, monkeypatch: pytest.MonkeyPatch) -> Office:
    """苏阳 stands in for 何伟. Routes are in force whatever the check says: posts change after a route was published."""
    monkeypatch.setattr(queries, "faults_of", lambda *_given: [])
    made = Office(world)
    today = local_day(made.at)
    org.stand_in(
        actor=SYSTEM, absent_id=made.pk(HE_WEI), stand_in_id=made.pk(SU_YANG), starts_on=today,
        ends_on=today + timedelta(days=30), at=made.at,
    )  # fmt: skip
    return made


def test_what_is_offered_is_what_is_taken(office: Office) -> None:
    offered, done = set[str](), set[str]()
    for seed in range(3):
        dice = random.Random(seed)
        paper = random_paper(office, dice)
        for _round in range(2):
            wander(office, paper, dice, done)
            wander(office, paper, dice, done)
            offered |= compare(office, paper)
    asked = office.paper(office.stage("a", HE_WEI))
    office.act("delegate", HE_WEI, asked, person_id=office.pk(LIU_QING))
    offered |= compare(office, asked)
    office.act("suspend", LI_MIN, asked, reason="等材料")
    offered |= compare(office, asked)
    assert offered == set(VERBS), f"never offered: {set(VERBS) - offered}"
