"""Any choice of stand-ins: what is refused when it is named, who remains to act, and that the walk keeps to it."""

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.approvals.routes import Numbers, by, desks, drafted, route, seat_of, stage
from tests.approvals.test_checks import facts
from tests.approvals.walks import check as lawful
from zhongshu.approvals import checks, walking
from zhongshu.approvals.checks import Fault, Place
from zhongshu.approvals.checks.deputies import Deputies
from zhongshu.approvals.grammar import Route
from zhongshu.kernel.refusals import Refusal

CASHIER, CHIEF, HEAD, CLERK, OTHER = 1, 2, 3, 4, 5
NAMES = {CASHIER: "孙晓", CHIEF: "李敏", HEAD: "何伟", CLERK: "王强", OTHER: "周立"}
CLAIM = route(stage("a", CHIEF, HEAD), stage("pay", CASHIER, power="pay", on_empty="refuse"))


def told(plan: Route, *staff: int, **more: Any) -> list[Fault]:
    place = Place(10, "办公室", 1, staff)
    found = checks.notes(plan, facts(places=[place], names=lambda one: NAMES[one], **more))
    return [note for note in found if note.code.endswith("stands_in") and note.stage != "a"]


def test_nobody_could_stand_in_without_two_powers_meeting() -> None:
    (note,) = told(CLAIM, CASHIER, CHIEF, HEAD)
    assert (note.code, note.stage, note.rule) == ("nobody_stands_in", "pay", "F-01")
    assert "李敏代孙晓，就既办“环节a”又办“环节pay”" in note.story


def test_the_only_stand_in_comes_with_a_paper_of_his_own() -> None:
    (note,) = told(CLAIM, CASHIER, CHIEF, HEAD, CLERK)
    assert (note.code, note.stage, note.rule) == ("one_stands_in", "pay", "F-01")
    assert "只有王强能代理" in note.story


@pytest.mark.parametrize(
    ("plan", "staff"),
    [
        (CLAIM, (CASHIER, CHIEF, HEAD, CLERK, OTHER)),
        (route(stage("a", CHIEF), stage("pay", CASHIER, power="pay")), (CASHIER, CHIEF, HEAD, CLERK)),
        (
            route(stage("a", CHIEF), stage("pay", CASHIER, HEAD, power="pay", how="any")),
            (CASHIER, CHIEF, CLERK),
        ),
        (route(stage("a", CHIEF), stage("see", CASHIER, power="")), (CASHIER, CHIEF)),
        (CLAIM, ()),
    ],
    ids=["two could", "a superior is free", "either pays", "decides nothing", "nobody known"],
)
def test_somebody_remains(plan: Route, staff: tuple[int, ...]) -> None:
    assert told(plan, *staff) == []


def test_what_other_rules_forbid_counts_too() -> None:
    """王强 keeps the budget: the cashier's work is not for him; then 周立 alone is left."""
    staff = (CASHIER, CHIEF, HEAD, CLERK, OTHER)
    (note,) = told(CLAIM, *staff, lawful=lambda absent, deputy: CLERK not in (absent, deputy))
    assert note.code == "one_stands_in" and "只有周立能代理" in note.story


def test_all_choices_are_counted_and_one_of_the_refused_is_told() -> None:
    place = Place(10, "办公室", 1, (CASHIER, CHIEF, HEAD, CLERK))
    found = checks.tried(CLAIM, facts(places=[place], names=lambda one: NAMES[one]))
    assert (found.choices, found.refused) == (9, 4)  # cashier and either approver, both ways
    assert "共 9 种，其中 4 种" in found.story and found.example in found.story


class Ladder(Numbers):
    """Each is above the one before him."""

    def above(self, person_id: int) -> list[int]:
        return [person_id + 1] if person_id < 7 else []


@st.composite
def routes(draw: st.DrawFn) -> Route:
    people = st.lists(st.integers(1, 7), min_size=1, max_size=2, unique=True)
    powers = st.sampled_from(["approve", "review", "pay", "book", "audit"])
    hows = st.sampled_from(["all", "any", "in_order"])
    return route(
        *(
            stage(f"s{number}", *draw(people), power=draw(powers), how=draw(hows), on_empty="refuse")
            for number in range(draw(st.integers(1, 4)))
        )
    )


@given(plan=routes(), staff=st.sets(st.integers(1, 7), min_size=2), data=st.data())
def test_wherever_the_check_is_content_no_stand_in_is_at_a_dead_end(
    plan: Route, staff: set[int], data: st.DataObject
) -> None:
    """Whoever stands in for whoever is asked, with a paper of his own: he hands it on, or another may stand in."""
    ladder, drafter = Ladder(), data.draw(st.sampled_from(sorted(staff)))
    known = facts(
        places=[Place(10, "办公室", 1, tuple(sorted(staff)))],
        above=ladder.above,
        names=lambda one: f"{one}号",
    )
    assume(not checks.check(plan, known))
    silent = {one.stage for one in checks.notes(plan, known) if one.code.endswith("stands_in")}
    deputies = Deputies(plan, known)
    walk = drafted(plan, ladder)
    walk.approval.submitter_id, walk.seats[0].person_id = drafter, drafter
    walk.hands = {(drafter, "apply")}
    try:
        walking.hand_in(walk, by(drafter), {})
        while open_seats := desks(walk):
            for seat in open_seats:
                able = deputies.able(seat.person_id)
                if walk.leg(seat.leg).stage in silent or drafter not in able:
                    continue
                others = [one for one in able if not walking.stopped(walk, seat, {one, seat.person_id})]
                assert others or walking.entitled(walk, seat) or len(walk.undecided(walk.leg(seat.leg))) > 1
            walking.agree(walk, open_seats[0], by(open_seats[0].person_id))
    except Refusal:  # nobody left to take over for the drafter himself: told by another note
        return


def test_a_stand_in_hands_his_own_paper_on_without_a_part_in_it() -> None:
    """何伟 (3) is away, the drafter (1) stands in for him: he cannot decide, only hand on to who is above."""
    walk = drafted(route(stage("a", 3), stage("z", 5)))
    walking.hand_in(walk, by(1), {})
    seat = seat_of(walk, 3)
    for deed in (walking.agree, lambda *told: walking.refuse(*told, "不行")):
        with pytest.raises(Refusal, match="同一人不能"):
            deed(walk, seat, by(1, acting_for=3))
    with pytest.raises(Refusal, match="只能转给同样有权办理它的人或者上级"):
        walking.reassign(walk, seat, 6, by(1, acting_for=3))
    assert walking.entitled(walk, seat) == [103]
    made = walking.reassign(walk, seat, 103, by(1, acting_for=3), "请您审批")
    assert (made.person_id, seat.opinion, seat.decided_by_id) == (103, "请您审批", None)
    lawful(walk)
    walking.agree(walk, made, by(103))
    assert walk.hands == {(1, "apply"), (103, "approve")}
