"""What the best systems for approval can do, rows 9 to 15: back, stopped, copied, and people who are away or leave."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from tests.approvals.office import FANG_QING, HIRED, LIU_QING, QIN_LAN, SU_YANG, Office
from tests.refusing import refused
from tests.world import CHEN_LI, HE_WEI, LI_MIN, World
from zhongshu.approvals import services
from zhongshu.approvals.models import Approval, Leg
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Conflict, Forbidden
from zhongshu.matters import queries as matters
from zhongshu.matters import services as matter_services
from zhongshu.matters.models import Light, Matter
from zhongshu.org import services as org
from zhongshu.platform.workdays import queries as workdays

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(world: World) -> Office:
    return Office(world)


def three(office: Office) -> Approval:
    """A paper that has come to its third stage."""
    paper = office.paper(
        office.stage("a", HE_WEI), office.stage("b", CHEN_LI, LIU_QING), office.stage("c", QIN_LAN, SU_YANG)
    )
    office.agree(paper, HE_WEI, CHEN_LI, LIU_QING)
    return paper


@pytest.mark.parametrize(
    ("target", "then"), [("a", {HE_WEI}), ("b", {CHEN_LI, LIU_QING}), ("submit", {LI_MIN})]
)
def test_row_09_back_to_any_stage_that_has_been_done(office: Office, target: str, then: set[str]) -> None:
    """退回: not only one step, and out of the middle of a countersign; the others of it are asked no longer."""
    paper = three(office)
    office.agree(paper, QIN_LAN)
    office.give_back(paper, SU_YANG, target, straight=False)
    assert office.asked(paper) == office.desks(paper) == then


def test_row_09_out_of_a_parallel_branch_and_nothing_vanishes(office: Office) -> None:
    """A task given back inside one branch is on somebody's desk, and the branch beside keeps what it had."""
    both = {
        "type": "parallel", "code": "both",
        "branches": [[office.stage("a", HE_WEI), office.stage("b", CHEN_LI)], [office.stage("c", LIU_QING)]],
    }  # fmt: skip
    paper = office.paper(both, office.stage("d", FANG_QING))
    office.agree(paper, HE_WEI)
    office.give_back(paper, CHEN_LI, "a", straight=False)
    assert office.asked(paper) == office.desks(paper) == {HE_WEI, LIU_QING}
    office.agree(paper, LIU_QING, HE_WEI, CHEN_LI)
    assert office.asked(paper) == {FANG_QING} and not matters.orphans().exists()


@pytest.mark.parametrize(
    ("straight", "way"), [(True, [{QIN_LAN, SU_YANG}]), (False, [{CHEN_LI, LIU_QING}, {QIN_LAN, SU_YANG}])]
)
def test_row_10_the_returner_chooses_the_way_back(
    office: Office, straight: bool, way: list[set[str]]
) -> None:
    """退回后直达退回人 or 逐级重走: said by who returns it, and kept to."""
    paper = three(office)
    office.give_back(paper, QIN_LAN, "a", straight=straight)
    assert office.desks(paper) == {HE_WEI}
    office.agree(paper, HE_WEI)
    for then in way:
        assert office.asked(paper) == office.desks(paper) == then
        office.agree(paper, *then)
    assert office.status(paper) == "approved"


def test_row_11_taken_back_while_the_next_has_not_acted(office: Office) -> None:
    """撤回: by the drafter or by any approver, as long as nothing has been built on it; never after the end."""
    paper = office.paper(office.stage("a", HE_WEI), office.stage("b", CHEN_LI, LIU_QING))
    office.agree(paper, HE_WEI)
    office.act("take_back", HE_WEI, paper)
    assert office.desks(paper) == {HE_WEI}
    office.agree(paper, HE_WEI, CHEN_LI)
    with refused("too_late_to_take_back", Conflict, match="不能取回"):
        office.act("take_back", HE_WEI, paper)
    with refused("too_late_to_take_back", Conflict, match="不能取回"):
        office.act("take_back", LI_MIN, paper)
    office.agree(paper, LIU_QING)
    with refused("too_late_to_take_back", Conflict):
        office.act("take_back", LIU_QING, paper)


