"""A team is there: nobody on leave is named without another or another date; who left and who came is on record."""

from datetime import date, timedelta

import pytest

from tests.inspections import story
from tests.refusing import refused, untouched
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN, SHEN_JING, SUN_YAO, TODAY, ZHOU_QIMING, World
from zhongshu.inspections import queries, services
from zhongshu.inspections.models import Inspection
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Forbidden
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Assignment, Outcome, Role
from zhongshu.org import services as org
from zhongshu.org.models import Leave
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.notify.models import Notice
from zhongshu.supervision.services import HolderAway

pytestmark = pytest.mark.django_db
BACK = date(2026, 9, 28)  # the first working day after a leave until 24 September and 中秋节


def on_leave(world: World, name: str, first: date = TODAY, last: date = date(2026, 9, 24)) -> None:
    Leave.objects.create(person=world.people[name], starts_on=first, ends_on=last)


def team(one: Inspection) -> list[str]:
    return [member.person.name for member in queries.team(one)]


class TestLeave:
    def test_who_is_away_as_it_begins_is_asked_about_with_the_ways_out(self, world: World) -> None:
        on_leave(world, SHEN_JING)
        with refused("holder_is_away") as no, untouched():
            story.planned(world)
        assert isinstance(no.value, HolderAway) and set(no.value.fields) == {"member_ids"}
        assert SHEN_JING in str(no.value)
        names = {offer.name for offer in no.value.offers}
        assert names == {"instead_ids", "starts_on"}
        assert [one.value for one in no.value.offers if one.name == "starts_on"] == [BACK.isoformat()]
        barred = {str(world.people[name].pk) for name in (LI_MIN, SHEN_JING, ZHOU_QIMING)}
        assert not barred & {one.value for one in no.value.offers if one.name == "instead_ids"}

    @pytest.mark.parametrize("name", [LI_MIN, SHEN_JING])
    def test_another_takes_the_place_and_leads_where_the_leader_is_away(
        self, world: World, name: str
    ) -> None:
        on_leave(world, name)
        one = story.planned(world, instead_ids=story.ids(world, SUN_YAO))
        assert set(team(one)) == {SUN_YAO, *story.TEAM} - {name}
        assert team(one)[0] == (SUN_YAO if name == LI_MIN else LI_MIN)

    def test_a_way_offered_is_a_way_out(self, world: World) -> None:
        on_leave(world, SHEN_JING)
        with refused("holder_is_away") as no:
            story.planned(world)
        assert isinstance(no.value, HolderAway)
        for offer in no.value.offers:
            by_date = offer.name == "starts_on"
            changes = {"starts_on": BACK} if by_date else {"instead_ids": (int(offer.value),)}
            assert story.planned(world, **changes).pk

    def test_one_who_is_away_himself_takes_no_place(self, world: World) -> None:
        on_leave(world, SHEN_JING)
        on_leave(world, SUN_YAO)
        with refused("holder_is_away"):
            story.planned(world, instead_ids=story.ids(world, SUN_YAO))

    def test_D_12_nor_one_of_the_inspected_unit(self, world: World) -> None:
        on_leave(world, SHEN_JING)
        with refused("inspects_own_unit"):
            story.planned(world, instead_ids=story.ids(world, ZHOU_QIMING))

    def test_a_leave_within_the_term_is_in_nobodys_way(self, world: World) -> None:
        on_leave(world, SHEN_JING, TODAY + timedelta(days=1), TODAY + timedelta(days=2))
        assert SHEN_JING in team(story.planned(world))

    def test_who_left_since_is_asked_about_at_the_approval(self, world: World) -> None:
        one = story.planned(world)
        on_leave(world, LI_MIN)
        with refused("holder_is_away"):
            services.approve(
                actor=world.actor(HE_WEI), matter_id=one.pk, leader_id=world.people[LI_MIN].pk, at=AT
            )
        services.approve(
            actor=world.actor(HE_WEI), matter_id=one.pk, leader_id=world.people[LI_MIN].pk,
            instead_ids=story.ids(world, SUN_YAO), at=AT,
        )  # fmt: skip
        assert team(one)[0] == SUN_YAO

    def test_an_approver_on_leave_is_not_asked(self, world: World) -> None:
        on_leave(world, HE_WEI)
        with refused("holder_is_away") as no:
            story.planned(world)
        assert isinstance(no.value, HolderAway) and set(no.value.fields) == {"approver_id"}
        assert [offer.value for offer in no.value.offers] == [str(world.people[CHEN_LI].pk)]

    def test_a_review_goes_to_one_who_is_there(self, world: World) -> None:
        told = story.fed_back(world)
        assert world.people[HE_WEI].pk in queries.reviewers(told, TODAY, story.ASK_UNTIL)
        on_leave(world, HE_WEI, TODAY, story.ASK_UNTIL)
        services.ask_review(
            actor=world.actor(ZHOU_QIMING), matter_id=told.pk, reason="已经批准缓建。", at=story.TOLD
        )
        (held,) = matters.open_assignments(told.pk)
        assert held.holder_person == world.people[CHEN_LI]


