"""The strip of a paper: what it has passed, where it lies, what is still ahead of it."""

from tests.approvals.routes import DRAFTER, agree, amount, by, handed_in, route, seat_of, stage
from zhongshu.approvals import walking
from zhongshu.approvals.walking import SUBMIT, Walk, behind

WAY = route(*(stage(code, person) for code, person in (("a", 2), ("b", 3), ("c", 4), ("d", 5))))
BESIDE = {
    "type": "parallel", "code": "p",
    "branches": [[stage("l", 3), stage("m", 6)], [stage("r", 4)]],
}  # fmt: skip


def at_the_end() -> Walk:
    walk = handed_in(WAY)
    for person in (2, 3, 4):
        agree(walk, person)
    return walk


def passed(walk: Walk) -> str:
    """The codes of the stages with a green tick."""
    return "".join(stage.code for stage in walk.flow.stages.values() if behind(walk, stage.code))


def test_what_is_walked_again_is_ahead_again() -> None:
    walk = at_the_end()
    assert passed(walk) == "abc"
    walking.give_back(walk, seat_of(walk, 5), "a", by(5), "再看", straight=False)
    assert passed(walk) == ""
    agree(walk, 2)
    assert passed(walk) == "a"


def test_from_the_drafter_everything_is_ahead_again() -> None:
    walk = at_the_end()
    walking.give_back(walk, seat_of(walk, 5), SUBMIT, by(5), "再看", straight=False)
    assert passed(walk) == ""
    walking.hand_in(walk, by(DRAFTER), amount(100))
    agree(walk, 2)
    assert passed(walk) == "a"


def test_what_comes_straight_back_leaves_what_lies_between_as_it_is() -> None:
    walk = at_the_end()
    walking.give_back(walk, seat_of(walk, 5), "a", by(5), "再看", straight=True)
    assert passed(walk) == "bc"
    walking.give_back(walk, seat_of(walk, 2), SUBMIT, by(2), "再看", straight=True)
    assert passed(walk) == "bc"
    walking.hand_in(walk, by(DRAFTER), amount(900))
    assert passed(walk) == "", "another amount: it walks the whole way"


def test_another_branch_stays_passed() -> None:
    walk = handed_in(route(BESIDE, stage("z", 9)))
    for person in (3, 4):
        agree(walk, person)
    walking.give_back(walk, seat_of(walk, 6), "l", by(6), "再看", straight=False)
    assert passed(walk) == "r"


def test_an_earlier_round_leaves_no_ticks_on_what_was_refused_in_the_next() -> None:
    walk = at_the_end()
    walking.give_back(walk, seat_of(walk, 5), "a", by(5), "再看", straight=False)
    walking.refuse(walk, seat_of(walk, 2), by(2), "不办")
    assert passed(walk) == "a"
