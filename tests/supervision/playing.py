"""A town whose people act at random, lawfully and unlawfully: what every machine of supervised matters plays on."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from tests import world as city
from tests.playing import InTown
from tests.supervision import lawful, story
from zhongshu.kernel.actors import SYSTEM, Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Assignment, Group, Matter, Role
from zhongshu.org import queries as org
from zhongshu.org.models import StandIn
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.numbering import queries as numbering
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import policies, queries, services
from zhongshu.supervision.models import Directive
from zhongshu.supervision.models.states import TRANSITIONS
from zhongshu.supervision.services import Decided, ForParts, Part
from zhongshu.supervision.services.settle import REQUESTS

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
CHECKING, CARRYING = (city.LI_MIN, city.HE_WEI), (city.WANG_JIANPING, city.ZHOU_QIMING)
people = st.sampled_from(NAMES)
said = st.sampled_from(("已办", "请补充材料", ""))
# verb → the event of the life cycle that it is
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
    "issue_slip": "remind",
    "acknowledge_slips": "instruct",
    "terminate": "terminate",
    "transfer": "transfer",
}
# of whole and parts, of what was ended and is looked at again
FURTHER = {
    "docket": "docket",
    "begin_chain": "remind",
    "continue_chain": "remind",
    "decompose": "report",
    "take_up_again": "take_up_again",
    "recheck": "recheck",
}
GO_ON = Decided(how="go_on", reason="不是一回事。")
POLICY = {"object_to": "object", "give_figures": "complete", "continue_chain": "begin_chain"}
SELDOM = ("terminate", "transfer")
EVERY = EVENTS | FURTHER


class Town(InTown):
    """The city within one transaction, a moment in it, and stand-ins that come and go."""

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

    @rule(stand_in=st.sampled_from(CHECKING), absent=st.sampled_from(CARRYING))
    def who_supervises_stands_in_for_who_carries_out(self, stand_in: str, absent: str) -> None:
        """Where the separation of duties is tried hardest; chance alone comes to it too seldom."""
        self.let_stand_in(absent=absent, stand_in=stand_in)

    @rule(hours=st.integers(1, 24 * 5))
    def time_passes(self, hours: int) -> None:
        self.at += timedelta(hours=hours)

    @rule()
    def night_falls(self) -> None:
        """The jobs that move reporting rounds on and raise slips; now and then they run twice, often not at all."""
        services.turn_all(actor=SYSTEM, at=self.at)
        services.escalate(actor=SYSTEM, at=self.at)
        assert not queries.to_turn(local_day(self.at), workdays.calendar())

    def actor(self, who: str, standing_in: bool = False) -> Actor:
        """``who`` in his own seat, or in that of somebody for whom he stands in."""
        return self.seats(who)[-1 if standing_in else 0]

    def seats(self, who: str) -> list[Actor]:
        """The seat of ``who``, and those of whom he stands in for."""
        person = self.town.people[who]
        absent = {stand.absent_id for stand in org.stand_ins_for(person.pk, city.TODAY)}
        others = (org.actor_standing_in(person, one, city.TODAY) for one in sorted(absent))
        return [org.actor_of(person, city.TODAY), *filter(None, others)]

    def offered(self, directive: Directive, names: Iterable[str]) -> list[tuple[str, Actor]]:
        """What those of ``names`` are offered to do to a matter now, in any of their seats, each with who may."""
        return [
            (verb, actor)
            for who in names
            for actor in self.seats(who)
            for code in policies.offered(actor, directive)
            for verb in EVERY
            if POLICY.get(verb, verb) == code
        ]

    def takes(self, verbs: Iterable[str], pk: int, names: Iterable[str], which: int, *args: Any) -> None:
        """One of the ``verbs`` that somebody is offered is done: the verb first, then who does it, in which seat."""
        directive = Directive.objects.select_related("matter").get(pk=pk)
        steps = [step for step in self.offered(directive, names) if step[0] in verbs]
        if steps:
            verb, number = chosen(sorted({verb for verb, _actor in steps}), which)
            actor, _number = chosen([actor for code, actor in steps if code == verb], number)
            self.tries(verb, actor, pk, *args)

    def tries(self, verb: str, actor: Actor, pk: int, words: str, yes: bool) -> None:
        """An act is done as the life cycle, the policies and the separation of duties allow, or it leaves no trace."""
        before = Directive.objects.select_related("matter").get(pk=pk)
        entries, kept = Entry.objects.count(), Matter.objects.count()
        hands = set(before.hands.values_list("person_id", flat=True))
        competent = bool(policies.may(actor, POLICY.get(verb, verb), before))
        try:
            with transaction.atomic():
                self.call(verb, actor, pk, words, yes)
        except Refusal:
            assert Directive.objects.select_related("matter").get(pk=pk).state == before.state
            assert (Entry.objects.count(), Matter.objects.count()) == (entries, kept)
            return
        assert before.state in TRANSITIONS[EVERY[verb]], f"{verb} from {before.state} is not declared"
        assert competent
        assert Entry.objects.count() > entries
        if verb in ("accept", "return_for_rework", "recheck"):
            assert not actor.seats & hands
        lawful.bears_what_it_must(actor, verb, EVERY[verb], before, words, yes, self.at)

    def call(self, verb: str, actor: Actor, pk: int, words: str, yes: bool) -> object:
        """The service ``verb``, with what a person may have filled in."""
        given = {"actor": actor, "directive_id": pk, "at": self.at}
        return getattr(services, verb)(**given, **filled_in(verb, self.town, actor, pk, words, yes, self.at))

    @invariant()
    def nothing_open_hangs_on_what_has_ended(self) -> None:
        """Requests, standing clocks, slips, figures, rounds and drafts end with their matter, whatever its end."""
        ended = Matter.objects.exclude(group=Group.OPEN).values_list("pk", flat=True)
        assert not queries.hanging_on(list(ended))

    @invariant()
    def what_is_asked_for_lies_with_who_approves(self) -> None:
        asked = queries.hanging_on(list(Directive.objects.values_list("pk", flat=True)), REQUESTS)
        held = Assignment.objects.filter(role=Role.APPROVE, done_at=None)
        assert set(asked) == set(held.values_list("matter_id", flat=True))

    @invariant()
    def nothing_is_lost(self) -> None:
        assert matters.orphans().count() == 0

    @invariant()
    def the_journal_and_the_numbers_are_whole(self) -> None:
        assert journal.first_break() is None
        assert not list(numbering.all_gaps())


def chosen(among: Sequence[Any], number: int) -> tuple[Any, int]:
    """One of them, and what is left of the number to choose once more."""
    left, place = divmod(number, len(among))
    return among[place], left


def filled_in(
    verb: str, town: city.World, actor: Actor, pk: int, words: str, yes: bool, at: datetime
) -> dict[str, Any]:
    """What stands in the form of ``verb``: ``words`` where words are asked for, ``yes`` where there is a choice."""
    given: dict[str, Any] = {}
    match verb:
        case "object_to" | "return_for_rework" | "reopen" | "take_up_again":
            given["reason"] = words
        case "terminate":
            given |= {"reason": words, "parts": ForParts(how="follow" if yes else "go_on", reason=words)}
        case "report":
            given["text"] = words
        case "remind":
            given["note"] = words
        case "accept":
            given["opinion"] = words
        case "answer_leader":
            given["answer"] = words
        case "transfer":
            given |= {"to": "市监察委员会", "reason": words, "parts": ForParts(how="follow")}
        case "complete":
            given |= {
                "feedback": words,
                "signed_by_id": _head(pk, local_day(at)) if yes else None,
                "files": () if words == "请补充材料" else (story.proof(actor, at=at),),
            }
        case "ask_extension":
            given |= {"new_due": story.DUE + timedelta(days=10), "reason": words}
        case "decide_extension":
            given |= {"approve": yes, "opinion": words}
        case "ask_figures":
            given |= {"labels": (words or "投资额",), "period": "2026-10", "standing": yes, "reason": words}
        case "give_figures":
            given["figures"] = {one.pk: words for one in queries.open_asks(Directive.objects.get(pk=pk))}
        case "issue_slip":
            given |= {"weight": {"已办": 1, "请补充材料": 3}.get(words, 5), "text": words}
        case "set_cycle":
            given |= {"cycle": "monthly"} if yes else {"cycle": "weekly", "basis": words}
            given["until"] = local_day(at) + timedelta(days=40)
        case "ask_suspension":
            given |= {"reason": words, "review_on": local_day(at) + timedelta(days=20)}
        case "decide_suspension":
            how = {"已办": "follow", "请补充材料": "go_on"}.get(words, "")
            given |= {"approve": yes, "opinion": words, "parts": ForParts(how=how, reason=words)}
        case "resume":
            given["reason"] = words
        case "dispatch":
            lead = town.units["FGW" if yes else "CZJ"].pk
            given |= {"lead_id": lead, "support_ids": (), "due": story.DUE}
        case "decompose":
            below, due = town.units["FGW-TZ" if yes else "CZJ"], local_day(at) + timedelta(days=9)
            given["parts"] = (Part(title=f"{words}第{pk}件", lead_id=below.pk, due=due, decided=GO_ON),)
        case "continue_chain":
            given["unit_id"] = town.units["JYJ"].pk if yes else None
        case "docket":
            given |= {
                "lead_id": town.units["FGW"].pk,
                "approver_id": town.people[city.HE_WEI].pk if yes else None,
                "basis": words,
            }
        case "recheck":
            given |= {"outcome": "sound" if yes else "not_sound", "note": words}
    return given


def _head(pk: int, day: date) -> int | None:
    """Who leads the unit that carries the matter out."""
    unit_id = Matter.objects.values_list("lead_unit_id", flat=True).get(pk=pk)
    return next((head.pk for head in org.heads(unit_id, day)), None) if unit_id else None
