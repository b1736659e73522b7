"""What would come back later to somebody who has left comes to who took over, or to who may do it: nothing strands."""

from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model

from tests.approvals.office import Office
from tests.assets import story as assets
from tests.assets.story import ZHANG_YI
from tests.supervision import story
from tests.welfare import story as welfare
from tests.welfare.story import LU_YAO
from tests.world import (
    AT,
    CHEN_LI,
    HE_WEI,
    LI_MIN,
    SHEN_JING,
    SUN_YAO,
    WANG_JIANPING,
    WU_XIAOFANG,
    ZHOU_QIMING,
    World,
)
from zhongshu.assets import services as asset_services
from zhongshu.assets.models import Stocktake
from zhongshu.kernel.actors import SYSTEM
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Matter
from zhongshu.org import queries as org_queries
from zhongshu.org import services as org
from zhongshu.org.models import Person
from zhongshu.platform.notify.models import Notice
from zhongshu.supervision import services
from zhongshu.supervision.models import Directive

pytestmark = pytest.mark.django_db


def leaves(world: World, name: str, successor: str = "") -> None:
    to = world.people[successor].pk if successor else None
    org.leave_office(actor=SYSTEM, person_id=world.people[name].pk, successor_id=to, at=AT)


def desks(matter_id: int) -> set[str]:
    return {str(one.holder_person or one.holder_unit) for one in matters.open_assignments(matter_id)}


def test_one_after_another_is_followed(world: World) -> None:
    ids = {name: world.people[name].pk for name in (WU_XIAOFANG, ZHOU_QIMING, HE_WEI)}
    leaves(world, WU_XIAOFANG, ZHOU_QIMING)
    assert org_queries.in_place_of(ids[WU_XIAOFANG]) == ids[ZHOU_QIMING]
    leaves(world, ZHOU_QIMING, HE_WEI)
    assert org_queries.in_place_of(ids[WU_XIAOFANG]) == ids[HE_WEI]
    leaves(world, HE_WEI)
    assert org_queries.in_place_of(ids[WU_XIAOFANG]) is None


@pytest.mark.parametrize("successor", [SUN_YAO, ""], ids=["to the successor", "to who heads the section"])
def test_a_paper_given_back_does_not_go_to_a_drafter_who_left(world: World, successor: str) -> None:
    office = Office(world)
    paper = office.paper(office.stage("a", CHEN_LI), by=LI_MIN)
    leaves(world, LI_MIN, successor)
    office.give_back(paper, CHEN_LI, "submit", straight=False)
    asked = office.asked(paper)
    assert asked == desks(paper.pk) and asked and asked.isdisjoint({LI_MIN, CHEN_LI})
    assert not successor or asked == {successor}


class TestAssets:
    def test_who_was_to_decide_on_a_stocktake_left(self, world: World) -> None:
        city = assets.staffed(world)
        assets.laptop(city)
        one = assets.started(city)
        leaves(city, CHEN_LI, SUN_YAO)
        assets.all_found(city, one)
        assets.finished(city, one)
        assert CHEN_LI not in desks(one.pk) and desks(one.pk)

    def test_who_counted_and_left_is_not_asked_to_count_again(self, world: World) -> None:
        city = assets.staffed(world)
        assets.laptop(city)
        one = assets.started(city)
        assets.all_found(city, one, 便携式计算机=0)
        assets.finished(city, one)
        assets.explained(city, one)
        leaves(city, ZHANG_YI, SUN_YAO)
        line = one.lines.get()
        asset_services.recount(actor=city.actor(CHEN_LI), line_id=line.pk, reason="再核", at=AT)
        assert desks(one.pk) == {HE_WEI, SUN_YAO}
        assert Stocktake.objects.get().counters.filter(name=ZHANG_YI).count() == 0

    def test_who_signed_to_take_and_left_takes_nothing(self, world: World) -> None:
        city = assets.staffed(world)
        card = assets.laptop(city)
        one = asset_services.hand_over(
            actor=city.actor(LI_MIN), asset_ids=[card.pk], keeper_id=city.people[HE_WEI].pk, place="四楼401室",
            unit_id=city.units["SWB"].pk, reason="岗位调整", at=AT,
        )  # fmt: skip
        asset_services.sign(actor=city.actor(HE_WEI), matter_id=one.pk, at=AT)
        leaves(city, HE_WEI, SUN_YAO)
        asset_services.sign(actor=city.actor(SHEN_JING), matter_id=one.pk, at=AT)
        assert desks(one.pk) == {SUN_YAO}
        asset_services.sign(actor=city.actor(SUN_YAO), matter_id=one.pk, at=AT)
        card.refresh_from_db()
        assert card.keeper.name == SUN_YAO


class TestOnesOwnCase:
    def test_is_not_the_business_of_who_takes_over_the_work(self, world: World) -> None:
        case = welfare.asked(world)
        welfare.sent_back(world, case)
        leaves(world, LI_MIN, SUN_YAO)
        assert desks(case.pk) == {LU_YAO}
        assert not Matter.objects.visible_to(world.actor(SUN_YAO)).filter(pk=case.pk).exists()

    def test_goes_back_to_the_undertaker_once_its_asker_left(self, world: World) -> None:
        case = welfare.asked(world)
        leaves(world, LI_MIN)
        welfare.sent_back(world, case)
        assert desks(case.pk) == {LU_YAO}


