"""同人去重 and the separation of duties: who is not asked again has had his hand in it all the same."""

from io import BytesIO

import pytest

from tests.approvals.office import FORM, LIU_QING, QIN_LAN, Office
from tests.approvals.routes import agree, asked, handed_in, route, stage
from tests.world import HE_WEI, LI_MIN, World
from zhongshu.approvals.models import Status
from zhongshu.kernel.actors import SYSTEM
from zhongshu.matters import services as matters
from zhongshu.matters.models import AttachmentRole
from zhongshu.org import services as org
from zhongshu.platform.files import services as files


@pytest.mark.parametrize(
    ("given", "wanted", "passed_over"),
    [
        ("review", "approve", True),
        ("approve", "approve_payment", True),
        ("pay", "pay", True),
        ("approve", "", True),
        ("", "approve", False),  # to take note is not to approve
        ("handle", "approve_payment", False),
        ("handle", "pay", False),  # nothing is paid by having agreed before
        ("", "book", False),
    ],
)
@pytest.mark.parametrize("mode", ["skip", "once"])
def test_agreement_stands_for_a_decision_only_where_it_was_one(
    given: str, wanted: str, passed_over: bool, mode: str
) -> None:
    body = stage("a", 3, power=given), stage("b", 3, power=wanted, on_repeat=mode), stage("c", 5, power="")
    walk = handed_in(route(*body))
    agree(walk, 3)
    assert asked(walk) == ([5] if passed_over else [3])


def test_whoever_was_passed_over_as_having_agreed_does_not_pay(mode: str = "once") -> None:
    """He agreed by reviewing; that it counted as approval binds him like approval."""
    first = stage("a", 3, power="review"), stage("b", 3, power="approve", on_repeat=mode)
    walk = handed_in(route(*first, stage("c", 3, 8, how="any", power="keep_goods")))
    agree(walk, 3)
    assert (3, "approve") in walk.hands
    assert asked(walk) == [8], "to approve never goes with keeping the goods; to review would"
    agree(walk, 8)
    assert walk.approval.status == Status.APPROVED


@pytest.mark.django_db
def test_who_is_left_out_for_the_separation_of_duties_is_named_on_the_page(world: World) -> None:
    office = Office(world)
    both = office.stage("b", HE_WEI, LIU_QING, power="keep_goods", on_empty="up", fallback=[])
    paper = office.paper(office.stage("a", QIN_LAN), both)
    org.hand_over(actor=SYSTEM, person_id=office.pk(QIN_LAN), successor_id=office.pk(HE_WEI), at=office.at)
    office.agree(paper, HE_WEI)
    assert office.asked(paper) == {LIU_QING}
    shown = world.client(LI_MIN).get(f"/approvals/{paper.pk}/").content.decode()
    assert f"“环节b”{HE_WEI}因职责分离不参加办理" in shown


@pytest.mark.django_db
@pytest.mark.parametrize("takes_off", [True, False])
def test_a_file_taken_off_is_not_agreed_to_and_walks_the_whole_way(world: World, takes_off: bool) -> None:
    """Who agreed had it before him. What is added comes straight back, as was asked for."""
    office = Office(world)
    paper = office.paper(office.stage("a", QIN_LAN), office.stage("b", LIU_QING))
    stored = [files.store(actor=SYSTEM, stream=BytesIO(b"1"), name="报价.txt", at=office.at)]
    basis = matters.attach(paper.matter, stored, role=AttachmentRole.SOURCE, at=office.at)
    office.agree(paper, QIN_LAN)
    office.give_back(paper, LIU_QING, "submit", straight=True)
    more = {"dropped": [basis[0].pk]} if takes_off else {"files": stored}
    office.act("hand_in_again", LI_MIN, paper, values=FORM, **more)
    assert office.asked(paper) == {QIN_LAN if takes_off else LIU_QING}
    shown = world.client(LI_MIN).get(f"/approvals/{paper.pk}/").content.decode()
    assert ("附件有改动，重新逐级审批" in shown) == takes_off
