"""What the trail of a paper tells: what was asked and noted, and sums and options as people read them."""

import pytest

from tests.approvals.office import FANG_QING, SU_YANG, Office
from tests.world import HE_WEI, World
from zhongshu.approvals.models import Approval
from zhongshu.approvals.presenters.timeline import events
from zhongshu.kernel.clock import local_day
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.journal.sentences import wording

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(world: World) -> Office:
    return Office(world)


def trail(office: Office, paper: Approval) -> str:
    entries = journal.timeline(paper.matter.stream)
    return "\n".join(str(one.what) for one in events(entries, office.walk(paper), (), local_day(office.at)))


def test_whoever_is_asked_reads_what_he_is_asked(office: Office) -> None:
    paper = office.paper(office.stage("a", HE_WEI, hand_on="anybody"))
    office.act("delegate", HE_WEI, paper, person_id=office.pk(SU_YANG), opinion="请看第三条")
    office.act("advise", SU_YANG, paper, opinion="第三条可行")
    office.act("add_signer", HE_WEI, paper, person_id=office.pk(SU_YANG), place="before", opinion="请先签")
    office.agree(paper, SU_YANG)
    office.act("reassign", HE_WEI, paper, person_id=office.pk(FANG_QING), opinion="外出三天")
    told = trail(office, paper)
    assert "“环节a”委派苏阳先提意见：请看第三条" in told
    assert "“环节a”加签苏阳（在其之前）：请先签" in told
    assert "“环节a”转方晴办理：外出三天" in told


def test_a_corrected_sum_is_told_as_people_read_it(office: Office) -> None:
    paper = office.paper(office.stage("a", HE_WEI, rights={"amount": "write"}), values={"amount": "125000"})
    office.act("agree", HE_WEI, paper, changes={"amount": "98000.5"})
    assert "金额：125,000.00 元 → 98,000.50 元" in trail(office, paper)


@pytest.mark.parametrize(("told", "shown"), [("320000", "320,000.00"), ("", ""), (None, "None")])
def test_sums_of_money_have_their_separators(told: str | None, shown: str) -> None:
    sentence = wording("finance.fund_entered").sentence({"project": "产业园", "asked": told, "number": ""})
    assert sentence == f"申请产业园 {shown} 元"