def test_row_12_stopped_the_clock_stands_and_nobody_is_late(office: Office) -> None:
    """挂起/恢复: no decision, no reminder, no red light meanwhile; the days it stood are given back."""
    paper = office.paper(office.stage("a", HE_WEI, within=2))
    due = Leg.objects.get(approval=paper, stage="a").due
    office.act("suspend", LI_MIN, paper, reason="等鉴定")
    stopped = office.at.date()
    office.later(days=12)
    matter_services.sweep(actor=SYSTEM, at=office.at)
    matter = Matter.objects.get(pk=paper.pk)
    assert (matter.light, matter.stopped_on) == (Light.GREY, stopped)
    assert services.sweep_late(at=office.at) == 0
    with refused("not_in_this_status", Conflict, match="已挂起"):
        office.agree(paper, HE_WEI)
    listed = str(office.world.client(HE_WEI).get(reverse("approvals:papers")).content.decode())
    assert "停止计时" in listed
    page = office.world.client(HE_WEI).get(reverse("approvals:approval", args=[paper.pk])).context["shown"]
    assert dict(page.facts)["本环节时限"] == page.opinions[-1].when == "停止计时"
    office.act("resume", LI_MIN, paper)
    calendar = workdays.calendar()
    gained = calendar.count(stopped, office.at.date())
    assert Leg.objects.get(approval=paper, stage="a").due == calendar.shift(due, gained) > due
    assert Matter.objects.get(pk=paper.pk).stopped_on is None
    office.agree(paper, HE_WEI)


def test_row_13_copies_are_read_and_seen_to_be_read(office: Office) -> None:
    """抄送: the reader decides nothing, his entry goes when he has read it; the page says who has and who has not."""
    paper = office.paper(office.stage("a", HE_WEI))
    office.act("copy", LI_MIN, paper, person_ids=[office.pk(CHEN_LI), office.pk(SU_YANG)])
    with refused("not_your_seat", Forbidden):
        office.agree(paper, CHEN_LI)
    matter_services.mark_read(actor=office.actor(CHEN_LI), matter_id=paper.pk, at=office.later(hours=1))
    assert matters.todo(office.actor(CHEN_LI), reading=True).rows == []
    page = office.world.client(LI_MIN).get(reverse("approvals:approval", args=[paper.pk]))
    readers = dict(page.context["shown"].readers)
    assert readers[CHEN_LI] and not readers[SU_YANG]
    assert "已阅" in page.content.decode() and "未阅" in page.content.decode()
    office.agree(paper, HE_WEI)
    assert office.status(paper) == "approved", "a copy that nobody reads holds nothing up"


def test_row_13_its_drafter_copies_what_is_concluded_too(office: Office) -> None:
    """抄送 to who went along, once the trip is approved: he alone, and to nobody whom the form would not offer."""
    paper = office.paper(office.stage("a", HE_WEI))
    office.agree(paper, HE_WEI)
    told = {"person_ids": [office.pk(CHEN_LI)]}
    with refused("not_yours_to_copy"):
        office.act("copy", HE_WEI, paper, **told)
    address = reverse("approvals:copy", args=[paper.pk])
    assert (
        address
        in office.world.client(LI_MIN).get(reverse("approvals:approval", args=[paper.pk])).content.decode()
    )
    office.act("copy", LI_MIN, paper, **told)
    assert [one.matter_id for one in matters.todo(office.actor(CHEN_LI), reading=True).rows] == [paper.pk]
    assert office.world.client(CHEN_LI).get(reverse("approvals:approval", args=[paper.pk])).status_code == 200
    matter_services.mark_read(actor=office.actor(CHEN_LI), matter_id=paper.pk, at=office.later(hours=1))
    assert office.status(paper) == "approved" and matters.todo(office.actor(CHEN_LI), reading=True).rows == []


