"""What the best systems for approval can do, rows 16 to 24: strategies, rights, records, bulk, print, parts."""

import pytest
from django.urls import reverse

from tests.approvals.office import FANG_QING, LIU_QING, QIN_LAN, SU_YANG, Office
from tests.platform.typesetting.pages import Pages
from tests.refusing import refused
from tests.world import CHEN_LI, HE_WEI, LI_MIN, World
from zhongshu.approvals import queries, services
from zhongshu.approvals.models import Approval, Leg, LegState
from zhongshu.kernel.refusals import Forbidden
from zhongshu.platform.notify.models import Notice

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(world: World) -> Office:
    return Office(world)


def page(office: Office, name: str, paper: Approval) -> str:
    answer = office.world.client(name).get(reverse("approvals:approval", args=[paper.pk]))
    return str(answer.content.decode())


@pytest.mark.parametrize(("strategy", "then"), [("skip", {FANG_QING}), ("up", {CHEN_LI})])
def test_row_16_the_approver_is_the_drafter(office: Office, strategy: str, then: set[str]) -> None:
    """审批人=发起人: passed over or to the superior, as the stage says, and told in the record, never silently."""
    paper = office.paper(office.stage("a", HE_WEI, on_self=strategy), office.stage("b", FANG_QING), by=HE_WEI)
    assert office.asked(paper) == then
    assert "审批人是提交人" in page(office, HE_WEI, paper) or "提交人本人是审批人" in page(
        office, HE_WEI, paper
    )


def test_row_16_refused_at_once_or_among_others_left_out(office: Office) -> None:
    with refused("approver_is_submitter", match="提交人本人"):
        office.paper(office.stage("a", HE_WEI, CHEN_LI, on_self="refuse"), by=HE_WEI)
    paper = office.paper(office.stage("a", HE_WEI, CHEN_LI, on_self="skip"), by=HE_WEI)
    assert office.asked(paper) == {CHEN_LI}


def test_row_16_allowed_only_where_no_power_meets(office: Office) -> None:
    """自批: a stage that only notes may be done by the drafter; one that approves never, whatever the route says."""
    paper = office.paper(
        office.stage("a", HE_WEI, on_self="allow", power=""), office.stage("b", CHEN_LI), by=HE_WEI
    )
    assert office.asked(paper) == {HE_WEI}
    office.agree(paper, HE_WEI, CHEN_LI)
    assert office.status(paper) == "approved"


@pytest.mark.parametrize(
    ("strategy", "then"),
    [("up", {CHEN_LI, HE_WEI}), ("named", {FANG_QING}), ("skip", {QIN_LAN}), ("refuse", set())],
)
def test_row_17_nobody_can_approve(office: Office, strategy: str, then: set[str]) -> None:
    """审批人为空: to the superior, to named persons, passed over, or refused on handing in with what to do."""
    route = office.route(office.stage("a", LIU_QING, on_empty=strategy), office.stage("b", QIN_LAN))
    office.people[LIU_QING].appointments.update(ends_on="2026-01-01")
    if not then:
        with refused("no_approver", match="没有人可以办理"):
            office.hand_in(route)
        return
    paper = office.hand_in(route)
    assert office.asked(paper) and office.asked(paper) <= then
    told = {
        "up": "“环节a”无人可办，转上级",
        "named": "“环节a”无人可办，交指定人",
        "skip": "“环节a”自动跳过（没有人可以办理）",
    }
    shown = page(office, LI_MIN, paper)
    assert told[strategy] in shown
    assert ("没有人可以办理</td>" in shown) == (strategy == "skip"), "among the opinions, too"


