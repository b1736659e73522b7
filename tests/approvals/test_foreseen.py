"""What the press would refuse of several ticked papers is told before it is pressed, and read at once for all."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse_lazy

from tests.approvals.office import FANG_QING, SU_YANG, Office
from tests.world import CHEN_LI, HE_WEI, World
from zhongshu.approvals import queries, services
from zhongshu.approvals.models import Approval

pytestmark = pytest.mark.django_db
PAGE = reverse_lazy("approvals:agreements")
NOBODY = {"on_empty": "refuse", "fallback": []}


def mixed(office: Office) -> list[Approval]:
    """何伟 can agree to the first; of the others each is in the way of something else."""
    a, b = office.stage("a", HE_WEI), office.stage("b", CHEN_LI)
    chosen = {"type": "stage", "code": "c", "title": "会签", "who": {"kind": "chosen"}, **NOBODY}
    bodies = ((a,), (office.stage("a", HE_WEI, one_by_one=True),), (a, b), (a,))
    papers = [office.paper(*body) for body in bodies]
    office.agree(papers[2], HE_WEI)
    office.act("suspend", CHEN_LI, papers[3], reason="等文件")
    stray = office.paper(office.stage("a", FANG_QING))
    office.act("delegate", FANG_QING, stray, person_id=office.pk(HE_WEI))
    left = office.hand_in(office.route(a, chosen), chosen={"c": [office.people[SU_YANG].staff_number]})
    Approval.objects.filter(pk=left.pk).update(chosen={})
    return [*papers, stray, left]


def test_it_is_what_the_press_refuses(world: World) -> None:
    office = Office(world)
    papers, actor = mixed(office), office.actor(HE_WEI)
    seen = queries.foreseen(actor, [one.matter for one in papers], office.at)
    before = [(pk, one.why.code) for pk, one in sorted(seen.items()) if one.why]
    done = services.agree_many(actor=actor, matter_ids=[one.pk for one in papers], at=office.at)
    assert before == [(pk, no.code) for pk, no in sorted(done.refused)] and len(done.done) == 1
    assert len({code for _pk, code in before}) == 5, "five reasons"


def test_the_page_tells_which_and_why(world: World) -> None:
    office = Office(world)
    papers = mixed(office)
    told = world.client(HE_WEI).post(PAGE, {"ref": [one.pk for one in papers]})
    words = told.content.decode()
    assert "勾选了 6 份，其中 5 份现在不能同意" in words and "同意这 1 份" in words and "已挂起" in words
    assert words.count('name="ref"') == 1 and f'value="{papers[0].pk}-' in words


def test_it_asks_as_often_for_many_as_for_few(world: World) -> None:
    office, counts, client = Office(world), [], world.client(HE_WEI)
    for more in (1, 3):
        ticked = {"ref": [paper.pk for _again in range(more) for paper in mixed(office)]}
        for _warm in range(2):
            with CaptureQueriesContext(connection) as caught:
                assert f"其中 {5 * more} 份" in client.post(PAGE, ticked).content.decode()
        counts.append([one["sql"] for one in caught.captured_queries])
    assert len(counts[0]) == len(counts[1]), counts
