"""An inspection is planned and approved: of a declared kind (D-02), on designation (D-05), under one leader (D-06)."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from tests.inspections import story
from tests.refusing import refused, untouched
from tests.world import (
    AT,
    CHEN_LI,
    HE_WEI,
    LI_MIN,
    SHEN_JING,
    TODAY,
    WANG_JIANPING,
    ZHENG_GUODONG,
    ZHOU_QIMING,
    World,
)
from zhongshu.inspections import rules, services
from zhongshu.inspections.models import Designation, Inspection, Kind, Member
from zhongshu.kernel.refusals import Conflict, Forbidden, NotFound
from zhongshu.matters import queries as matters
from zhongshu.org import services as org
from zhongshu.platform.journal import queries as journal

pytestmark = pytest.mark.django_db


def designation(world: World, **changes: Any) -> Designation:
    """Finance is to inspect development and reform for the committee's office, in September."""
    given: dict[str, Any] = {
        "organ_id": world.units["SWB"].pk,
        "unit_id": world.units["CZJ"].pk,
        "matter": "重点项目资金使用",
        "scope": "2026年重点项目资金",
        "unit_ids": (world.units["FGW"].pk,),
        "duty": "核实资金拨付和使用",
        "starts_on": TODAY,
        "ends_on": story.ENDS,
        "paper": "澄委办函〔2026〕8号",
        "file": story.proof(world, by=CHEN_LI),
    }
    return services.designate(actor=world.actor(CHEN_LI), at=AT, **{**given, **changes})


def by_finance(world: World, **changes: Any) -> Inspection:
    team = story.ids(world, ZHENG_GUODONG)
    return story.planned(
        world, by=ZHENG_GUODONG, desk_id=world.units["CZJ"].pk, leader_id=team[0], member_ids=team, **changes
    )


class TestKind:
    def test_D_02_has_five_kinds_and_no_other(self) -> None:
        assert len(Kind) == 5
        assert all(rules.D_02_kind(kind, occasion="举报信") for kind in Kind)
        assert rules.D_02_kind("rehearsal", occasion="").code == "no_such_kind"

    @pytest.mark.parametrize("kind", ["incident", "clue"])
    def test_D_02_an_incident_or_a_clue_is_named(self, world: World, kind: str) -> None:
        with refused("no_occasion") as no, untouched():
            story.planned(world, kind=kind)
        assert no.value.rule == "D-02"
        assert story.planned(world, kind=kind, occasion="9月2日厂房坍塌").occasion == "9月2日厂房坍塌"


class TestDesignation:
    def test_D_05_a_department_without_one_opens_none(self, world: World) -> None:
        with refused("not_designated", Forbidden) as no, untouched():
            by_finance(world)
        assert no.value.rule == "D-05"

    def test_D_05_on_its_paper_a_department_inspects_for_the_organ(self, world: World) -> None:
        one = by_finance(world, designation_id=designation(world).pk)
        assert (one.matter.organ, one.matter.unit) == (world.units["SWB"], world.units["CZJ"])
        assert one.approver == world.people[HE_WEI]

    def test_D_05_no_longer_than_its_term(self, world: World) -> None:
        paper = designation(world)
        with refused("beyond_the_term"):
            by_finance(world, designation_id=paper.pk, ends_on=date(2026, 10, 1))

    def test_D_05_no_wider_than_its_scope(self, world: World) -> None:
        paper = designation(world)
        both = (world.units["FGW"].pk, world.units["JYJ"].pk)
        with refused("beyond_the_scope"):
            by_finance(world, designation_id=paper.pk, unit_ids=both)

    def test_D_05_it_is_the_departments_own(self, world: World) -> None:
        paper = designation(world, unit_id=world.units["JYJ"].pk)
        with refused("no_such_designation", NotFound):
            by_finance(world, designation_id=paper.pk)

    def test_it_is_given_by_who_approves_with_all_that_it_must_say(self, world: World) -> None:
        with refused("not_an_approver", Forbidden):
            services.designate(
                actor=world.actor(LI_MIN), organ_id=world.units["SWB"].pk, unit_id=world.units["CZJ"].pk,
                matter="", scope="", unit_ids=(), duty="", starts_on=TODAY, ends_on=TODAY, paper="",
                file=story.proof(world), at=AT,
            )  # fmt: skip
        with refused("designation_has_faults") as no:
            designation(world, matter=" ", duty="", unit_ids=(), ends_on=date(2026, 9, 1))
        assert set(no.value.fields) == {"matter", "duty", "unit_ids", "ends_on"}
        with refused("designation_has_faults") as no:
            designation(world, unit_ids=(world.units["CZJ"].pk,))
        assert set(no.value.fields) == {"unit_ids"}

    def test_it_is_journalled(self, world: World) -> None:
        (entry,) = journal.timeline(f"designation:{designation(world).pk}")
        assert entry.verb == "inspections.designated" and "8号" in entry.facts["paper"]