class TestSupervision:
    def answered(self, world: World) -> Directive:
        directive = story.completed(world, story.signed_for(world, story.instructed(world)))
        given: dict[str, Any] = {"actor": world.actor(LI_MIN), "directive_id": directive.pk, "at": AT}
        services.accept(opinion="同意", **given)
        return services.answer_leader(answer="已编制完成。", **given)

    @pytest.mark.parametrize("successor", [SUN_YAO, ""])
    def test_the_answer_reaches_who_followed_the_leader(self, world: World, successor: str) -> None:
        leaves(world, CHEN_LI, successor)
        directive = self.answered(world)
        told = Notice.objects.filter(subject=directive.matter.stream, text__startswith="回告")
        read = set(told.values_list("person_id", flat=True))
        leader = world.people[CHEN_LI].pk
        there = {one.pk for one in org_queries.leaders_of(directive.matter.organ_id, AT.date())}
        assert leader not in read and read == ({world.people[successor].pk} if successor else there)

    def test_an_approver_who_left_does_not_hold_up_a_request(self, world: World) -> None:
        directive = story.signed_for(world, story.handed_over(world))
        leaves(world, HE_WEI)
        services.ask_extension(
            actor=world.actor(WANG_JIANPING), directive_id=directive.pk, new_due=date(2026, 11, 2), reason="雨", at=AT
        )  # fmt: skip
        assert HE_WEI not in desks(directive.pk)


def every_link() -> set[str]:
    people = (Person, get_user_model())
    return {
        f"{model._meta.app_label}.{model.__name__}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.related_model in people and not field.auto_created
    }


RECORDS = """
accounts.DemoGuest.user accounts.Factor.user accounts.RecoveryCode.user accounts.ApiToken.user otp_totp.TOTPDevice.user
org.Person.user org.Person.successor org.Leave.person org.Kinship.first org.Kinship.second org.Kinship.declared_by
org.Rank.person matters.Matter.drafter matters.Assignment.acting_for matters.Assignment.done_by
approvals.RouteVersion.drafted_by approvals.RouteVersion.published_by approvals.Approval.suspended_by
approvals.Hand.person approvals.Seat.added_by approvals.Seat.decided_by approvals.Seat.acting_for
supervision.Intake.brought_by supervision.Directive.blocker_noted_by supervision.Directive.risk_judged_by
supervision.Directive.feedback_signed_by supervision.Directive.verified_by supervision.Directive.closed_out_by
supervision.Ask.asked_by supervision.Ask.given_by supervision.ChainVersion.made_by supervision.ChainRun.begun_by
supervision.Extension.asked_by supervision.Extension.decided_by supervision.Hand.person
supervision.LedgerImport.approver supervision.LedgerImport.brought_by supervision.Slip.issued_by
supervision.Slip.acknowledged_by supervision.Paper.drafted_by supervision.Paper.issued_by supervision.Paper.sent_to
supervision.Recheck.done_by supervision.Round.reported_by supervision.SavedFilter.person
supervision.Suspension.asked_by supervision.Suspension.decided_by supervision.Suspension.resumed_by
inspections.Designation.given_by inspections.Designation.withdrawn_by inspections.Inspection.approver
inspections.Conclusion.fed_back_by inspections.Review.asked_by inspections.Review.decided_by
inspections.Report.issued_by inspections.Edition.issued_by inspections.Step.noted_by inspections.Step.people
inspections.Finding.noted_by assets.Asset.entered_by assets.Move.approver assets.Line.counted_by
assets.Line.explained_by assets.Line.agreed_by finance.Threshold.set_by finance.Decision.recorded_by
finance.SplitFlag.explained_by finance.Undertaking.handler finance.Undertaking.signed_by
finance.Undertaking.accepted_by finance.Claim.paid_by finance.Claim.booked_by finance.ClaimDraft.person
finance.FundApplication.entered_by finance.FundMovement.entered_by finance.ExpenseStandard.set_by
welfare.Edition.entered_by
""".split()
"""Who did something, or a thing of one's own; what is left to do there is anybody's of the duty or the section."""
MOVED = """
matters.Assignment.holder_person approvals.Seat.person approvals.Approval.submitter supervision.Slip.to
inspections.Member.person assets.Asset.keeper assets.Move.giver assets.Move.keeper assets.Stocktake.approver
assets.Stocktake.counters assets.Line.keeper welfare.Case.person
""".split()
"""Goes to who takes over (``org.registry.handovers``), or comes to him when it would come back (``in_place_of``)."""
ENDED = "org.Appointment.person org.StandIn.absent org.StandIn.stand_in".split()
"""Ends with the last day."""
ASKED_ANEW = "supervision.Directive.instructed_by supervision.Directive.approver".split()
"""Looked at when it is needed: who took over, else who leads or approves."""
SETTLED_FIRST = ["finance.Claim.claimant"]
"""Nobody leaves while it is open (``org.registry.grounds``): advances; what is given back goes as an approval."""


def test_of_every_link_to_a_person_it_is_said_what_becomes_of_it_when_he_leaves() -> None:
    said = [*RECORDS, *MOVED, *ENDED, *ASKED_ANEW, *SETTLED_FIRST]
    assert len(said) == len(set(said)) and set(said) == every_link()
