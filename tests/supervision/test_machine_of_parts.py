"""Random people play wholes and parts, chains of steps, ends before time, re-checks and takings up again, as D-30 has it."""

from datetime import date, timedelta

import pytest
from django.conf import settings as house
from django.test import override_settings
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule, run_state_machine_as_test

from tests.supervision import lawful, story
from tests.supervision.playing import EVERY, NAMES, SELDOM, Town, people, said
from tests.supervision.sections import investment
from tests.world import HE_WEI, LI_MIN
from zhongshu.archive.models import Deposit
from zhongshu.kernel.actors import SYSTEM, Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters.models import Assignment, Group, Link, LinkKind, Matter, Role
from zhongshu.org.models import Leave, Post
from zhongshu.platform.journal.models import Entry
from zhongshu.supervision import policies, queries, services
from zhongshu.supervision.models import Chain, ChainRun, Directive, Recheck, State, StepRole
from zhongshu.supervision.models.states import OPEN_STATES
from zhongshu.supervision.services import Step

TO_THE_END = ("docket", "sign_for", "complete", "accept", "answer_leader", "close_out")
OVER = (State.REVIEWING, State.COMPLETED, State.CLOSED_OUT, State.ARCHIVED)
LIN_FANG = "林芳"
EVERYBODY = (*NAMES, LIN_FANG)
everybody = st.sampled_from(EVERYBODY)
pick = st.integers(0, 999)


