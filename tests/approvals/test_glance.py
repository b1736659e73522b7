"""A desk tells who hands a paper in and for how much, to those who may know it."""

import pytest

from tests.approvals.office import QIN_LAN, Office
from tests.world import CHEN_LI, HE_WEI, LI_MIN, World
from zhongshu.approvals import queries
from zhongshu.approvals.models import Approval

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(world: World) -> Office:
    return Office(world)


@pytest.fixture
def paper(office: Office) -> Approval:
    """Before He Wei and Chen Li at once; the stage of He Wei does not see the sum."""
    stage = office.stage("a", HE_WEI, rights={"amount": "hide"})
    return office.paper(stage, office.stage("b", CHEN_LI), values={"amount": "12000"})


def test_the_desk_tells_who_asks_but_no_sum_to_whom_the_stage_hides_it(
    office: Office, paper: Approval
) -> None:
    desk = office.world.client(HE_WEI).get("/").content.decode()
    assert LI_MIN in desk and "12,000.00 元" not in desk


def test_the_leader_sees_the_sum_on_his_phone(office: Office, paper: Approval) -> None:
    office.agree(paper, HE_WEI)
    for address in ("/", "/leader/"):
        assert "12,000.00 元" in office.world.client(CHEN_LI).get(address).content.decode()


def test_papers_are_told_together(office: Office, django_assert_max_num_queries: object) -> None:
    papers = [office.paper(office.stage("a", CHEN_LI), values={"amount": str(one)}) for one in (1, 2, 3)]
    with django_assert_max_num_queries(4):  # type: ignore[operator]
        told = queries.at_a_glance([one.pk for one in papers], office.actor(CHEN_LI))
    assert [told[one.pk][1] for one in papers] == ["1.00 元", "2.00 元", "3.00 元"]
    assert not queries.at_a_glance([], office.actor(QIN_LAN))