@pytest.mark.parametrize(("mode", "asked_in_c"), [("ask", True), ("skip", True), ("once", False)])
def test_row_18_the_same_person_again_later(office: Office, mode: str, asked_in_c: bool) -> None:
    """同人去重: always asked, not twice running, or once in the whole paper; here somebody else stands between."""
    body = [
        office.stage(code, name, on_repeat=mode)
        for code, name in (("a", HE_WEI), ("b", CHEN_LI), ("c", HE_WEI))
    ]
    paper = office.paper(*body, office.stage("d", FANG_QING))
    office.agree(paper, HE_WEI, CHEN_LI)
    assert office.asked(paper) == ({HE_WEI} if asked_in_c else {FANG_QING})


@pytest.mark.parametrize(("mode", "then"), [("ask", HE_WEI), ("skip", FANG_QING), ("once", FANG_QING)])
def test_row_18_the_same_person_twice_running(office: Office, mode: str, then: str) -> None:
    paper = office.paper(
        office.stage("a", HE_WEI), office.stage("b", HE_WEI, on_repeat=mode), office.stage("c", FANG_QING)
    )
    office.agree(paper, HE_WEI)
    assert office.asked(paper) == {then}
    assert ("同一人在前面的环节已同意" in page(office, LI_MIN, paper)) == (then == FANG_QING)


def test_row_18_what_was_agreed_to_before_a_change_does_not_count(office: Office) -> None:
    """After the drafter has handed in anew, even "once in the whole paper" asks everybody again."""
    body = [
        office.stage("a", HE_WEI),
        office.stage("b", CHEN_LI),
        office.stage("c", HE_WEI, on_repeat="once"),
    ]
    paper = office.paper(*body)
    office.agree(paper, HE_WEI)
    office.give_back(paper, CHEN_LI, "submit", straight=False)
    values = {"subject": "改后的事由", "amount": "200"}
    office.act("hand_in_again", LI_MIN, paper, values=values)
    assert office.asked(paper) == {HE_WEI}


def late(office: Office, **more: str) -> Approval:
    """A paper whose first stage has been lying for three weeks."""
    paper = office.paper(office.stage("a", HE_WEI, **more), office.stage("b", CHEN_LI))
    office.later(days=21)
    assert services.sweep_late(at=office.at) == 1
    return paper


def test_row_19_late_its_holders_are_reminded_every_day_once(office: Office) -> None:
    paper = late(office)
    assert office.asked(paper) == {HE_WEI} and office.told(paper)[-1] == "lay_late"
    assert services.sweep_late(at=office.later(hours=2)) == 0
    assert services.sweep_late(at=office.later(days=1)) == 1


def test_row_19_late_it_goes_on_and_is_called_passed_over_not_agreed(office: Office) -> None:
    paper = late(office, overtime="skip")
    assert office.asked(paper) == {CHEN_LI}
    assert Leg.objects.get(approval=paper, stage="a").state == LegState.SKIPPED
    shown = page(office, LI_MIN, paper)
    assert "超时自动跳过" in shown and "“环节a”同意" not in shown


@pytest.mark.parametrize(
    ("mode", "status", "asked"), [("return", "running", {LI_MIN}), ("refuse", "refused", set())]
)
def test_row_19_late_it_is_returned_or_ended(office: Office, mode: str, status: str, asked: set[str]) -> None:
    paper = late(office, overtime=mode)
    assert (office.status(paper), office.desks(paper)) == (status, asked)
    assert "超时自动" in page(office, LI_MIN, paper)
    assert Notice.objects.filter(person_id=office.pk(LI_MIN), subject=paper.matter.stream).exists()


def test_row_19_reminders_survive_a_return(office: Office) -> None:
    """The timer is not lost: neither in the stage it was returned to, nor in the one it comes straight back to."""
    paper = office.paper(office.stage("a", HE_WEI), office.stage("b", CHEN_LI))
    office.agree(paper, HE_WEI)
    office.give_back(paper, CHEN_LI, "a", straight=True)
    office.later(days=21)
    assert services.sweep_late(at=office.at) == 1 and office.told(paper)[-1] == "lay_late"
    office.agree(paper, HE_WEI)
    office.later(days=21)
    assert services.sweep_late(at=office.at) == 1 and office.asked(paper) == {CHEN_LI}


