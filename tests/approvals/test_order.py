"""What people did with a paper is told one after the other, on its page as on its sheet."""

import pytest

from tests.approvals.office import Office
from tests.world import AT, CHEN_LI, HE_WEI, World
from zhongshu.approvals.papers.opinions import opinions as on_the_sheet
from zhongshu.approvals.presenters.opinions import opinions as on_the_page
from zhongshu.kernel.clock import local_day

pytestmark = pytest.mark.django_db


def test_a_stage_that_gave_it_back_and_got_it_back_straight_is_told_twice(world: World) -> None:
    office = Office(world)
    paper = office.paper(office.stage("a", HE_WEI), office.stage("b", CHEN_LI))
    office.agree(paper, HE_WEI)
    office.give_back(paper, CHEN_LI, "a", straight=True)
    waiting = [(one.stage, one.state) for one in on_the_page(office.walk(paper), local_day(AT))]
    assert waiting == [("环节a", "done"), ("环节b", "back"), ("", "hold"), ("环节a", "doing")]
    office.agree(paper, HE_WEI, CHEN_LI)
    told = [(one.stage, one.word) for one in on_the_page(office.walk(paper), local_day(AT))]
    assert told == [("环节a", "同意"), ("环节b", "退回“环节a”"), ("环节a", "同意"), ("环节b", "同意")]
    sheet = [(row[0].text, row[1].text) for row in on_the_sheet(office.walk(paper))]
    assert sheet == [
        ("环节a", "同意。"),
        ("环节b", "退回“环节a”：请再核"),
        ("环节a", "同意。"),
        ("环节b", "同意。"),
    ]
