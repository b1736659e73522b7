"""Random people do random acts to one inspection; its laws hold after each (D-05, D-06, D-07, D-08, D-12)."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule, run_state_machine_as_test

from tests import world as city
from tests.inspections import story
from tests.playing import InTown
from zhongshu.inspections import policies, queries, services
from zhongshu.inspections.models import Conclusion, Finding, Inspection, Member, Review, Settled, State
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Assignment, Group
from zhongshu.platform.journal import queries as journal

NAMES = (
    city.LI_MIN,
    city.HE_WEI,
    city.CHEN_LI,
    city.SHEN_JING,
    city.SUN_YAO,
    city.ZHOU_QIMING,
    city.WANG_JIANPING,
    city.ZHENG_GUODONG,
)
people = st.sampled_from(NAMES)
ANSWERS = ("ask_review", "decide_review")
SELDOM = ("stop", "change_team", "accept_conclusion")
teams = st.lists(people, min_size=1, max_size=3, unique=True)


class Undertaking(InTown):
    """One inspection of development and reform, from its plan to its review."""

    @initialize(who=people, team=teams, leader=people, begun=st.booleans())
    def plan(self, who: str, team: list[str], leader: str, begun: bool) -> None:
        """Somebody's plan, if it is lawful; else one that is, and as often as not one that has begun."""
        leader_id, members = self.town.people[leader].pk, story.ids(self.town, *team)
        plan = story.plan(self.town, leader_id=leader_id, member_ids=members)
        self._try(services.plan_inspection, who, plan=plan)
        if not Inspection.objects.exists():
            (story.running if begun else story.planned)(self.town)

    @rule(days=st.integers(1, 20))
    def time_passes(self, days: int) -> None:
        self.at += timedelta(days=days)
        services.lapse_all(actor=SYSTEM, at=self.at)

    @rule(
        verb=st.sampled_from(
            ("approve", "change_team", "record_step", "note_finding", "leave_finding", "feed_back", *ANSWERS)
        ),
        who=people,
        leader=people,
        team=teams,
    )
    def act(self, verb: str, who: str, leader: str, team: list[str]) -> None:
        """Anybody tries anything."""
        self._do(verb, who, leader, team)

    @rule(pick=st.integers(0, 99))
    def whoever_is_offered_a_step_takes_it(self, pick: int) -> None:
        """Otherwise chance alone would seldom get a story to its end."""
        offers = [(verb, who) for who in NAMES for verb in self._offered(who) if verb not in SELDOM]
        if offers:
            verb, who = offers[pick % len(offers)]
            led = Member.objects.select_related("person").get(leads=True).person.name
            self._do({"follow_finding": "leave_finding"}.get(verb, verb), who, led, [who])

    def _do(self, verb: str, who: str, leader: str, team: list[str]) -> None:
        leader_id, unit_id = self.town.people[leader].pk, self.town.units["FGW"].pk
        given: dict[str, dict[str, Any]] = {
            "approve": {"leader_id": leader_id},
            "change_team": {"leader_id": leader_id, "member_ids": story.ids(self.town, *team), "reason": "换人。"},
            "record_step": {
                "method": "visit", "on": local_day(self.at), "place": "现场", "note": "看了。",
                "person_ids": story.ids(self.town, who),
            },
            "note_finding": {"unit_id": unit_id, "text": "没有开工。"},
            "leave_finding": {"reason": "当场改正。"},
            "feed_back": {"texts": {unit_id: "一个没有开工。"}},
            "ask_review": {"reason": "已批准缓建。"},
            "decide_review": {"outcome": "changed", "opinion": "核对过了。", "text": "均已开工。"},
            "reissue_report": {},
        }  # fmt: skip
        for about in self._subjects(verb):
            self._try(getattr(services, verb), who, **about, **given[verb])

    def _subjects(self, verb: str) -> list[dict[str, int]]:
        if verb == "leave_finding":
            return [{"finding_id": one} for one in Finding.objects.values_list("pk", flat=True)]
        rows = Conclusion.objects if verb in ANSWERS else Inspection.objects
        return [{"matter_id": one} for one in rows.values_list("pk", flat=True)]

    def _offered(self, who: str) -> list[str]:
        actor = self.town.actor(who)
        one = Inspection.objects.select_related("matter").get()
        verbs = policies.offered(actor, one)
        for conclusion in Conclusion.objects.select_related("matter", "inspection", "unit"):
            verbs += policies.answers(actor, conclusion)
        return verbs

    def _try(self, service: Any, who: str, **given: Any) -> None:
        try:
            with transaction.atomic():
                service(actor=self.town.actor(who), at=self.at, **given)
        except Refusal:
            return

    @invariant()
    def one_leads_and_he_is_of_the_team(self) -> None:
        for one in Inspection.objects.all():
            assert one.members.filter(leads=True).count() == 1

    @invariant()
    def nobody_inspects_his_own_unit(self) -> None:
        inspected = [self.town.units["FGW"]]
        team = set(Member.objects.values_list("person_id", flat=True))
        assert not queries.working_in(team, inspected, city.TODAY)

    @invariant()
    def no_conclusion_stands_on_nothing_or_over_an_open_finding(self) -> None:
        for one in Conclusion.objects.select_related("inspection__matter"):
            assert one.inspection.state == State.CONCLUDED
            assert one.inspection.steps.exists()
            assert not one.inspection.findings.filter(settled=Settled.PENDING).exists()

    @invariant()
    def the_last_report_alone_is_in_force(self) -> None:
        for one in Inspection.objects.select_related("matter"):
            numbers = [report.number for report in queries.reports(one)]
            assert all(number.voided_at for number in numbers[:-1])
            assert all(number.voided_at is None for number in numbers[-1:])
            decided = Review.objects.filter(conclusion__inspection=one, decided_at__isnull=False)
            assert len(numbers) <= 1 + decided.count()

    @invariant()
    def no_review_is_asked_for_late_nor_decided_by_who_took_part(self) -> None:
        for review in Review.objects.select_related("conclusion__inspection"):
            assert local_day(review.asked_at) <= review.conclusion.ask_until
            if review.decided_at:
                assert review.decided_by_id not in policies.took_part(review.conclusion)

    @invariant()
    def nothing_is_lost(self) -> None:
        assert matters.orphans().count() == 0
        closed = Assignment.objects.filter(done_at__isnull=True).exclude(matter__group=Group.OPEN)
        assert not closed.exists()

    @invariant()
    def the_journal_is_whole(self) -> None:
        assert journal.first_break() is None


@pytest.mark.slow
@pytest.mark.django_db
def test_the_laws_hold_whatever_is_done() -> None:
    run_state_machine_as_test(
        Undertaking, settings=settings(max_examples=25, stateful_step_count=30, deadline=None)
    )
