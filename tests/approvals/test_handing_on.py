"""转办: to whom a part can be handed on. What is offered is what is let through; nobody comes to a dead end by it."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.approvals.office import FANG_QING, LIU_QING, QIN_LAN, Office
from tests.approvals.routes import DRAFTER, Numbers, agree, by, desks, handed_in, route, seat_of, stage
from tests.approvals.test_checks import found
from tests.approvals.walks import restore, snapshot
from tests.refusing import refused
from tests.world import CHEN_LI, FOUNDED, World
from zhongshu.approvals import walking
from zhongshu.approvals.grammar import Route
from zhongshu.approvals.models import Approval, Seat, SeatKind
from zhongshu.approvals.walking import Walk
from zhongshu.kernel.refusals import Forbidden, Refusal
from zhongshu.org.models import Appointment, Charge, Duty, Post

HEAD, DESK_MATE, SUPERIOR, ELSEWHERE, AUDITOR, CASHIER = 12, 13, 112, 57, 40, 60
EVERYBODY = (*range(1, 25), *range(101, 125))
Turn = Callable[[Walk, Seat, int], object]
TURNS: dict[str, Turn] = {
    "delegate": lambda walk, seat, person: walking.delegate(walk, seat, person, by(seat.person_id)),
    "add before": lambda walk, seat, person: walking.add_signer(
        walk, seat, person, SeatKind.BEFORE, by(seat.person_id)
    ),
    "add beside": lambda walk, seat, person: walking.add_signer(
        walk, seat, person, SeatKind.BESIDE, by(seat.person_id)
    ),
}


def handed_to(walk: Walk, seat: Seat, person: int) -> object:
    return walking.reassign(walk, seat, person, by(seat.person_id))


def paper(hand_on: str = "entitled", **more: Any) -> Walk:
    """With the head of a section, then to be paid."""
    plan = route(stage("a", HEAD, hand_on=hand_on), stage("pay", CASHIER, power="pay"))
    return handed_in(plan, casting=Numbers(outside={AUDITOR}, **more))


def accepted(walk: Walk, seat: Seat, turn: Turn) -> list[int]:
    """With whom it is not refused, tried with everybody and taken back each time."""
    able = []
    for person in EVERYBODY:
        before = snapshot(walk)
        try:
            turn(walk, seat, person)
            able.append(person)
        except Refusal:
            pass
        restore(walk, before)
    return able


@pytest.mark.parametrize(
    ("hand_on", "able", "unable"),
    [
        ("entitled", {SUPERIOR}, {DESK_MATE, ELSEWHERE}),
        ("unit", {SUPERIOR, DESK_MATE}, {ELSEWHERE}),
        ("anybody", {SUPERIOR, DESK_MATE, ELSEWHERE}, set()),
    ],
)
def test_a_stage_says_how_far_its_parts_can_be_handed(hand_on: str, able: set[int], unable: set[int]) -> None:
    walk = paper(hand_on)
    offered = set(walking.takers(walk, seat_of(walk, HEAD), {HEAD}))
    assert able <= offered and not offered & {*unable, HEAD, DRAFTER, AUDITOR, CASHIER}
    for person in unable:
        with refused("out_of_reach", Forbidden, match="只能转给同样有权办理它的人"):
            walking.reassign(walk, seat_of(walk, HEAD), person, by(HEAD))


def test_who_pays_later_is_not_handed_the_decision_and_it_is_told_why() -> None:
    """Else nobody could pay in the end, and nobody would know why."""
    walk = paper("anybody")
    for turn in (*TURNS.values(), handed_to):
        with refused("needed_ahead", Forbidden, match="后面要办“环节pay”.*既审批又付款") as no:
            turn(walk, seat_of(walk, HEAD), CASHIER)
        assert no.value.rule == "F-01"


def test_what_lies_behind_keeps_nobody_from_it_what_is_walked_again_does() -> None:
    checked = stage("check", CASHIER, 61, power="review", how="any")
    walk = handed_in(route(checked, stage("a", 12), stage("pay", 30, power="pay", hand_on="anybody")))
    agree(walk, 61)
    agree(walk, 12)
    assert CASHIER in walking.takers(walk, seat_of(walk, 30), {30}), "somebody else has checked it"


@pytest.mark.parametrize("hand_on", ["entitled", "anybody"])
def test_neither_auditors_nor_strangers_get_a_part_of_anything(hand_on: str) -> None:
    walk = paper(hand_on)
    seat = seat_of(walk, HEAD)
    for turn in (*TURNS.values(), handed_to):
        with refused("does_no_work_here", match="只审计监督"):
            turn(walk, seat, AUDITOR)
    assert AUDITOR not in walking.askable(walk, seat)


def test_whom_his_duties_keep_from_it_is_not_handed_it() -> None:
    walk = paper(unfit={(SUPERIOR, "a")})
    assert list(walking.takers(walk, seat_of(walk, HEAD), {HEAD})) == []
    with refused("duties_would_meet"):
        walking.reassign(walk, seat_of(walk, HEAD), SUPERIOR, by(HEAD))


@st.composite
def plans(draw: st.DrawFn) -> Route:
    powers = st.sampled_from(["approve", "review", "pay", "book", "audit", ""])
    people = st.lists(st.integers(1, 24), min_size=1, max_size=3, unique=True)
    reaches = st.sampled_from(["entitled", "unit", "anybody"])
    hows = st.sampled_from(["all", "any", "in_order"])
    many = range(draw(st.integers(1, 4)))
    return route(
        *(
            stage(f"s{n}", *draw(people), power=draw(powers), hand_on=draw(reaches), how=draw(hows))
            for n in many
        )
    )


@settings(max_examples=50)
@given(plan=plans(), outside=st.sets(st.integers(1, 24), max_size=5), steps=st.integers(0, 3))
def test_what_is_offered_is_what_is_let_through(plan: Route, outside: set[int], steps: int) -> None:
    """For handing on, for asking an opinion and for signers, wherever the paper has come to."""
    try:
        walk = handed_in(plan, casting=Numbers(outside=outside, kinships={DRAFTER: frozenset({3})}))
        for _step in range(steps):
            walking.agree(walk, desks(walk)[0], by(desks(walk)[0].person_id))
    except (Refusal, IndexError):  # nobody to decide, or over
        return
    for seat in desks(walk):
        me = seat.person_id
        handed = accepted(walk, seat, handed_to)
        if walking.stopped(walk, seat, {me}) is None:
            for turn in TURNS.values():
                assert accepted(walk, seat, turn) == [
                    one for one in walking.askable(walk, seat) if one in EVERYBODY
                ]
        assert handed == sorted(one for one in walking.takers(walk, seat, {me}) if one in EVERYBODY)


def test_a_dead_end_says_why_and_what_to_do() -> None:
    """Met nevertheless: who pays had a part before anybody knew that he would come to pay."""
    walk = handed_in(route(stage("a", 5), stage("pay", 6, power="pay", on_empty="refuse")))
    walk.casting.posts = {6: 5}  # type: ignore[attr-defined]
    with refused(
        "no_approver", match="“环节pay”没有人可以办理：能办的人已经在这份单据上“审批”过.*再安排一人"
    ):
        agree(walk, 5)
    related = Numbers(kinships={DRAFTER: frozenset({5}), 5: frozenset({DRAFTER})})
    with refused("no_approver", match="亲属"):
        handed_in(route(stage("a", 5, on_empty="refuse")), casting=related)
    with refused("no_approver", match="任命人员"):
        handed_in(route(stage("a", 5, on_empty="refuse")), casting=Numbers(gone={5}))


@pytest.mark.parametrize("hand_on", ["unit", "anybody"])
def test_the_check_lets_no_duty_be_handed_to_who_has_it_not(hand_on: str) -> None:
    paying = stage("pay", 3, power="pay", hand_on=hand_on)
    fault = found(route(stage("a", 2), paying))["handed_to_anybody"]
    assert (fault.stage, fault.rule) == ("pay", "F-01") and "“环节pay”行使“付款”" in fault.story
    assert "handed_to_anybody" not in found(
        route(stage("a", 2, hand_on=hand_on), stage("pay", 3, power="pay"))
    )


@pytest.fixture
def leaders(world: World) -> Office:
    """陈立 leads the office as the first; 方晴 is in charge of the section, 柳青 leads with them, 秦岚 audits, too."""
    office = Office(world)
    for name, more in ((FANG_QING, ()), (LIU_QING, ()), (QIN_LAN, (Duty.AUDIT,))):
        duties = [str(one) for one in (Duty.LEAD_ORGAN, *more)]
        post = Post.objects.create(unit=world.units["SWB"], title=f"副秘书长{name}", duties=duties)
        Appointment.objects.create(person=office.people[name], post=post, starts_on=FOUNDED)
        if name == FANG_QING:
            Charge.objects.create(post=post, unit=world.units["SWB-DC"], starts_on=FOUNDED)
    return office


def able(office: Office, paper: Approval, name: str) -> set[str]:
    walk = office.walk(paper)
    found = set(walking.takers(walk, seat_of(walk, office.pk(name)), {office.pk(name)}))
    return {one for one, person in office.people.items() if person.pk in found}


@pytest.mark.django_db
def test_a_leader_on_a_trip_hands_on_to_another_of_the_leadership(leaders: Office) -> None:
    """Not to a clerk, nor to who audits; what a rule prescribes for the leader in charge stays or goes up."""
    charge = leaders.stage("a", who={"kind": "in_charge"}, on_empty="named", fallback=["hewei", "sp1"])
    paper = leaders.paper(charge)
    assert (leaders.asked(paper), able(leaders, paper, FANG_QING)) == ({FANG_QING}, {LIU_QING, CHEN_LI})
    leaders.act("reassign", FANG_QING, paper, person_id=leaders.pk(LIU_QING))
    leaders.agree(paper, LIU_QING)
    assert leaders.status(paper) == "approved"
    large = [{"field": "amount", "operator": ">=", "value": 100}]
    rule = {"title": "均须分管领导审批", "when": large, "stage": "a"}
    bound = leaders.hand_in(leaders.route(charge, prescriptions=[rule]))
    assert able(leaders, bound, FANG_QING) == {CHEN_LI}


@pytest.mark.django_db
def test_the_first_of_the_leaders_hands_on_where_nobody_is_above_him(leaders: Office) -> None:
    """Else what he may not decide himself, being paid by it, would lie with him for good."""
    first = leaders.stage("a", who={"kind": "principal"}, on_empty="named", fallback=["hewei", "sp1"])
    paper = leaders.paper(first)
    assert (leaders.asked(paper), able(leaders, paper, CHEN_LI)) == ({CHEN_LI}, {FANG_QING, LIU_QING})


@pytest.mark.parametrize(
    ("pay", "able"),
    [
        (stage("pay", CASHIER, power="pay", on_empty="refuse"), False),
        (stage("pay", CASHIER, 61, power="pay", on_empty="refuse"), True),
        (stage("pay", CASHIER, power="pay", on_empty="named", fallback=["61"]), True),
        (stage("pay", CASHIER, power="pay", on_empty="up"), True),
        (stage("pay", CASHIER, power="pay", on_empty="skip"), False),
    ],
)
def test_who_succeeds_leaves_nobody_out_of_a_step_that_only_he_could_take(pay: Any, able: bool) -> None:
    walk = handed_in(route(stage("a", HEAD), pay), casting=Numbers())
    if not able:
        with refused("needed_ahead", Forbidden, match="后面要办“环节pay”"):
            walking.replace(walk, HEAD, CASHIER, by(HEAD))
        return
    walking.replace(walk, HEAD, CASHIER, by(HEAD))
    agree(walk, CASHIER)
    assert desks(walk) and CASHIER not in {seat.person_id for seat in desks(walk)}


def test_nor_who_succeeds_the_drafter() -> None:
    walk = handed_in(route(stage("a", 5), stage("b", HEAD, on_empty="refuse")))
    walking.give_back(walk, seat_of(walk, 5), "submit", by(5), "再看", straight=False)
    with refused("needed_ahead", Forbidden, match="现在办了“起草”"):
        walking.replace(walk, DRAFTER, HEAD, by(DRAFTER))
