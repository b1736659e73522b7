"""What a route says is read once where it can never change, and anew where it can."""

import pytest

from tests.approvals.office import Office
from tests.world import CHEN_LI, HE_WEI, World
from zhongshu.approvals.models import Approval, RouteVersion
from zhongshu.approvals.queries.papers import flow_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(world: World) -> Office:
    return Office(world)


def test_a_published_version_is_read_once_and_an_act_does_not_read_it_again(office: Office) -> None:
    paper = office.paper(office.stage("a", HE_WEI), office.stage("b", CHEN_LI))
    flow = flow_of(RouteVersion.objects.get(approvals=paper))
    bare = Approval.objects.select_related("version").defer("version__spec").get(pk=paper.pk)
    assert flow_of(bare.version) is flow
    assert "spec" not in bare.version.__dict__
    office.agree(paper, HE_WEI)
    paper.refresh_from_db()
    assert paper.status == "running"


def test_a_draft_is_read_as_it_stands(office: Office) -> None:
    version = RouteVersion.objects.get(route__name=office.route(office.stage("a", HE_WEI)))
    draft = RouteVersion(pk=version.pk, route=version.route, number=2, spec=version.spec)
    assert list(flow_of(draft).stages) == ["a"]
    draft.spec = {**version.spec, "body": [office.stage("a", HE_WEI), office.stage("b", CHEN_LI)]}
    assert list(flow_of(draft).stages) == ["a", "b"]


def test_a_version_published_in_another_moment_is_another(office: Office) -> None:
    version = RouteVersion.objects.get(route__name=office.route(office.stage("a", HE_WEI)))
    first = flow_of(version)
    office.at = office.at.replace(year=2027)
    version.published_at, version.spec = office.at, {**version.spec, "body": [office.stage("c", HE_WEI)]}
    assert list(first.stages) == ["a"] and list(flow_of(version).stages) == ["c"]
