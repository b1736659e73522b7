"""What a team does is recorded by its method (D-03); every finding has its answer before a conclusion is told (D-07)."""

from datetime import date, timedelta

import pytest

from tests.inspections import story
from tests.refusing import refused, untouched
from tests.supervision import story as supervised
from tests.world import (
    AT,
    CHEN_LI,
    HE_WEI,
    LI_MIN,
    SHEN_JING,
    SUN_YAO,
    TODAY,
    WU_XIAOFANG,
    ZHOU_QIMING,
    World,
)
from zhongshu.inspections import rules, services
from zhongshu.inspections.models import Finding, Method, Settled
from zhongshu.kernel.refusals import Conflict, Forbidden, NotFound
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Matter
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.notify.models import Notice
from zhongshu.supervision.models import Directive, Origin

pytestmark = pytest.mark.django_db


class TestSteps:
    def test_D_03_knows_eight_methods_and_no_other(self) -> None:
        told = {"on": TODAY, "starts_on": TODAY, "today": TODAY}
        assert len(Method) == 8
        assert all(rules.D_03_step(method, **told) for method in Method)
        assert rules.D_03_step("rumour", **told).code == "no_such_method"

    @pytest.mark.parametrize("day", [date(2026, 9, 17), date(2026, 9, 19)])
    def test_D_03_neither_before_the_inspection_nor_in_the_future(self, world: World, day: date) -> None:
        one = story.running(world)
        with refused("no_day_of_it") as no, untouched():
            story.visited(world, one, on=day)
        assert no.value.rule == "D-03"

    def test_it_keeps_who_where_and_the_evidence(self, world: World) -> None:
        one = story.running(world)
        step = story.visited(world, one, unit_id=world.units["FGW"].pk, files=(story.proof(world),))
        assert [str(person) for person in step.people.all()] == [LI_MIN]
        assert [str(attached) for attached in matters.attachments(one.matter)] == ["现场记录.txt"]
        told = journal.timeline(one.matter.stream)
        assert "inspections.step_recorded" in [entry.verb for entry in told]

    def test_only_the_team_records_and_only_of_itself(self, world: World) -> None:
        one = story.running(world)
        with refused("not_on_the_team", Forbidden):
            story.visited(world, one, by=HE_WEI)
        with refused("step_has_faults") as no:
            story.visited(world, one, person_ids=story.ids(world, SUN_YAO), place=" ", note="")
        assert set(no.value.fields) == {"person_ids", "place", "note"}

    def test_D_04_it_does_not_widen_by_itself(self, world: World) -> None:
        one = story.running(world)
        with refused("step_has_faults") as no:
            story.visited(world, one, unit_id=world.units["CZJ"].pk)
        assert set(no.value.fields) == {"unit_id"}
        with refused("finding_has_faults"):
            story.found(world, one, unit="CZJ")

    def test_before_it_is_approved_nothing_is_done(self, world: World) -> None:
        one = story.planned(world)
        with refused("not_in_this_state", Conflict):
            story.visited(world, one)


class TestFindings:
    def test_one_becomes_a_matter_that_its_unit_leads(self, world: World) -> None:
        one = story.running(world)
        finding = story.followed(world, story.found(world, one))
        assert finding.directive is not None
        directive = Directive.objects.get(pk=finding.directive.pk)
        assert (directive.origin, directive.source_title) == (Origin.INSPECTION, one.matter.title)
        assert directive.matter.lead_unit == world.units["FGW"]
        assert directive.matter.body == finding.text
        threads = matters.threads(world.actor(LI_MIN), directive.matter)
        assert one.matter in [other for _how, other in threads]

    def test_the_unit_that_leads_the_matter_is_not_led_to_the_inspection(self, world: World) -> None:
        one = story.running(world)
        finding = story.followed(world, story.found(world, one))
        assert finding.directive is not None
        seen = matters.threads(world.actor(ZHOU_QIMING), finding.directive.matter)
        assert one.matter not in [other for _how, other in seen]

    def test_D_04_what_looks_like_an_open_matter_is_told(self, world: World) -> None:
        one = story.running(world)
        story.followed(world, story.found(world, one))
        again = story.found(world, one, text="城东标准厂房项目没有按期开工，进度落后。")
        with refused("looks_like_another"):
            story.followed(world, again)
        assert story.followed(world, again, another_because="另一期工程。").settled == Settled.FOLLOWED

    def test_one_joins_a_matter_of_its_unit(self, world: World) -> None:
        one = story.running(world)
        finding, other = story.found(world, one), supervised.handed_over(world)
        told = {"actor": world.actor(LI_MIN), "finding_id": finding.pk, "at": AT}
        assert services.join_finding(directive_id=other.pk, **told).directive == other
        foreign = supervised.handed_over(
            world, title="清理拖欠账款", lead_id=world.units["CZJ"].pk, support_ids=()
        )
        again = {**told, "finding_id": story.found(world, one, text="投资计划没有下达。").pk}
        with refused("not_its_matter"):
            services.join_finding(directive_id=foreign.pk, **again)

    def test_one_is_left_with_a_reason_and_settled_once(self, world: World) -> None:
        one = story.running(world)
        finding = story.found(world, one)
        with refused("no_reason") as no:
            services.leave_finding(actor=world.actor(LI_MIN), finding_id=finding.pk, reason=" ", at=AT)
        assert no.value.rule == "D-07"
        story.left(world, finding)
        with refused("finding_is_settled", Conflict):
            story.left(world, finding)

    def test_a_member_who_neither_leads_nor_supervises_settles_none(self, world: World) -> None:
        one = story.running(world)
        finding = story.found(world, one)
        with refused("not_a_supervisor", Forbidden):
            services.leave_finding(actor=world.actor(SHEN_JING), finding_id=finding.pk, reason="已改", at=AT)
        with refused("no_such_matter", NotFound):
            services.leave_finding(
                actor=world.actor(WU_XIAOFANG), finding_id=finding.pk, reason="已改", at=AT
            )
        with refused("no_such_finding", NotFound):
            services.leave_finding(actor=world.actor(LI_MIN), finding_id=0, reason="已改", at=AT)


