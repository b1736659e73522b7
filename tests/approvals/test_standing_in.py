"""Standing in where approvals are concerned: what is refused when it is named, and what a stand-in can still do."""

from datetime import timedelta
from itertools import permutations

import pytest
from django.urls import reverse

from tests.approvals.office import FANG_QING, LIU_QING, QIN_LAN, SU_YANG, Office
from tests.refusing import refused
from tests.world import CHEN_LI, HE_WEI, LI_MIN, World
from zhongshu.approvals import checks, queries
from zhongshu.approvals.checks.deputies import Deputies
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Forbidden, Refusal
from zhongshu.org import services as org
from zhongshu.org.models import StandIn
from zhongshu.platform.notify.models import Notice

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(world: World) -> Office:
    return Office(world)


def stand_in(office: Office, absent: str, deputy: str) -> StandIn:
    today = local_day(office.at)
    return org.stand_in(
        actor=SYSTEM, absent_id=office.pk(absent), stand_in_id=office.pk(deputy), starts_on=today,
        ends_on=today + timedelta(days=36_500), at=office.at,
    )  # fmt: skip


def test_who_stands_in_is_told_of_it_and_of_what_comes_and_is_pressed_for(office: Office) -> None:
    """The one away reads nothing: what asks for an act reaches who stands in, with the door to take the place."""

    def told() -> list[str]:
        rows = Notice.objects.filter(person_id=office.pk(FANG_QING), url=reverse("org:absence")).order_by(
            "pk"
        )
        return [one.text for one in rows if one.subject == f"person:{office.pk(HE_WEI)}"]

    stand_in(office, HE_WEI, FANG_QING)
    assert "代何伟办事" in told()[0]
    paper = office.paper(office.stage("a", HE_WEI))
    assert told() == ["代何伟办：请您审批：关于印发通报的请示"], "one line for all, the newest words"
    office.act("remind", LI_MIN, paper)
    assert "代何伟办：催办" in told()[0] and office.asked(paper) == {HE_WEI}
    with refused("no_such_matter"):
        queries.get(office.actor(FANG_QING), paper.pk)  # not as herself
    office.act("agree", FANG_QING, paper, standing_in_for=HE_WEI)
    assert office.status(paper) == "approved"


def test_what_the_check_counts_as_refused_is_refused_when_it_is_named(office: Office) -> None:
    name = office.route(
        office.stage("a", HE_WEI, on_empty="up"),
        office.stage("p", LIU_QING, power="pay", on_empty="up"),
        office.stage("n", SU_YANG, power="", on_empty="up"),
    )
    today = local_day(office.at)
    plan = queries.current(queries.route_called(name)).plan
    organ = office.world.units["SWB"].pk
    known = Deputies(plan, checks.facts_of(plan, organ, today))
    stopped = set()
    for absent, deputy in permutations((HE_WEI, LIU_QING, SU_YANG, CHEN_LI), 2):
        try:
            stand_in(office, absent, deputy).delete()
        except Refusal as refusal:
            assert refusal.code == "powers_would_meet"
            stopped.add((absent, deputy))
        assert ((absent, deputy) in stopped) == (
            known.clashing(office.pk(absent), office.pk(deputy)) is not None
        )
    assert stopped == {(HE_WEI, LIU_QING), (LIU_QING, HE_WEI)}


def test_nobody_stands_in_for_two_in_whose_seats_powers_would_meet(office: Office) -> None:
    """秦岚 has no part herself; for either she may stand in, not for both at once."""
    office.route(
        office.stage("a", HE_WEI, on_empty="up"), office.stage("p", LIU_QING, power="pay", on_empty="up")
    )
    stand_in(office, HE_WEI, QIN_LAN)
    with refused("powers_would_meet", match="秦岚代理后会在"):
        stand_in(office, LIU_QING, QIN_LAN)
    stand_in(office, LIU_QING, SU_YANG)


def test_with_a_paper_of_his_own_a_stand_in_can_but_hand_it_on(office: Office) -> None:
    """What the page offers is what is let through: to whom the rules would have it, in both names, and no part of his."""
    stand_in(office, HE_WEI, LI_MIN)
    paper = office.paper(office.stage("a", HE_WEI), by=LI_MIN)
    browser = office.world.client(LI_MIN)
    browser.post(reverse("org:standing-in"), {"absent": office.pk(HE_WEI)})
    page = browser.get(reverse("approvals:approval", args=[paper.pk])).context["shown"]
    assert [deed.offer for deed in page.primary if deed.offer in ("agree", "refuse", "reassign")] == [
        "reassign"
    ]
    form = browser.get(reverse("approvals:reassignment", args=[paper.pk])).content.decode()
    assert CHEN_LI in form and "只能转给同样有权办理的人或者上级" in form and FANG_QING not in form
    with refused("cannot_choose_who", Forbidden):
        office.act("reassign", LI_MIN, paper, standing_in_for=HE_WEI, person_id=office.pk(FANG_QING))
    office.act("reassign", LI_MIN, paper, standing_in_for=HE_WEI, person_id=office.pk(CHEN_LI))
    assert office.asked(paper) == office.desks(paper) == {CHEN_LI}
    office.agree(paper, CHEN_LI)
    assert office.status(paper) == "approved"
