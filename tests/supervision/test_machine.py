"""Random people do random acts, lawful and unlawful, to one matter; the laws of the house and table D-30 hold after each."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule, run_state_machine_as_test

from tests.supervision import story
from tests.supervision.playing import EVENTS, NAMES, SELDOM, Town, people, said
from zhongshu.matters.models import Assignment, Group, Role
from zhongshu.supervision import queries
from zhongshu.supervision.models import Directive, State
from zhongshu.supervision.models.states import OPEN_STATES

ROAD = ("dispatch", "sign_for", "complete", "accept", "answer_leader", "close_out")
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