class TestTeam:
    @pytest.mark.parametrize("leader", [None, CHEN_LI])
    def test_D_06_one_of_the_team_leads_it(self, world: World, leader: str | None) -> None:
        leader_id = world.people[leader].pk if leader else None
        with refused("not_one_leader") as no, untouched():
            story.planned(world, leader_id=leader_id)
        assert no.value.rule == "D-06" and "leader_id" in no.value.fields

    def test_D_06_the_leader_is_fixed_by_who_approves(self, world: World) -> None:
        one = story.running(world, leader=SHEN_JING)
        assert [(str(m.person), m.leads) for m in one.members.all()] == [(SHEN_JING, True), (LI_MIN, False)]
        held = {a.holder_person.name: a.role for a in matters.open_assignments(one.pk) if a.holder_person}
        assert held == {SHEN_JING: "lead", LI_MIN: "support"}

    def test_D_06_the_database_keeps_a_second_leader_out(self, world: World) -> None:
        one = story.planned(world)
        with pytest.raises(IntegrityError), transaction.atomic():
            Member.objects.filter(inspection=one, leads=False).update(leads=True)

    def test_D_12_nobody_inspects_his_own_unit(self, world: World) -> None:
        with refused("inspects_own_unit") as no:
            story.planned(world, member_ids=story.ids(world, LI_MIN, WANG_JIANPING))
        assert no.value.rule == "D-12" and WANG_JIANPING in str(no.value)

    def test_D_12_nor_one_where_a_relative_works(self, world: World) -> None:
        org.declare_kin(
            actor=world.actor(LI_MIN), person_id=world.people[LI_MIN].pk,
            other_id=world.people[ZHOU_QIMING].pk, kind="spouse", at=AT,
        )  # fmt: skip
        with refused("relative_in_the_unit") as no:
            story.planned(world)
        assert LI_MIN in str(no.value)


class TestApproval:
    def test_D_01_nobody_approves_his_own_plan(self, world: World) -> None:
        one = story.planned(world, by=HE_WEI)
        told = {"matter_id": one.pk, "leader_id": world.people[LI_MIN].pk, "at": AT}
        with refused("own_plan", Forbidden):
            services.approve(actor=world.actor(HE_WEI), **told)
        assert services.approve(actor=world.actor(CHEN_LI), **told).state == "running"

    def test_it_lies_with_the_approver_until_it_is_approved(self, world: World) -> None:
        one = story.planned(world)
        (held,) = matters.open_assignments(one.pk)
        assert (held.role, held.holder_person) == ("approve", world.people[HE_WEI])
        assert one.matter.number == "市委办公室督查〔2026〕1号"
        told = {"matter_id": one.pk, "leader_id": world.people[LI_MIN].pk, "at": AT}
        services.approve(actor=world.actor(HE_WEI), **told)
        with refused("not_in_this_state", Conflict):
            services.approve(actor=world.actor(HE_WEI), **told)

    def test_a_plan_says_what_whom_and_how_far(self, world: World) -> None:
        with refused("plan_has_faults") as no:
            story.planned(
                world, content=" ", scope="", basis="", unit_ids=(world.units["SWB-DC"].pk,),
                approver_id=world.people[WANG_JIANPING].pk, starts_on=date(2026, 9, 17), ends_on=date(2026, 9, 1),
            )  # fmt: skip
        assert no.value.rule == "D-04"
        assert set(no.value.fields) == {
            "content", "scope", "basis", "unit_ids", "approver_id", "starts_on", "ends_on",
        }  # fmt: skip
        with refused("plan_has_faults"):
            story.planned(world, unit_ids=())

    @pytest.mark.parametrize(("approved", "state", "group"), [(False, "declined", 3), (True, "stopped", 2)])
    def test_who_approves_also_stops_it_with_a_reason(
        self, world: World, approved: bool, state: str, group: int
    ) -> None:
        one = story.running(world) if approved else story.planned(world)
        with refused("no_reason") as no:
            services.stop(actor=world.actor(CHEN_LI), matter_id=one.pk, reason=" ", at=AT)
        assert no.value.rule == "D-29"
        services.stop(actor=world.actor(CHEN_LI), matter_id=one.pk, reason="并入综合督查。", at=AT)
        one.refresh_from_db()
        assert (one.matter.state, one.matter.group, one.reason) == (state, group, "并入综合督查。")
        assert not matters.open_assignments(one.pk)

    def test_the_inspected_unit_knows_nothing_of_it(self, world: World) -> None:
        one = story.running(world)
        with refused("no_such_matter", NotFound):
            matters.get(world.actor(ZHOU_QIMING), one.pk)
        assert matters.get(world.actor(SHEN_JING), one.pk)