class TestConclusion:
    def test_D_07_none_without_a_step_nor_over_an_open_finding_nor_for_a_unit_untold(
        self, world: World
    ) -> None:
        one = story.running(world, unit_ids=(world.units["FGW"].pk, world.units["CZJ"].pk))
        told = {"actor": world.actor(LI_MIN), "matter_id": one.pk, "at": story.TOLD}
        texts = {world.units["FGW"].pk: "已开工两个。", world.units["CZJ"].pk: "资金已经到位。"}
        with refused("nothing_was_done") as no:
            services.feed_back(texts=texts, **told)
        assert no.value.rule == "D-07"
        story.visited(world, one)
        finding = story.found(world, one)
        with refused("findings_open", match="1 个"):
            services.feed_back(texts=texts, **told)
        story.left(world, finding)
        with refused("conclusion_missing"):
            services.feed_back(texts={world.units["FGW"].pk: "已开工两个。"}, **told)
        assert {one.unit.code for one in services.feed_back(texts=texts, **told)} == {"FGW", "CZJ"}

    def test_D_07_it_is_told_to_the_unit_that_it_is_about_and_each_sees_its_own(self, world: World) -> None:
        one = story.running(world, unit_ids=(world.units["FGW"].pk, world.units["CZJ"].pk))
        story.visited(world, one)
        texts = {world.units["FGW"].pk: "已开工两个。", world.units["CZJ"].pk: "资金已经到位。"}
        told = services.feed_back(actor=world.actor(LI_MIN), matter_id=one.pk, texts=texts, at=story.TOLD)
        for conclusion in told:
            head = {"FGW": ZHOU_QIMING, "CZJ": "郑国栋"}[conclusion.unit.code]
            other = {"FGW": "郑国栋", "CZJ": ZHOU_QIMING}[conclusion.unit.code]
            seen = Matter.objects.visible_to(world.actor(head))
            assert conclusion.matter in seen and one.matter not in seen
            assert conclusion.matter not in Matter.objects.visible_to(world.actor(other))
        assert Notice.objects.filter(
            person_id=world.people[WU_XIAOFANG].pk, text__contains="督查结论"
        ).exists()

    def test_only_the_leader_says_it(self, world: World) -> None:
        one = story.running(world)
        story.visited(world, one)
        with refused("not_the_leader", Forbidden):
            services.feed_back(actor=world.actor(SHEN_JING), matter_id=one.pk, texts={}, at=story.TOLD)

    def test_the_inspection_is_closed_and_archived_with_it(self, world: World) -> None:
        one = story.fed_back(world).inspection
        one.matter.refresh_from_db()
        assert (one.matter.state, one.matter.group) == ("concluded", 2)
        assert one.matter.deposit.code and not matters.open_assignments(one.pk)
        with refused("not_in_this_state", Conflict):
            story.visited(world, one)
        assert not Finding.objects.filter(inspection=one, settled=Settled.PENDING).exists()

    def test_the_unit_has_it_on_its_desk_for_thirty_days(self, world: World) -> None:
        told = story.fed_back(world)
        (held,) = matters.open_assignments(told.pk)
        assert (held.holder_unit, held.due) == (world.units["FGW"], story.ASK_UNTIL)
        assert told.ask_until == story.ASK_UNTIL
        assert told.fed_back_on + timedelta(days=30) == date(2026, 10, 19)
        assert told.matter.organ.fonds_code and CHEN_LI
