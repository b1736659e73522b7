"""What the best systems for approval can do, rows 1 to 8 of the comparison: who decides, and whom one asks, too."""

import pytest

from tests.approvals.office import FANG_QING, LIU_QING, QIN_LAN, SU_YANG, Office
from tests.refusing import refused
from tests.world import CHEN_LI, HE_WEI, LI_MIN, World
from zhongshu.approvals.models import SeatState
from zhongshu.approvals.presenters.steps import steps
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Conflict, Forbidden

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(world: World) -> Office:
    return Office(world)


def test_row_01_countersign_waits_for_every_single_person(office: Office) -> None:
    """会签: however the order, the stage is passed with the last opinion and not before; one refusal ends it."""
    everybody = office.stage("a", HE_WEI, CHEN_LI, LIU_QING)
    paper = office.paper(everybody, office.stage("b", FANG_QING))
    assert office.asked(paper) == office.desks(paper) == {HE_WEI, CHEN_LI, LIU_QING}
    office.agree(paper, LIU_QING, HE_WEI)
    assert office.asked(paper) == office.desks(paper) == {CHEN_LI}
    office.agree(paper, CHEN_LI)
    assert office.asked(paper) == office.desks(paper) == {FANG_QING}
    other = office.paper(everybody)
    office.agree(other, HE_WEI)
    office.act("refuse", CHEN_LI, other, opinion="依据不足")
    assert office.status(other) == "refused" and office.desks(other) == set()


def test_row_02_one_of_several_is_enough(office: Office) -> None:
    """或签: the first opinion decides; the paper leaves the desks of all others at once, and they cannot act on it."""
    paper = office.paper(office.stage("a", HE_WEI, CHEN_LI, how="any"), office.stage("b", FANG_QING))
    office.agree(paper, CHEN_LI)
    assert office.asked(paper) == office.desks(paper) == {FANG_QING}
    with refused("not_your_seat", Forbidden):
        office.agree(paper, HE_WEI)


def test_row_03_one_after_the_other(office: Office) -> None:
    """依次审批: the order of the list is the order of asking; nobody has it on his desk before his turn."""
    paper = office.paper(office.stage("a", CHEN_LI, LIU_QING, HE_WEI, how="in_order"))
    for name in (CHEN_LI, LIU_QING, HE_WEI):
        assert office.asked(paper) == office.desks(paper) == {name}
        office.agree(paper, name)
    assert office.status(paper) == "approved"


@pytest.mark.parametrize(
    ("share", "for_it", "status"), [(50, 2, "approved"), (66, 2, "running"), (66, 3, "approved")]
)
def test_row_04_votes_carry_by_their_share(office: Office, share: int, for_it: int, status: str) -> None:
    """票签: so many percent of all votes carry it, counted over everybody who was asked, not over who has voted."""
    voters = (HE_WEI, CHEN_LI, LIU_QING, QIN_LAN)
    paper = office.paper(office.stage("a", *voters, how="share", share=share))
    office.act("refuse", QIN_LAN, paper, opinion="不宜")
    office.agree(paper, *voters[:for_it])
    assert office.status(paper) == status


def test_row_04_the_strip_tells_how_many_votes_are_missing(office: Office) -> None:
    """Four vote and 66 per cent carry: three; what runs beside it is said to run beside it."""
    vote = office.stage("a", HE_WEI, CHEN_LI, LIU_QING, QIN_LAN, how="share", share=66)
    both = {"type": "parallel", "code": "both", "branches": [[vote], [office.stage("b", SU_YANG)]]}
    paper = office.paper(both, office.stage("c", CHEN_LI))
    office.agree(paper, HE_WEI)
    told = {one.title: one.note for one in steps(office.walk(paper), local_day(office.at))}
    assert told["环节a"] == f"{CHEN_LI}、{LIU_QING}、{QIN_LAN}，还差 2 票，同时办"
    assert told["环节b"] == f"{SU_YANG}，同时办" and told["环节c"] == ""


def test_row_04_votes_fail_as_soon_as_they_cannot_carry_any_more(office: Office) -> None:
    paper = office.paper(office.stage("a", HE_WEI, CHEN_LI, LIU_QING, QIN_LAN, how="share", share=66))
    office.act("refuse", QIN_LAN, paper, opinion="不宜")
    assert office.status(paper) == "running"
    office.act("refuse", LIU_QING, paper, opinion="不宜")
    assert office.status(paper) == "refused" and office.desks(paper) == set()


