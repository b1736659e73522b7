"""Random people do random acts, lawful and unlawful, to one matter; the laws of the house hold after each."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests import world as city
from tests.supervision import story
from zhongshu.kernel.actors import SYSTEM, Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Assignment, Group, Role
from zhongshu.org import queries as org
from zhongshu.org.models import StandIn
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.numbering import queries as numbering
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import policies, queries, services
from zhongshu.supervision.models import Directive, State
from zhongshu.supervision.models.states import OPEN_STATES, TRANSITIONS

NAMES = (
    city.LI_MIN,
    city.HE_WEI,
    city.CHEN_LI,
    city.WANG_JIANPING,
    city.ZHOU_QIMING,
    city.WU_XIAOFANG,
    city.SHEN_JING,
    city.SUN_YAO,
)
people = st.sampled_from(NAMES)
# verb → the event of table D-30 that it is; None where the state stays and no event is named
EVENTS = {
    "sign_for": "sign_for",
    "object_to": "object",
    "report": "report",
    "remind": "remind",
    "complete": "complete",
    "accept": "accept",
    "return_for_rework": "return_for_rework",
    "answer_leader": "answer_leader",
    "close_out": "close_out",
    "reopen": "reopen",
    "ask_extension": "extend",
    "decide_extension": "extend",
    "dispatch": "dispatch",
    "set_cycle": "remind",
    "ask_suspension": "suspend",
    "decide_suspension": "suspend",
    "resume": "resume",
    "ask_figures": "remind",
    "give_figures": "report",
    "terminate": "terminate",
    "transfer": "transfer",
}
POLICY = {"object_to": "object", "give_figures": "complete"}
SELDOM = ("terminate", "transfer")


class Loop(RuleBasedStateMachine):
    """One matter, its people, and what is done to it."""

    def __init__(self) -> None:
        super().__init__()
        self.frame = transaction.atomic()
        self.frame.__enter__()
        self.town = city.build()
        self.at = city.AT
        self.pk = story.instructed(self.town).pk
        self.verifiers: list[tuple[int, frozenset[int]]] = []

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.frame.__exit__(None, None, None)

    @property
    def directive(self) -> Directive:
        return Directive.objects.select_related("matter").get(pk=self.pk)

    @rule(absent=people, stand_in=people)
    def let_stand_in(self, absent: str, stand_in: str) -> None:
        if absent == stand_in:
            return
        StandIn.objects.create(
            absent=self.town.people[absent],
            stand_in=self.town.people[stand_in],
            starts_on=city.TODAY,
            ends_on=city.TODAY + timedelta(days=400),
        )

    @rule(hours=st.integers(1, 24 * 12))
    def time_passes(self, hours: int) -> None:
        self.at += timedelta(hours=hours)

    @rule()
    def night_falls(self) -> None:
        """The job that moves reporting rounds on; now and then it runs twice, often it does not run at all."""
        services.turn_all(actor=SYSTEM, at=self.at)
        assert self.pk not in queries.to_turn(local_day(self.at), workdays.calendar())

    @precondition(lambda self: self.directive.state in OPEN_STATES)
    @rule(
        verb=st.sampled_from([verb for verb in EVENTS if verb not in SELDOM]),
        who=people,
        standing_in=st.booleans(),
        words=st.sampled_from(("", "已办", "请补充材料")),
        yes=st.booleans(),
    )
    def act(self, verb: str, who: str, standing_in: bool, words: str, yes: bool) -> None:
        self._do(verb, self._actor(who, standing_in), words, yes)

    @precondition(lambda self: self.directive.state in OPEN_STATES)
    @rule(verb=st.sampled_from(SELDOM), who=people)
    def divert(self, verb: str, who: str) -> None:
        self._do(verb, self._actor(who, False), "政策调整", True)

    @precondition(lambda self: self.directive.state in OPEN_STATES)
    @rule(pick=st.integers(0, 999), words=st.sampled_from(("已办", "请补充材料", "")), yes=st.booleans())
    def whoever_is_offered_a_step_takes_it(self, pick: int, words: str, yes: bool) -> None:
        """Otherwise chance alone would seldom get a story to its end."""
        directive, code = self.directive, {POLICY.get(verb, verb): verb for verb in EVENTS}
        steps = [
            (code[one], actor)
            for actor in map(self.town.actor, NAMES)
            for one in policies.offered(actor, directive)
            if one in code and one not in SELDOM
        ]
        if steps:
            verb, actor = steps[pick % len(steps)]
            self._do(verb, actor, words, yes)

    def _actor(self, who: str, standing_in: bool) -> Actor:
        person = self.town.people[who]
        if standing_in:
            for stand in org.stand_ins_for(person.pk, city.TODAY):
                actor = org.actor_standing_in(person, stand.absent_id, city.TODAY)
                if actor is not None:
                    return actor
        return self.town.actor(who)

    def _do(self, verb: str, actor: Actor, words: str, yes: bool) -> None:
        before = self.directive
        entries = Entry.objects.filter(stream=before.matter.stream).count()
        hands = set(before.hands.values_list("person_id", flat=True))
        try:
            with transaction.atomic():
                _call(verb, self.town, actor, self.pk, words, yes, self.at)
        except Refusal:
            assert self.directive.state == before.state
            assert Entry.objects.filter(stream=before.matter.stream).count() == entries
            return
        assert before.state in TRANSITIONS[EVENTS[verb]], f"{verb} from {before.state} is not declared"
        assert policies.may(actor, POLICY.get(verb, verb), before)
        assert Entry.objects.filter(stream=before.matter.stream).count() > entries
        if verb in ("accept", "return_for_rework"):
            assert not actor.seats & hands

    @invariant()
    def nothing_is_lost(self) -> None:
        assert matters.orphans().count() == 0

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
        if directive.state == State.SUSPENDED:
            assert standing

    @invariant()
    def one_lead_at_most(self) -> None:
        held = Assignment.objects.filter(matter_id=self.pk, done_at__isnull=True, role=Role.LEAD)
        assert held.count() <= 1

    @invariant()
    def the_journal_and_the_numbers_are_whole(self) -> None:
        assert journal.first_break() is None
        assert not list(numbering.all_gaps())


def _call(verb: str, town: city.World, actor: Actor, pk: int, words: str, yes: bool, at: datetime) -> object:
    given: dict[str, Any] = {"actor": actor, "directive_id": pk, "at": at}
    match verb:
        case "object_to" | "return_for_rework" | "reopen" | "terminate":
            given["reason"] = words
        case "report":
            given["text"] = words
        case "remind":
            given["note"] = words
        case "accept":
            given["opinion"] = words
        case "answer_leader":
            given["answer"] = words
        case "transfer":
            given |= {"to": "市监察委员会", "reason": words}
        case "complete":
            given |= {
                "feedback": words,
                "signed_by_id": town.people[city.ZHOU_QIMING].pk if yes else None,
                "files": (story.proof(actor, at=at),) if yes else (),
            }
        case "ask_extension":
            given |= {"new_due": story.DUE + timedelta(days=10), "reason": words}
        case "decide_extension":
            given |= {"approve": yes, "opinion": words}
        case "ask_figures":
            given |= {"labels": (words or "投资额",), "period": "2026-10", "standing": yes, "reason": words}
        case "give_figures":
            given["figures"] = {one.pk: words for one in queries.open_asks(Directive.objects.get(pk=pk))}
        case "set_cycle":
            given |= {"cycle": "monthly"} if yes else {"cycle": "weekly", "basis": words}
            given["until"] = local_day(at) + timedelta(days=40)
        case "ask_suspension":
            given |= {"reason": words, "review_on": local_day(at) + timedelta(days=20)}
        case "decide_suspension":
            given |= {"approve": yes, "opinion": words}
        case "resume":
            given["reason"] = words
        case "dispatch":
            lead = town.units["FGW" if yes else "CZJ"].pk
            given |= {"lead_id": lead, "support_ids": (), "due": story.DUE}
    return getattr(services, verb)(**given)


@pytest.mark.slow
@pytest.mark.django_db
def test_the_laws_hold_whatever_is_done() -> None:
    run_state_machine_as_test(Loop, settings=settings(max_examples=40, stateful_step_count=40, deadline=None))