class TestChange:
    def change(
        self, world: World, one: Inspection, *names: str, by: str = CHEN_LI, reason: str = "另有任务。"
    ) -> None:
        ids = story.ids(world, *names)
        services.change_team(
            actor=world.actor(by), matter_id=one.pk, leader_id=ids[0], member_ids=ids, reason=reason, at=AT
        )

    def test_who_approves_replaces_a_member_and_says_why(self, world: World) -> None:
        one = story.running(world)
        with refused("not_an_approver", Forbidden):
            self.change(world, one, LI_MIN, SUN_YAO, by=LI_MIN)
        with refused("no_reason") as no:
            self.change(world, one, LI_MIN, SUN_YAO, reason=" ")
        assert no.value.rule == "D-06"
        self.change(world, one, LI_MIN, SUN_YAO)
        assert team(one) == [LI_MIN, SUN_YAO]
        entry = next(e for e in journal.timeline(one.matter.stream) if e.verb == "inspections.team_changed")
        kept = {name: entry.facts[name] for name in ("left", "joined", "reason")}
        assert kept == {"left": SHEN_JING, "joined": SUN_YAO, "reason": "另有任务。"}

    def test_it_leaves_the_desk_of_who_left_and_stays_on_those_of_the_others(self, world: World) -> None:
        one = story.running(world)
        before = {held.holder_person_id: held.pk for held in matters.open_assignments(one.pk)}
        self.change(world, one, LI_MIN, SUN_YAO)
        after = {held.holder_person_id: held.pk for held in matters.open_assignments(one.pk)}
        li, shen, sun = story.ids(world, LI_MIN, SHEN_JING, SUN_YAO)
        assert set(after) == {li, sun} and after[li] == before[li]
        assert Assignment.objects.get(pk=before[shen]).outcome == Outcome.HANDED_OVER
        told = Notice.objects.filter(subject=one.matter.stream)
        assert told.filter(person_id=shen, text__contains="不再参加").count() == 1
        assert (
            told.filter(person_id=sun).count() == told.filter(person_id=li, text__contains="您参加").count()
        )

    def test_a_new_leader_is_given_the_lead(self, world: World) -> None:
        one = story.running(world)
        self.change(world, one, SHEN_JING, LI_MIN)
        held = {one.holder_person_id: one.role for one in matters.open_assignments(one.pk)}
        li, shen = story.ids(world, LI_MIN, SHEN_JING)
        assert held == {shen: "lead", li: "support"}


class TestLeaving:
    def left(self, world: World, name: str, successor: str) -> None:
        given = {"person_id": world.people[name].pk, "successor_id": world.people[successor].pk}
        org.leave_office(actor=SYSTEM, at=AT, **given)

    def test_who_takes_over_leads_the_team_and_can_go_on(self, world: World) -> None:
        one = story.running(world)
        self.left(world, LI_MIN, SUN_YAO)
        assert team(one) == [SUN_YAO, SHEN_JING]
        story.visited(world, one, by=SUN_YAO, person_ids=story.ids(world, SUN_YAO))
        assert {held.holder_person_id for held in matters.open_assignments(one.pk)} == {
            *story.ids(world, SUN_YAO, SHEN_JING)
        }

    def test_one_who_is_on_the_team_already_leads_it(self, world: World) -> None:
        one = story.running(world)
        self.left(world, LI_MIN, SHEN_JING)
        assert team(one) == [SHEN_JING]
        assert Assignment.objects.get(matter=one.matter, done_at=None).role == Role.LEAD

    def test_D_12_nobody_of_the_inspected_unit_takes_over(self, world: World) -> None:
        story.planned(world)
        with refused("inspects_own_unit"), untouched():
            self.left(world, LI_MIN, ZHOU_QIMING)