class Family(Town):
    """A matter, the parts and steps it is broken into, and what takes up again what was ended."""

    def __init__(self) -> None:
        super().__init__()
        self.every_one = override_settings(RULES={**house.RULES, "D-25.recheck_percent": 100})
        self.every_one.enable()
        investment(self.town)
        self.kept_by(LI_MIN)
        story.instructed(self.town)
        self.dues: dict[int, date | None] = {}
        self.packages: dict[int, str] = {}
        self.runs: dict[int, tuple[int, int]] = {}

    def teardown(self) -> None:
        self.every_one.disable()
        super().teardown()

    def kept_by(self, who: str) -> None:
        """起草 → 审核 → 审定, or a next version of it."""
        post = Post.objects.get(title="秘书长", unit=self.town.units["SWB"])
        before = Chain.objects.filter(retired_at=None).first()
        steps = [
            Step(title="起草", role=StepRole.LEAD, working_days=2),
            Step(title="审核", role=StepRole.UNIT, unit_id=self.town.units["CZJ"].pk, working_days=2),
            Step(title="审定", role=StepRole.POST, post_id=post.pk, working_days=1),
        ]
        services.keep_chain(
            actor=self.town.actor(who), unit_id=self.town.units["SWB-DC"].pk, name="规范性文件", steps=steps,
            chain_id=before.pk if before else None, at=self.at,
        )  # fmt: skip

    def all(self) -> list[Directive]:
        return list(Directive.objects.select_related("matter").order_by("pk"))

    def one_of(self, number: int, *, in_hand: bool = False) -> Directive:
        """One of all matters, or of those ``in_hand`` as long as there are any."""
        rows = [one for one in self.all() if not in_hand or one.matter.group == Group.OPEN] or self.all()
        return rows[number % len(rows)]

    @initialize(signed=st.booleans(), steps=st.booleans())
    def on_its_way(self, signed: bool, steps: bool) -> None:
        pk = self.one_of(0).pk
        if signed:
            self.somebody("sign_for", pk)
        if steps:
            self.somebody("begin_chain", pk)

    @rule(who=people)
    def a_template_is_written_anew(self, who: str) -> None:
        try:
            self.kept_by(who)
        except Refusal:
            assert not policies.may_supervise(self.town.actor(who), self.town.units["SWB"].pk)

    @rule(who=people, days=st.integers(1, 30))
    def somebody_is_away(self, who: str, days: int) -> None:
        today = local_day(self.at)
        ends = today + timedelta(days=days)
        Leave.objects.create(person=self.town.people[who], starts_on=today, ends_on=ends, reason="年休假")

    @rule()
    def a_quarter_goes_by(self) -> None:
        """What was struck off ninety days ago is drawn, all of it."""
        self.at += timedelta(days=92)
        services.sample(actor=SYSTEM, at=self.at)

    @rule(number=pick, verb=st.sampled_from(sorted(EVERY)), who=everybody, words=said, yes=st.booleans())
    def act(self, number: int, verb: str, who: str, words: str, yes: bool) -> None:
        self.tries(verb, self.actor(who), self.one_of(number).pk, words, yes)

    @rule(number=pick, which=st.integers(0, 9999), words=said, yes=st.booleans())
    def whoever_is_offered_a_step_takes_it(self, number: int, which: int, words: str, yes: bool) -> None:
        pk = self.one_of(number, in_hand=bool(which % 3)).pk
        self.takes(EVERY.keys() - SELDOM, pk, EVERYBODY, which, words, yes)

    @rule(number=pick, stages=st.integers(2, len(TO_THE_END)))
    def it_is_carried_out(self, number: int, stages: int) -> None:
        """What is in hand goes some stages of its way."""
        pk = self.one_of(number, in_hand=True).pk
        for verb in TO_THE_END[:stages]:
            self.somebody(verb, pk)

    @rule(number=pick)
    def it_is_put_to_steps(self, number: int) -> None:
        directive = self.one_of(number, in_hand=True)
        if queries.chain_run(directive.pk) is None:
            self.somebody("begin_chain", directive.pk)

    @rule(number=pick, verb=st.sampled_from(("decompose", *SELDOM)))
    def it_is_broken_down_or_ends_before_its_time(self, number: int, verb: str) -> None:
        self.somebody(verb, self.one_of(number, in_hand=True).pk)

    @rule(number=pick, yes=st.booleans())
    def a_chain_goes_on(self, number: int, yes: bool) -> None:
        runs = list(ChainRun.objects.order_by("pk"))
        if runs:
            run = runs[number % len(runs)]
            self.tries("continue_chain", self.actor(HE_WEI), run.directive_id, "", yes)

    def somebody(self, verb: str, pk: int) -> None:
        """Those who are offered ``verb`` try it, until one has done it."""
        before = Entry.objects.count()
        for code, actor in self.offered(Directive.objects.select_related("matter").get(pk=pk), EVERYBODY):
            if code == verb and Entry.objects.count() == before:
                self.tries(verb, actor, pk, f"第{pk}件{verb}", True)

    def call(self, verb: str, actor: Actor, pk: int, words: str, yes: bool) -> object:
        if verb == "begin_chain":
            chain = Chain.objects.get(retired_at=None)
            units = {2: self.town.units["JYJ"].pk} if words == "已办" else {}
            return services.begin_chain(
                actor=actor, directive_id=pk, chain_id=chain.pk, units=units, at=self.at
            )
        return super().call(verb, actor, pk, words, yes)

    @invariant()
    def states_and_desks_agree(self) -> None:
        drawn = set(Recheck.objects.filter(done_at=None).values_list("directive_id", flat=True))
        for directive in self.all():
            matter = directive.matter
            held = Assignment.objects.filter(matter=matter, done_at=None)
            assert (matter.group == Group.OPEN) == (directive.state in OPEN_STATES)
            assert held.filter(role=Role.LEAD).count() <= 1
            if matter.group != Group.OPEN:
                assert set(held.values_list("role", flat=True)) == (
                    {Role.VERIFY} if directive.pk in drawn else set()
                )

    @invariant()
    def the_first_date_stays_and_the_clock_stands_only_while_suspended(self) -> None:
        for directive in self.all():
            matter = directive.matter
            if directive.state != State.REGISTERED:  # docketing gives the first date
                assert self.dues.setdefault(directive.pk, matter.original_due) == matter.original_due
            assert (matter.stopped_on is not None) == (directive.state == State.SUSPENDED)
            lawful.stands_while_it_stands(directive)

    @invariant()
    def nobody_verifies_or_rechecks_what_he_had_a_hand_in(self) -> None:
        for directive in self.all():
            hands = set(directive.hands.values_list("person_id", flat=True))
            assert directive.verified_at is None or directive.verified_by_id not in hands
            done = Recheck.objects.filter(directive=directive, done_at__isnull=False)
            assert not hands & set(done.values_list("done_by_id", flat=True))

    @invariant()
    def no_whole_ends_over_an_open_part(self) -> None:
        wholes = Matter.objects.filter(children__group=Group.OPEN).values_list("state", flat=True)
        assert not set(wholes) & set(OVER)

    @invariant()
    def no_part_is_due_after_its_whole(self) -> None:
        assert not queries.parts_beyond_their_whole(local_day(self.at))

    @invariant()
    def a_chain_hands_out_one_step_after_the_other(self) -> None:
        for run in ChainRun.objects.order_by("pk"):
            turns = queries.turns(run)
            begun = [turn for turn in turns if turn.part is not None]
            assert begun == turns[: len(begun)] and begun, "a step was passed over"
            version, before = self.runs.setdefault(run.pk, (run.version_id, 0))
            assert version == run.version_id
            if len(begun) > before:
                assert len(begun) == before + 1, "two steps at once"
                assert len(queries.at_work(turns)) <= 1, "a step began over another one"
            self.runs[run.pk] = (version, len(begun))

    @invariant()
    def what_is_deposited_stays_and_is_taken_up_once_at_a_time(self) -> None:
        for deposit in Deposit.objects.select_related("matter"):
            assert self.packages.setdefault(deposit.pk, deposit.manifest_sm3) == deposit.manifest_sm3
            assert deposit.matter.state == State.ARCHIVED
            again = Link.objects.filter(
                target=deposit.matter, kind=LinkKind.SUCCEEDS, source__group=Group.OPEN
            )
            assert again.count() <= 1


@pytest.mark.slow
@pytest.mark.django_db
def test_the_laws_hold_for_wholes_parts_steps_and_successors() -> None:
    run_state_machine_as_test(
        Family, settings=settings(max_examples=25, stateful_step_count=30, deadline=None)
    )