def test_row_19_passed_over_late_in_a_returned_stage_comes_straight_back(office: Office) -> None:
    paper = office.paper(office.stage("a", HE_WEI, overtime="skip"), office.stage("b", CHEN_LI))
    office.agree(paper, HE_WEI)
    office.give_back(paper, CHEN_LI, "a", straight=True)
    services.sweep_late(at=office.later(days=21))
    assert office.asked(paper) == office.desks(paper) == {CHEN_LI}


def test_row_19_where_nobody_could_decide_next_the_holder_is_reminded(office: Office) -> None:
    """One paper that cannot be moved on does not hold up the nightly round of all the others."""
    route = office.route(
        office.stage("a", HE_WEI, overtime="skip"), office.stage("b", LIU_QING, on_empty="refuse")
    )
    stuck = office.hand_in(route)
    other = office.paper(office.stage("a", HE_WEI, overtime="skip"), office.stage("b", CHEN_LI))
    office.people[LIU_QING].appointments.update(ends_on="2026-01-01")
    assert services.sweep_late(at=office.later(days=21)) == 2
    assert office.asked(stuck) == {HE_WEI} and office.told(stuck)[-1] == "lay_late"
    assert office.asked(other) == {CHEN_LI}


def test_row_19_two_late_branches_and_the_first_ends_the_paper(office: Office) -> None:
    both = {
        "type": "parallel", "code": "both",
        "branches": [[office.stage("a", HE_WEI, overtime="refuse")], [office.stage("b", CHEN_LI, overtime="skip")]],
    }  # fmt: skip
    paper = office.paper(both, office.stage("c", FANG_QING))
    assert services.sweep_late(at=office.later(days=21)) == 1
    assert office.status(paper) == "refused" and office.desks(paper) == set()


def test_row_20_each_stage_reads_writes_or_does_not_see_a_field(office: Office) -> None:
    """字段权限: on the page, on the form of agreeing, and in the service itself."""
    paper = office.hand_in(
        office.route(
            office.stage("a", HE_WEI, rights={"note": "hide", "subject": "write"}), office.stage("b", CHEN_LI)
        ),
        values={"note": "不宜外传"},
    )
    assert "不宜外传" not in page(office, HE_WEI, paper) and "不宜外传" in page(office, LI_MIN, paper)
    for field in ("note", "amount"):
        with refused("field_not_yours", Forbidden, match="不能修改"):
            office.act("agree", HE_WEI, paper, changes={field: "9"})
    office.act("agree", HE_WEI, paper, changes={"subject": "改正的事由"})
    assert Approval.objects.get(pk=paper.pk).values["subject"] == "改正的事由"
    with refused("field_not_yours", Forbidden):
        office.act("agree", CHEN_LI, paper, changes={"subject": "再改"})
    assert "不宜外传" in page(office, CHEN_LI, paper)


def test_row_21_what_was_said_before_stays_to_be_read(office: Office) -> None:
    """历史: after a return and a new handing in, the earlier opinions and the reason of the return are still there."""
    paper = office.paper(office.stage("a", HE_WEI), office.stage("b", CHEN_LI))
    office.act("agree", HE_WEI, paper, opinion="第一次的意见")
    office.act("give_back", CHEN_LI, paper, target="submit", straight=False, opinion="金额与附件不符")
    office.act(
        "hand_in_again", LI_MIN, paper, values={"subject": "印发通报", "amount": "90"}, opinion="已更正"
    )
    office.act("agree", HE_WEI, paper, opinion="第二次的意见")
    for reader in (LI_MIN, CHEN_LI):
        shown = page(office, reader, paper)
        assert all(words in shown for words in ("第一次的意见", "金额与附件不符", "第二次的意见"))


