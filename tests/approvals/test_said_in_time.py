"""A stage that was late keeps what was said in it in time, on the page and on the sheet."""

import pytest

from tests.approvals.office import FANG_QING, Office
from tests.world import CHEN_LI, HE_WEI, World
from zhongshu.approvals import services
from zhongshu.approvals.papers.opinions import opinions as on_the_sheet
from zhongshu.approvals.presenters.opinions import opinions
from zhongshu.approvals.presenters.steps import steps
from zhongshu.kernel.clock import local_day

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("mode", "word"), [("skip", "跳过"), ("return", "退回"), ("refuse", "终止")])
def test_row_19_what_was_said_before_it_was_late_stays(world: World, mode: str, word: str) -> None:
    """One of two agreed in time; the page and the sheet keep his words, and nobody is told to have refused."""
    office = Office(world)
    paper = office.paper(office.stage("a", HE_WEI, FANG_QING, overtime=mode), office.stage("b", CHEN_LI))
    office.act("agree", HE_WEI, paper, opinion="数字已核对")
    services.sweep_late(at=office.later(days=21))
    lines = [(one.who, one.word, one.text) for one in opinions(office.walk(paper), local_day(office.at))]
    assert lines[:2] == [(HE_WEI, "同意", "数字已核对"), ("", f"自动{word}", "超时")]
    sheet = str(on_the_sheet(office.walk(paper)))
    assert "数字已核对" in sheet and f"自动{word}（超时）" in sheet and "不同意" not in sheet
    assert "不同意" not in str(steps(office.walk(paper), local_day(office.at)))
