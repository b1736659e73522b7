"""The sheet of a paper (审批单): what is on it, who reads what, that its taking is written down."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.approvals.conftest import LEAVE, later, publish, submitted
from tests.platform.typesetting.pages import Pages
from tests.refusing import refused
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN, SUN_YAO, ZHOU_QIMING, World
from zhongshu.approvals import services
from zhongshu.approvals.models import Approval
from zhongshu.approvals.papers.cells import WIDTHS, paired
from zhongshu.kernel.refusals import NotFound
from zhongshu.org import queries as org
from zhongshu.org.models import StandIn
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.typesetting.elements import Grid

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seal_route")]
SECRET = {
    **LEAVE,
    "name": "secret",
    "fields": [*LEAVE["fields"], {"code": "note", "label": "内情", "required": False}],
    "body": [{**LEAVE["body"][0], "rights": {"note": "hide"}}],
}


def sheet(world: World, paper: Approval, name: str = LI_MIN, *, hours: int = 9) -> str:
    made = services.take_sheet(actor=world.actor(name), matter_id=paper.pk, at=later(hours))
    return Pages(made).cells()


def test_form_opinions_times_route_and_version_are_on_it(world: World) -> None:
    values = {"subject": "印发通报", "copies": "12"}
    paper = services.submit(
        actor=world.actor(LI_MIN),
        route="leave",
        title="用印申请",
        body="随督查通报一并印发",
        values=values,
        at=AT,
    )
    services.agree(actor=world.actor(HE_WEI), matter_id=paper.pk, opinion="拟同意", at=later(1))
    services.agree(actor=world.actor(CHEN_LI), matter_id=paper.pk, at=later(2))
    told = sheet(world, paper)
    for words in (
        paper.matter.number, "中共澄江市委办公室", "用印审批单", "用印事由印发通报", "份数12", "随督查通报一并印发",
        "科室负责人同意：拟同意何伟2026-09-1810:30", "秘书长同意。陈立2026-09-1811:30",
        "状态已通过", "用印审批（第1版）", "制单李敏2026-09-1818:30",
    ):  # fmt: skip
        assert "".join(words.split()) in told


def test_a_return_and_what_followed_stay_on_it_in_order(world: World) -> None:
    paper = submitted(world)
    services.give_back(
        actor=world.actor(HE_WEI), matter_id=paper.pk, target="submit", straight=False, opinion="份数不对", at=later(1)
    )  # fmt: skip
    values = {"subject": "印发通报", "copies": "3"}
    services.hand_in_again(actor=world.actor(LI_MIN), matter_id=paper.pk, values=values, at=later(2))
    told = sheet(world, paper)
    assert told.index("退回起草人：份数不对") < told.index("何伟待签") and "份数3" in told


def test_who_stood_in_for_whom_is_on_it(world: World) -> None:
    day = AT.date()
    StandIn.objects.create(
        absent=world.people[CHEN_LI], stand_in=world.people[ZHOU_QIMING], starts_on=day,
        ends_on=day + timedelta(days=3),
    )  # fmt: skip
    paper = submitted(world)
    services.agree(actor=world.actor(HE_WEI), matter_id=paper.pk, at=later(1))
    acting = org.actor_standing_in(world.people[ZHOU_QIMING], world.people[CHEN_LI].pk, day)
    assert acting is not None
    services.agree(actor=acting, matter_id=paper.pk, opinion="同意印发", at=later(2))
    assert "周启明（代陈立）" in sheet(world, paper)


def test_an_added_signer_stands_in_the_order_of_signing(world: World) -> None:
    paper = submitted(world)
    chen = world.people[CHEN_LI].pk
    services.add_signer(
        actor=world.actor(HE_WEI), matter_id=paper.pk, person_id=chen, place="before", at=later(1)
    )
    services.agree(actor=world.actor(CHEN_LI), matter_id=paper.pk, opinion="请按程序办", at=later(2))
    services.agree(actor=world.actor(HE_WEI), matter_id=paper.pk, at=later(3))
    told = sheet(world, paper)
    assert told.index("陈立（前加签）") < told.index("何伟2026")


def test_what_a_stage_may_not_see_is_not_on_its_sheet(world: World) -> None:
    publish(SECRET)
    values = {"subject": "印发通报", "copies": "2", "note": "不宜外传"}
    paper = services.submit(
        actor=world.actor(LI_MIN), route="secret", title="用印", body="", values=values, at=AT
    )
    assert "不宜外传" in sheet(world, paper)
    told = sheet(world, paper, HE_WEI)
    assert "不宜外传" not in told and "另有1栏" in told


def test_whoever_may_not_know_of_the_paper_gets_no_sheet(world: World) -> None:
    paper = submitted(world)
    with refused("no_such_matter", NotFound):
        sheet(world, paper, SUN_YAO)


def test_taking_it_is_written_down(world: World) -> None:
    paper = submitted(world)
    sheet(world, paper, HE_WEI)
    newest = journal.timeline(paper.matter.stream)[0]
    assert (newest.verb, newest.actor_name) == ("approvals.sheet_taken", HE_WEI)


def test_the_same_paper_at_the_same_moment_gives_the_same_bytes(world: World) -> None:
    paper, actor = submitted(world), world.actor(LI_MIN)
    first, second = (services.take_sheet(actor=actor, matter_id=paper.pk, at=later(1)) for _ in range(2))
    assert first == second


@given(st.lists(st.tuples(st.text(max_size=8), st.text(max_size=30)), max_size=12))
def test_pairs_fill_their_rows_and_none_is_lost(pairs: list[tuple[str, str]]) -> None:
    rows = paired(pairs)
    Grid(widths=WIDTHS, rows=rows)
    told = [cell.text for row in rows for cell in row]
    assert told == [text for pair in pairs for text in pair]


def test_a_paper_of_few_stages_is_one_page(world: World) -> None:
    paper = submitted(world)
    services.agree(actor=world.actor(HE_WEI), matter_id=paper.pk, opinion="拟同意", at=later(1))
    services.agree(actor=world.actor(CHEN_LI), matter_id=paper.pk, at=later(2))
    assert len(Pages(services.take_sheet(actor=world.actor(LI_MIN), matter_id=paper.pk, at=later(3)))) == 1
