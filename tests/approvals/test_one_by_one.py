"""批量审批 only where the route lets it: a stage that is decided one by one stands aside, at every door."""

import pytest
from django.urls import reverse

from tests.approvals.office import Office
from tests.world import HE_WEI, World
from zhongshu.approvals import grammar, services
from zhongshu.approvals.models import Approval

pytestmark = pytest.mark.django_db


@pytest.fixture
def papers(world: World) -> tuple[Office, Approval, Approval]:
    """何伟 has one paper that can be agreed to among others, and one to be read by itself."""
    office = Office(world)
    small, large = (office.paper(office.stage("a", HE_WEI, one_by_one=so)) for so in (False, True))
    return office, small, large


def test_it_stands_aside_and_the_page_says_so(papers: tuple[Office, Approval, Approval]) -> None:
    office, small, large = papers
    client, url = office.world.client(HE_WEI), reverse("approvals:agreements")
    asked = client.post(url, {"ref": [small.pk, large.pk]})
    told = asked.content.decode()
    assert "同意 1 份" in told and "勾选了 2 份，其中 1 份现在不能同意" in told and "要逐份办理" in told
    assert f'name="ref" value="{small.pk}-' in told and f'name="ref" value="{large.pk}' not in told
    alone = client.post(url, {"ref": [large.pk]}).content.decode()
    assert "没有可以批量同意的" in alone and 'name="confirmed"' not in alone


def test_whatever_is_sent_it_is_not_agreed_to(papers: tuple[Office, Approval, Approval]) -> None:
    office, small, large = papers
    done = services.agree_many(actor=office.actor(HE_WEI), matter_ids=[small.pk, large.pk], at=office.at)
    assert done.done == (small.pk,)
    assert [(pk, no.code) for pk, no in done.refused] == [(large.pk, "one_by_one")]
    assert office.status(small) == "approved" and office.status(large) == "running"
    office.agree(large, HE_WEI)
    assert office.status(large) == "approved", "by itself it is"


def test_it_is_written_and_read_again(papers: tuple[Office, Approval, Approval]) -> None:
    office, _small, large = papers
    plan = large.version.plan
    assert grammar.read(grammar.written(plan)) == plan and plan.body[0] != papers[1].version.plan.body[0]
    shown = office.world.client(HE_WEI).get(reverse("approvals:route", args=[plan.name]))
    assert "要逐份办理" in shown.content.decode()
