"""What supervision refuses, told by code; the matter then stands as it stood."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from tests.refusing import refused, untouched
from tests.supervision import story
from tests.supervision.test_coverage import DUTIES, choices, confirm
from tests.supervision.test_origins import whole
from tests.supervision.test_recheck import closed
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN, TODAY, WANG_JIANPING, ZHOU_QIMING, World
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Conflict, Forbidden, Refusal
from zhongshu.matters import services as matters
from zhongshu.org import queries as org
from zhongshu.org.models import StandIn
from zhongshu.platform.journal.models import Entry
from zhongshu.supervision import policies, services
from zhongshu.supervision.models import Cycle, Directive, Intake, Suspension
from zhongshu.supervision.services import Instruction

pytestmark = pytest.mark.django_db
LATER, LONG_AFTER = AT + timedelta(days=3), AT + timedelta(days=120)
REVIEW = date(2026, 12, 1)
Before = Callable[[World], Directive]


def signed(world: World) -> Directive:
    return story.signed_for(world, story.handed_over(world))


def verified(world: World) -> Directive:
    directive = story.completed(world, story.signed_for(world, story.instructed(world)))
    told: dict[str, Any] = {"opinion": "同意", "explanation": "同一次验收。", "at": LATER}
    return services.accept(actor=world.actor(LI_MIN), directive_id=directive.pk, **told)


def extension_asked(world: World, directive: Directive | None = None, by: str = WANG_JIANPING) -> Directive:
    directive = directive or signed(world)
    asked: dict[str, Any] = {"new_due": date(2026, 11, 2), "reason": "分期实施", "at": AT}
    services.ask_extension(actor=world.actor(by), directive_id=directive.pk, **asked)
    return directive


def own_extension(world: World) -> Directive:
    """何伟 asks for more time for what his own section carries out; he approves extensions, too."""
    directive = story.handed_over(world, lead_id=world.units["SWB-DC"].pk, support_ids=())
    story.signed_for(world, directive, by=world.actor(HE_WEI))
    return extension_asked(world, directive, by=HE_WEI)


def suspension_asked(world: World) -> Directive:
    directive = signed(world)
    asked: dict[str, Any] = {"review_on": REVIEW, "reason": "待批复", "at": AT}
    services.ask_suspension(actor=world.actor(HE_WEI), directive_id=directive.pk, **asked)
    return directive


def asked_in_anothers_name(world: World) -> Directive:
    """何伟 stands in for 王建平, asks in his name both for more time and that the clock stop, and then sits as himself."""
    directive = signed(world)
    absent, stand_in = world.people[WANG_JIANPING], world.people[HE_WEI]
    StandIn.objects.create(absent=absent, stand_in=stand_in, starts_on=TODAY, ends_on=TODAY)
    actor = org.actor_standing_in(stand_in, absent.pk, TODAY)
    assert actor is not None
    services.ask_extension(actor=actor, directive_id=directive.pk, at=AT, **EXTENSION)
    services.ask_suspension(actor=actor, directive_id=directive.pk, at=AT, **SUSPENSION)
    assert not [verb for verb in policies.offered(world.actor(HE_WEI), directive) if "decide" in verb]
    return directive


def drawn(world: World) -> Directive:
    directive = closed(world)
    services.sample(actor=SYSTEM, at=LONG_AFTER)
    return directive


def words(text: str, kind: str = "order") -> dict[str, object]:
    return {"instruction": Instruction(text=text, instruction_class=kind)}


COMPLETION = {"signed_by_id": None, "feedback": "  "}
DECISION = {"approve": True, "opinion": ""}
CYCLE: dict[str, object] = {"cycle": "hourly"}
EXTENSION: dict[str, Any] = {"new_due": date(2026, 11, 3), "reason": "分期"}
SUSPENSION: dict[str, Any] = {"review_on": REVIEW, "reason": "待批复"}
# (code, kind, the matter before it, the deed, who, what else it takes)
REFUSED: list[tuple[str, type[Refusal], Before, str, str, dict[str, object]]] = [
    ("nothing_reported", Refusal, signed, "report", WANG_JIANPING, {"text": " \n"}),
    ("no_feedback", Refusal, signed, "complete", "周启明", COMPLETION),
    ("no_answer", Refusal, verified, "answer_leader", LI_MIN, {"answer": " "}),
    ("no_such_risk", Refusal, signed, "judge_risk", LI_MIN, {"risk": "deadly", "reason": "险"}),
    ("no_such_cycle", Refusal, signed, "set_cycle", LI_MIN, CYCLE),
    ("no_recipient", Refusal, signed, "transfer", HE_WEI, {"to": "  ", "reason": "涉嫌违纪"}),
    ("no_instruction", Refusal, signed, "instruct", CHEN_LI, words("  ")),
    ("unknown_class", Refusal, signed, "instruct", CHEN_LI, words("请抓紧。", "whisper")),
    ("extension_pending", Conflict, extension_asked, "ask_extension", WANG_JIANPING, EXTENSION),
    ("own_extension", Forbidden, own_extension, "decide_extension", HE_WEI, DECISION),
    ("own_extension", Forbidden, asked_in_anothers_name, "decide_extension", HE_WEI, DECISION),
    ("own_suspension", Forbidden, asked_in_anothers_name, "decide_suspension", HE_WEI, DECISION),
    ("no_extension_asked", Conflict, signed, "decide_extension", HE_WEI, DECISION),
    ("suspension_pending", Conflict, suspension_asked, "ask_suspension", WANG_JIANPING, SUSPENSION),
    ("own_suspension", Forbidden, suspension_asked, "decide_suspension", HE_WEI, DECISION),
    ("no_suspension_asked", Conflict, signed, "decide_suspension", HE_WEI, DECISION),
    ("no_slip_due", Conflict, signed, "raise_slip", LI_MIN, {}),
    ("no_labels", Refusal, signed, "ask_figures", LI_MIN, {"labels": [" "], "period": "2026-09"}),
    ("no_such_period", Refusal, signed, "ask_figures", LI_MIN, {"labels": ["投资额"], "period": "2026-13"}),
    ("no_figures", Refusal, signed, "give_figures", WANG_JIANPING, {"figures": {}}),
    ("no_such_figure", Refusal, signed, "give_figures", WANG_JIANPING, {"figures": {0: "1200"}}),
    ("rounds_stand_as_they_should", Conflict, signed, "turn_rounds", LI_MIN, {}),
]


@pytest.mark.parametrize(
    ("code", "kind", "before", "deed", "who", "given"),
    REFUSED,
    ids=[f"{one[3]}-{one[0]}-{one[2].__name__}" for one in REFUSED],
)
def test_is_refused_and_leaves_the_matter_alone(
    world: World,
    code: str,
    kind: type[Refusal],
    before: Before,
    deed: str,
    who: str,
    given: dict[str, object],
) -> None:
    directive = Directive.objects.select_related("matter").get(pk=before(world).pk)
    with untouched(), refused(code, kind) as caught:
        getattr(services, deed)(actor=world.actor(who), directive_id=directive.pk, at=LATER, **given)
    assert str(caught.value)
    after = Directive.objects.select_related("matter").get(pk=directive.pk)
    assert (after.state, after.matter.current_due, after.cycle, after.risk) == (
        directive.state,
        directive.matter.current_due,
        directive.cycle,
        directive.risk,
    )


def test_a_recheck_says_sound_or_not_and_what_was_seen(world: World, settings: Any) -> None:
    settings.RULES = {**settings.RULES, "D-25.recheck_percent": 100}
    directive = drawn(world)
    told: dict[str, Any] = {"actor": world.actor(LI_MIN), "directive_id": directive.pk, "at": LONG_AFTER}
    with untouched(), refused("no_outcome"):
        services.recheck(**told, outcome="perhaps", note="到现场看过。")
    with untouched(), refused("no_note"):
        services.recheck(**told, outcome="sound", note="\u3000")
    services.recheck(**told, outcome="sound", note="到现场看过。")
    with untouched(), refused("not_drawn", Conflict):
        services.recheck(**told, outcome="sound", note="又看了一遍。")


def test_a_stop_is_asked_for_by_a_person(world: World) -> None:
    directive = signed(world)
    with untouched(), refused("nobody_asks"):
        services.ask_suspension(
            actor=SYSTEM, directive_id=directive.pk, at=AT, review_on=REVIEW, reason="待批复"
        )


class TestMatterOfManyTasks:
    def test_milestones_are_set_when_it_is_open(self, world: World) -> None:
        with untouched(), refused("milestones_later") as caught:
            story.handed_over(world, cycle=Cycle.MILESTONE)
        assert (caught.value.rule, list(caught.value.fields)) == ("D-24", ["cycle"])

    def test_one_wrong_task_opens_none_and_is_told_by_its_place(self, world: World) -> None:
        good = whole(world, "meeting")
        bad = whole(world, "meeting", title="报送月度情况", support_ids=(world.units["FGW"].pk,))
        with untouched(), refused("some_tasks_refused") as caught:
            services.enter(
                actor=world.actor(LI_MIN), unit_id=world.units["SWB-DC"].pk, tasks=(good, bad), at=AT
            )
        assert list(caught.value.fields) == ["task-2"]
        assert not Directive.objects.exists()


class TestText:
    def bring(self, world: World, text: str, who: str = LI_MIN) -> Intake:
        return services.bring_in(
            actor=world.actor(who), unit_id=world.units["SWB-DC"].pk, title="纪要", text=text, at=AT
        )

    def test_is_neither_empty_nor_endless(self, world: World) -> None:
        with untouched(), refused("empty_text") as caught:
            self.bring(world, " \n\u3000")
        assert "text" in caught.value.fields
        with untouched(), refused("text_too_long"):
            self.bring(world, "会" * 200_001)
        assert self.bring(world, "会议听取了汇报。").confirmed_at is None

    def test_is_brought_in_by_a_person(self, world: World) -> None:
        with untouched(), refused("nobody_brings_it_in"):
            services.bring_in(actor=SYSTEM, unit_id=world.units["SWB-DC"].pk, title="纪要", text="会", at=AT)

    def test_every_finding_is_answered_once_and_for_all(self, world: World) -> None:
        intake = self.bring(world, "\n".join(DUTIES[:2]))
        answered = choices(intake, world)
        with untouched(), refused("undecided_findings") as caught:
            confirm(intake, world, answered[:1])
        assert list(caught.value.fields) == [f"choice-{answered[1].finding_id}"]
        confirm(intake, world, answered)
        with untouched(), refused("confirmed_already", Conflict):
            confirm(intake, world, answered)

    def test_what_lacks_a_lead_or_its_words_is_told_by_its_card(self, world: World) -> None:
        intake = self.bring(world, DUTIES[0])
        (answer,) = choices(intake, world)
        lacking = [
            services.Choice(finding_id=answer.finding_id, action=answer.action),
            services.Choice(finding_id=answer.finding_id, action=" ", lead_id=answer.lead_id),
        ]
        for one, told in zip(lacking, ("牵头单位", "任务内容"), strict=True):
            with untouched(), refused("some_choices_refused") as caught:
                confirm(intake, world, [one])
            assert told in str(caught.value.fields[f"choice-{answer.finding_id}"])
        assert not Directive.objects.exists()


def test_nothing_is_read_that_was_not_laid_before_one(world: World) -> None:
    directive = story.handed_over(world)
    with untouched(), refused("nothing_to_read", Conflict):
        matters.mark_read(actor=world.actor(WANG_JIANPING), matter_id=directive.pk, at=AT)


MARKED = "请抓紧。\n机密★10年"


@pytest.mark.parametrize("field", ["title", "requirement", "instruction"])
def test_typed_words_that_bear_a_secrecy_mark_open_nothing(world: World, field: str) -> None:
    with refused("secrecy_marked"):
        story.handed_over(world, **{field: MARKED})
    assert not Directive.objects.exists()
    assert not Entry.objects.filter(verb__startswith="supervision.").exists()


def test_what_is_reported_and_bears_a_secrecy_mark_is_not_kept(world: World) -> None:
    directive = signed(world)
    told: dict[str, Any] = {"directive_id": directive.pk, "actor": world.actor(WANG_JIANPING), "at": LATER}
    with refused("secrecy_marked"):
        services.report(**told, text=MARKED)
    head = world.people[ZHOU_QIMING].pk
    with refused("secrecy_marked"):
        services.complete(**told, feedback=MARKED, signed_by_id=head, files=(story.proof(told["actor"]),))
    left = Directive.objects.select_related("matter").get(pk=directive.pk)
    assert (left.last_progress, left.feedback, left.state) == ("", "", directive.state)
    assert Entry.objects.filter(verb="files.turned_away_marked").count() == 2


def test_words_that_were_stored_with_a_secrecy_mark_lock_no_later_act(world: World) -> None:
    directive = signed(world)
    told: dict[str, Any] = {"directive_id": directive.pk, "at": LATER}
    asked = services.ask_suspension(
        actor=world.actor(WANG_JIANPING), reason="待批复", review_on=story.DUE, **told
    )
    Suspension.objects.filter(pk=asked.pk).update(reason=MARKED)
    services.decide_suspension(actor=world.actor(HE_WEI), approve=True, opinion="同意", **told)
    assert Directive.objects.get(pk=directive.pk).matter.state == "suspended"