@pytest.mark.parametrize(
    ("place", "first", "then"),
    [("before", {SU_YANG, CHEN_LI}, {HE_WEI, CHEN_LI}), ("after", {SU_YANG, CHEN_LI}, {CHEN_LI})],
)
def test_row_05_signers_are_added_before_and_after_while_it_runs(
    office: Office, place: str, first: set[str], then: set[str]
) -> None:
    """加签: into a countersign that is under way, before or after one's own signature, without touching the others."""
    paper = office.paper(office.stage("a", HE_WEI, CHEN_LI), office.stage("b", FANG_QING))
    office.act("add_signer", HE_WEI, paper, person_id=office.pk(SU_YANG), place=place)
    assert office.asked(paper) == office.desks(paper) == first
    office.agree(paper, SU_YANG)
    assert office.asked(paper) == office.desks(paper) == then


def test_row_05_beside_me_and_a_signer_adds_another(office: Office) -> None:
    """并加签: both sign in any order; who was added may add in turn; an added signer's refusal counts as one."""
    paper = office.paper(office.stage("a", HE_WEI, CHEN_LI, how="any"), office.stage("b", FANG_QING))
    office.act("add_signer", HE_WEI, paper, person_id=office.pk(SU_YANG), place="beside")
    office.act("add_signer", SU_YANG, paper, person_id=office.pk(QIN_LAN), place="before")
    office.agree(paper, HE_WEI)
    assert FANG_QING not in office.asked(paper), "the added signer still has to sign"
    office.agree(paper, QIN_LAN, SU_YANG)
    assert office.asked(paper) == {FANG_QING}


def test_row_06_who_was_added_is_taken_off_again(office: Office) -> None:
    """减签: by who added him, before he has signed; what waited for him goes on. Others cannot, nor can one later."""
    paper = office.paper(office.stage("a", HE_WEI, CHEN_LI), office.stage("b", FANG_QING))
    office.act("add_signer", HE_WEI, paper, person_id=office.pk(SU_YANG), place="before")
    number = next(one.number for one in office.walk(paper).seats if one.person_id == office.pk(SU_YANG))
    with refused("cannot_remove", Conflict):
        office.act("remove_signer", CHEN_LI, paper, seat=number)
    office.act("remove_signer", HE_WEI, paper, seat=number)
    assert office.asked(paper) == office.desks(paper) == {HE_WEI, CHEN_LI}
    assert {"added_signer", "removed_signer"} <= set(office.told(paper))
    with refused("cannot_remove", Conflict):
        office.act("remove_signer", HE_WEI, paper, seat=number)


def test_row_07_handed_on_for_good(office: Office) -> None:
    """转办: another decides in my place and it does not come back; a chain of it ends where it must, once."""
    anybody = office.stage("a", HE_WEI, CHEN_LI, hand_on="anybody")
    paper = office.paper(anybody, office.stage("b", FANG_QING))
    office.act("reassign", HE_WEI, paper, person_id=office.pk(SU_YANG), opinion="外出")
    office.act("reassign", SU_YANG, paper, person_id=office.pk(QIN_LAN))
    assert office.desks(paper) == {QIN_LAN, CHEN_LI}
    with refused("signs_anyhow", match="已经在这一步"):
        office.act("reassign", QIN_LAN, paper, person_id=office.pk(CHEN_LI))
    office.agree(paper, QIN_LAN, CHEN_LI)
    assert office.asked(paper) == {FANG_QING}
    handed = [one for one in office.walk(paper).seats if one.state == SeatState.HANDED_ON]
    assert [one.person.name for one in handed] == [HE_WEI, SU_YANG]


def test_row_08_asked_for_an_opinion_it_comes_back_to_me(office: Office) -> None:
    """委派: the other only advises, also if he hands the asking on; the decision stays with who asked."""
    paper = office.paper(office.stage("a", HE_WEI), office.stage("b", FANG_QING))
    office.act("delegate", HE_WEI, paper, person_id=office.pk(SU_YANG), opinion="请看第三条")
    assert office.desks(paper) == {SU_YANG}
    with refused("only_advice"):
        office.agree(paper, SU_YANG)
    office.act("reassign", SU_YANG, paper, person_id=office.pk(QIN_LAN))
    office.act("advise", QIN_LAN, paper, opinion="第三条可行")
    assert office.desks(paper) == {HE_WEI}
    office.agree(paper, HE_WEI)
    assert office.asked(paper) == {FANG_QING} and LI_MIN not in office.desks(paper)
