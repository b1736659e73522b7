"""Random people do random acts, lawful and unlawful, to one matter; the laws of the house and table D-30 hold after each."""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule, run_state_machine_as_test

from tests.supervision import lawful, story
from tests.supervision.playing import EVENTS, NAMES, SELDOM, Town, people, said
from tests.world import HE_WEI, WANG_JIANPING
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters.models import Assignment, Group, Role
from zhongshu.supervision import queries
from zhongshu.supervision.models import Directive, State
from zhongshu.supervision.models.states import OPEN_STATES

ROAD = ("dispatch", "sign_for", "complete", "accept", "answer_leader", "close_out")
OLD = timedelta(days=90)
BACK = ("object_to", "return_for_rework", "reopen")


class Loop(Town):
    """One matter after the other, its people, and what is done to it."""

    def __init__(self) -> None:
        super().__init__()
        self.pk = story.instructed(self.town).pk

    @property
    def directive(self) -> Directive:
        return Directive.objects.select_related("matter").get(pk=self.pk)

    @precondition(lambda self: self.directive.state in OPEN_STATES)
    @rule(
        verb=st.sampled_from([verb for verb in EVENTS if verb not in SELDOM]),
        who=people,
        standing_in=st.booleans(),
        words=said,
        yes=st.booleans(),
    )
    def act(self, verb: str, who: str, standing_in: bool, words: str, yes: bool) -> None:
        self.tries(verb, self.actor(who, standing_in), self.pk, words, yes)

    @precondition(lambda self: self.directive.state in OPEN_STATES)
    @rule(verb=st.sampled_from(SELDOM), who=people, chance=st.integers(0, 5))
    def divert(self, verb: str, who: str, chance: int) -> None:
        """Seldom: what ends before its time shows nothing more."""
        if not chance:
            self.tries(verb, self.actor(who), self.pk, "政策调整", True)

    @precondition(lambda self: self.directive.state in OPEN_STATES)
    @rule(which=st.integers(0, 9999), words=said, yes=st.booleans())
    def whoever_is_offered_a_step_takes_it(self, which: int, words: str, yes: bool) -> None:
        """Otherwise chance alone would seldom get a story to its end."""
        self.takes(EVENTS.keys() - SELDOM, self.pk, NAMES, which, words, yes)

    @rule(
        steps=st.integers(1, 5), which=st.integers(0, 999), bare=st.booleans(), words=said, yes=st.booleans()
    )
    def it_goes_on(self, steps: int, which: int, bare: bool, words: str, yes: bool) -> None:
        """Some steps down the road to the archive, ``bare`` ones without evidence; at the last as chance has it."""
        for _step in range(steps - 1):
            self.takes(ROAD, self.pk, NAMES, which, "请补充材料" if bare else "已办", True)
        self.takes((*ROAD, *BACK), self.pk, NAMES, which, words, yes)

    @precondition(lambda self: self.directive.state == State.REVIEWING)
    @rule(verb=st.sampled_from(("accept", "return_for_rework")), which=st.integers(0, 999))
    def who_had_a_hand_in_it_tries_to_verify(self, verb: str, which: int) -> None:
        hands = set(self.directive.hands.values_list("person_id", flat=True))
        barred = [seat for who in NAMES for seat in self.seats(who) if seat.seats & hands]
        self.tries(verb, barred[which % len(barred)], self.pk, "已办", True)

    @precondition(lambda self: self.directive.state == State.UNDERTAKING)
    @rule(what=st.sampled_from(("extension", "suspension")), as_himself=st.booleans())
    def who_approves_asks_in_the_name_of_who_carries_out(self, what: str, as_himself: bool) -> None:
        """And then decides upon it, in his own seat or that of whom he stands in for."""
        self.let_stand_in(absent=WANG_JIANPING, stand_in=HE_WEI)
        self.tries(f"ask_{what}", self.actor(HE_WEI, standing_in=True), self.pk, "已办", True)
        self.tries(f"decide_{what}", self.actor(HE_WEI, not as_himself), self.pk, "已办", True)

    @precondition(lambda self: self.directive.state in (State.UNDERTAKING, State.COMPLETED))
    @rule(chance=st.integers(0, 2))
    def it_is_too_late(self, chance: int) -> None:
        """The date goes by and more time is asked for; what was verified long ago is to be reopened. Seldom."""
        directive, today = self.directive, local_day(self.at)
        late = directive.matter.current_due if directive.state == State.UNDERTAKING else today + OLD
        if not chance and late:
            self.at += timedelta(days=max((late - today).days + 1, 0))
            self.takes(("ask_extension", "reopen"), self.pk, NAMES, 0, "已办", True)

    @rule(approved=st.booleans(), basis=said)
    def another_one_is_entered(self, approved: bool, basis: str) -> None:
        approver = self.town.people[HE_WEI].pk if approved else None
        try:
            with transaction.atomic():
                story.handed_over(self.town, at=self.at, approver_id=approver, basis=basis, due=None)
        except Refusal:
            assert not approved or not basis
        else:
            assert approved and basis, "docketed without approver or basis"

    @precondition(lambda self: self.directive.state not in OPEN_STATES)
    @rule()
    def another_one_comes_in(self) -> None:
        self.pk = story.instructed(self.town).pk

    @invariant()
    def state_and_group_agree(self) -> None:
        matter = self.directive.matter
        assert (matter.group == Group.OPEN) == (State(matter.state) in OPEN_STATES)
        if matter.group != Group.OPEN:
            assert not Assignment.objects.filter(matter=matter, done_at__isnull=True).exists()

    @invariant()
    def who_did_it_did_not_verify_it(self) -> None:
        directive = self.directive
        if directive.verified_by_id is not None and directive.verified_at is not None:
            hands = set(directive.hands.values_list("person_id", flat=True))
            assert directive.verified_by_id not in hands

    @invariant()
    def the_original_date_never_moves(self) -> None:
        matter = self.directive.matter
        assert matter.original_due == story.DUE
        assert matter.current_due is not None

    @invariant()
    def rounds_run_only_while_the_matter_is_in_hand(self) -> None:
        directive = self.directive
        pending = directive.rounds.filter(queries.PENDING)
        opened = pending.filter(opened_at__isnull=False, missed_at__isnull=True)
        assert opened.count() <= 1, "two rounds are asked for at once"
        asked = Assignment.objects.filter(matter_id=self.pk, done_at__isnull=True, role=Role.REPORT)
        assert asked.count() <= 1
        if directive.state not in queries.LIVE:
            assert not pending.exists() and not asked.exists()
        alive = list(directive.rounds.filter(ended_at=None).values_list("nominal", flat=True))
        assert len(alive) == len(set(alive)), "a round is doubled"

    @invariant()
    def the_clock_stands_only_while_it_is_suspended(self) -> None:
        directive = self.directive
        assert (directive.matter.stopped_on is not None) == (directive.state == State.SUSPENDED)
        lawful.stands_while_it_stands(directive)
        standing = directive.suspensions.filter(approved=True, resumed_on=None).exists()
        assert standing == (directive.state == State.SUSPENDED)

    @invariant()
    def one_lead_at_most(self) -> None:
        held = Assignment.objects.filter(matter_id=self.pk, done_at__isnull=True, role=Role.LEAD)
        assert held.count() <= 1


@pytest.mark.slow
@pytest.mark.django_db
def test_the_laws_hold_whatever_is_done() -> None:
    run_state_machine_as_test(Loop, settings=settings(max_examples=25, stateful_step_count=40, deadline=None))