def test_row_22_only_the_ticked_rows(office: Office) -> None:
    """批量审批: exactly what was ticked; what cannot be done is named and does not hold up the rest."""
    papers = [office.paper(office.stage("a", HE_WEI), office.stage("b", CHEN_LI)) for _ in range(4)]
    office.agree(papers[3], HE_WEI)
    ticked = [papers[0].pk, papers[2].pk, papers[3].pk]
    done = services.agree_many(actor=office.actor(HE_WEI), matter_ids=ticked, at=office.later(hours=1))
    assert done.done == (papers[0].pk, papers[2].pk) and [pk for pk, _why in done.refused] == [papers[3].pk]
    assert [office.asked(one) for one in papers] == [{CHEN_LI}, {HE_WEI}, {CHEN_LI}, {CHEN_LI}]


def test_row_22_not_more_than_a_hundred_at_once(office: Office) -> None:
    with refused("too_many_at_once", match="一次最多"):
        services.agree_many(actor=office.actor(HE_WEI), matter_ids=range(1, 102), at=office.at)


def test_row_22_what_was_seen_of_one_stage_is_not_agreed_to_in_another(office: Office) -> None:
    """The list showed 环节a; somebody else's window brought the paper to 环节b, where the same person is asked."""
    paper = office.paper(office.stage("a", HE_WEI), office.stage("b", HE_WEI))
    seen = queries.foreseen(office.actor(HE_WEI), [paper.matter], office.at)
    assert seen[paper.pk].stage == "环节a"
    office.agree(paper, HE_WEI)
    told = {paper.pk: seen[paper.pk].seat}
    done = services.agree_many(
        actor=office.actor(HE_WEI), matter_ids=[paper.pk], asked_as=told, at=office.later(hours=1)
    )
    assert [refusal.code for _pk, refusal in done.refused] == ["already_decided"]
    again = queries.foreseen(office.actor(HE_WEI), [paper.matter], office.at)
    assert again[paper.pk].stage == "环节b"


def test_row_23_the_sheet_prints_with_every_opinion_and_time(office: Office) -> None:
    """审批单打印模板: a PDF from the page, with form, opinions, who signed for whom, returns and times in their order."""
    paper = office.paper(office.stage("a", HE_WEI), office.stage("b", CHEN_LI))
    office.give_back(paper, HE_WEI, "submit", straight=True)
    office.act("hand_in_again", LI_MIN, paper, values={"subject": "印发督查通报", "amount": "90"})
    office.act("agree", HE_WEI, paper, opinion="已核")
    url = reverse("approvals:sheet", args=[paper.pk])
    shown, client = page(office, LI_MIN, paper), office.world.client(LI_MIN)
    assert url in shown
    told = Pages(client.get(url).content).cells()
    wanted = ("事由印发督查通报", "环节a退回起草人：请再核何伟", "同意：已核何伟", "环节b陈立待签")
    assert [told.index(words) for words in wanted] == sorted(told.index(words) for words in wanted)


def test_row_24_the_main_way_waits_for_its_part(office: Office) -> None:
    """子流程: a part with a name of its own and branches inside; what follows waits until all of it is done."""
    part = {
        "type": "group", "code": "sub", "title": "合同会审",
        "body": [
            office.stage("a", HE_WEI),
            {
                "type": "parallel", "code": "both",
                "branches": [[office.stage("b", LIU_QING)], [office.stage("c", SU_YANG), office.stage("d", QIN_LAN)]],
            },
        ],
    }  # fmt: skip
    paper = office.paper(part, office.stage("z", FANG_QING))
    for name in (HE_WEI, LIU_QING, SU_YANG, QIN_LAN):
        assert FANG_QING not in office.asked(paper)
        office.agree(paper, name)
    assert office.asked(paper) == office.desks(paper) == {FANG_QING}
    assert Leg.objects.filter(approval=paper, stage="z").count() == 1