def test_row_14_away_the_deputy_acts_by_himself_and_visibly(office: Office) -> None:
    """出差自动代理: what arrives meanwhile is the deputy's without handing over, in both names, until the last day."""
    today = office.at.date()
    org.stand_in(
        actor=SYSTEM, absent_id=office.pk(HE_WEI), stand_in_id=office.pk(LI_MIN), starts_on=today,
        ends_on=today + timedelta(days=3), at=office.at,
    )  # fmt: skip
    paper = office.paper(office.stage("a", HE_WEI), office.stage("b", CHEN_LI), by=SU_YANG)
    deputy = office.actor(LI_MIN, standing_in_for=HE_WEI)
    assert paper.pk in [row.matter_id for row in matters.todo(deputy).rows]
    office.act("agree", LI_MIN, paper, standing_in_for=HE_WEI)
    seat = next(one for one in office.walk(paper).seats if one.person_id == office.pk(HE_WEI))
    assert (seat.decided_by_id, seat.acting_for_id) == (office.pk(LI_MIN), office.pk(HE_WEI))
    page = office.world.client(CHEN_LI).get(reverse("approvals:approval", args=[paper.pk])).content.decode()
    assert f"{LI_MIN}（代{HE_WEI}）" in page
    office.later(days=4)
    with pytest.raises(AssertionError, match="does not stand in"):
        office.actor(LI_MIN, standing_in_for=HE_WEI)


def test_row_14_one_does_not_approve_ones_own_paper_by_standing_in(office: Office) -> None:
    today = office.at.date()
    org.stand_in(
        actor=SYSTEM, absent_id=office.pk(HE_WEI), stand_in_id=office.pk(LI_MIN), starts_on=today,
        ends_on=today + timedelta(days=3), at=office.at,
    )  # fmt: skip
    paper = office.paper(office.stage("a", HE_WEI), by=LI_MIN)
    with refused("powers_clash", Forbidden, match="不能在同一份单据上"):
        office.act("agree", LI_MIN, paper, standing_in_for=HE_WEI)


@pytest.mark.parametrize("leaves", [True, False], ids=["leaves office", "changes posts"])
def test_row_15_all_at_once_to_the_successor(office: Office, leaves: bool) -> None:
    """离职/调岗批量交接: every undecided part in every paper, also one that waits its turn or stands stopped."""
    first = office.paper(office.stage("a", HE_WEI, CHEN_LI))
    waiting = office.paper(office.stage("a", CHEN_LI, HE_WEI, how="in_order"))
    stopped = office.paper(office.stage("a", HE_WEI))
    office.act("suspend", LI_MIN, stopped, reason="等材料")
    move = org.leave_office if leaves else org.hand_over
    move(actor=SYSTEM, person_id=office.pk(HE_WEI), successor_id=office.pk(QIN_LAN), at=office.later(hours=1))
    assert office.asked(first) == office.desks(first) == {QIN_LAN, CHEN_LI}
    office.agree(waiting, CHEN_LI)
    assert office.asked(waiting) == {QIN_LAN}
    office.act("resume", LI_MIN, stopped)
    assert office.asked(stopped) == {QIN_LAN}
    office.agree(first, CHEN_LI, QIN_LAN), office.agree(waiting, QIN_LAN), office.agree(stopped, QIN_LAN)
    assert {office.status(one) for one in (first, waiting, stopped)} == {"approved"}
    assert not matters.orphans().exists()


def test_row_15_not_to_somebody_in_whom_powers_would_meet(office: Office) -> None:
    """The successor who has approved cannot take the payment over; nothing at all is moved then."""
    pay = office.stage("pay", SU_YANG, power="pay", on_empty="refuse")
    paper = office.paper(office.stage("a", QIN_LAN), pay)
    office.agree(paper, QIN_LAN)
    number = re.escape(paper.matter.number)
    with refused("powers_clash", Forbidden, match=f"{number}不能移交.*先把这份单据转办给别人"):
        org.hand_over(
            actor=SYSTEM,
            person_id=office.pk(SU_YANG),
            successor_id=office.pk(QIN_LAN),
            at=office.later(hours=1),
        )
    assert office.asked(paper) == office.desks(paper) == {SU_YANG}


def test_row_15_who_holds_nothing_has_nothing_to_hand_over(office: Office) -> None:
    with refused("holds_nothing", Conflict, match="没有在办"):
        org.hand_over(
            actor=SYSTEM,
            person_id=office.pk(HIRED[1]),
            successor_id=office.pk(HE_WEI),
            at=office.later(hours=1),
        )
