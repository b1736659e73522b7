"""Who decides avoids his relatives (F-06): on the way, in every verb, and told before a route is published."""

import pytest

from tests.approvals.office import FANG_QING, LIU_QING, QIN_LAN, Office
from tests.approvals.routes import DRAFTER, Numbers, asked, by, handed_in, route, seat_of, stage
from tests.approvals.test_checks import found
from tests.refusing import refused
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN, World
from zhongshu.approvals import walking
from zhongshu.approvals.models import SeatKind
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Forbidden
from zhongshu.org import services as org

RELATED = Numbers(kinships={DRAFTER: frozenset({5}), 5: frozenset({DRAFTER})})


@pytest.mark.parametrize(
    ("power", "then"),
    [("review", [6]), ("approve", [6]), ("approve_payment", [6]), ("pay", [5, 6]), ("", [5, 6])],
)
def test_what_is_decided_is_not_for_relatives(power: str, then: list[int]) -> None:
    """F-06 speaks of approving; who carries out what was approved decides nothing."""
    walk = handed_in(route(stage("a", 5, 6, power=power)), casting=RELATED)
    assert asked(walk) == then
    assert [one["rule"] for one in walk.told if one["what"] == "avoids"] == ["F-06"] * (then == [6])


def test_where_only_a_relative_could_decide_it_goes_up() -> None:
    assert asked(handed_in(route(stage("a", 5)), casting=RELATED)) == [105]


@pytest.mark.parametrize("verb", ["reassign", "add_signer", "delegate", "replace"])
def test_no_verb_brings_a_relative_in(verb: str) -> None:
    walk = handed_in(route(stage("a", 6)), casting=RELATED)
    acts = {
        "reassign": lambda: walking.reassign(walk, seat_of(walk, 6), 5, by(6)),
        "add_signer": lambda: walking.add_signer(walk, seat_of(walk, 6), 5, SeatKind.BESIDE, by(6)),
        "delegate": lambda: walking.delegate(walk, seat_of(walk, 6), 5, by(6)),
        "replace": lambda: walking.replace(walk, 6, 5, by(6)),
    }
    with refused("relative_of_the_submitter", Forbidden, match="亲属应当回避"):
        acts[verb]()


def test_a_stand_in_is_seen_through() -> None:
    walk = handed_in(route(stage("a", 6)), casting=RELATED)
    with refused("relative_of_the_submitter", Forbidden):
        walking.agree(walk, seat_of(walk, 6), by(5, acting_for=6))


def test_the_check_tells_whose_paper_only_relatives_could_decide() -> None:
    kin = {1: frozenset({4}), 4: frozenset({1})}
    assert found(route(stage("a", 4, on_empty="refuse")), kin=kin)["only_relatives"].rule == "F-06"
    assert "张一" in found(route(stage("a", 4, on_empty="refuse")), kin=kin)["only_relatives"].story
    assert "only_relatives" not in found(route(stage("a", 4, 3, on_empty="refuse")), kin=kin)
    assert "only_relatives" not in found(route(stage("a", 4, on_empty="up")), kin=kin)
    assert "only_relatives" not in found(route(stage("b", 3), stage("a", 4, power="pay")), kin=kin)


@pytest.mark.django_db
def test_from_the_day_it_is_declared(world: World) -> None:
    """A paper under way minds it, too, when it comes to who would decide next."""
    office = Office(world)
    paper = office.paper(office.stage("a", HE_WEI), office.stage("b", LIU_QING, QIN_LAN, how="any"))
    org.declare_kin(
        actor=SYSTEM,
        person_id=office.people[LI_MIN].pk,
        other_id=office.people[LIU_QING].pk,
        kind="spouse",
        at=AT,
    )
    office.agree(paper, HE_WEI)
    assert office.asked(paper) == {QIN_LAN}
    with refused("relative_of_the_submitter", Forbidden):
        office.act("reassign", QIN_LAN, paper, person_id=office.people[LIU_QING].pk)
    office.agree(paper, QIN_LAN)
    assert office.status(paper) == "approved"
    assert {CHEN_LI, FANG_QING}.isdisjoint(office.asked(paper))
