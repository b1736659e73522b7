"""The closed loop at the floor of services: handed over, carried out, verified, answered, kept."""

from datetime import date, timedelta

import pytest

from tests.refusing import refused
from tests.supervision import story
from tests.world import (
    AT,
    CHEN_LI,
    HE_WEI,
    LI_MIN,
    SHEN_JING,
    SUN_YAO,
    WANG_JIANPING,
    WU_XIAOFANG,
    ZHAO_XIAOYAN,
    ZHOU_QIMING,
    World,
)
from zhongshu.kernel.refusals import Conflict, Forbidden, NotFound, Refusal
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Assignment, Group, Matter, Role
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.notify.models import Notice
from zhongshu.supervision import policies, queries, services
from zhongshu.supervision.models import Directive, State

pytestmark = pytest.mark.django_db


def test_a_matter_goes_from_hand_to_hand_until_it_is_archived(world: World) -> None:
    directive = story.instructed(world)
    assert directive.matter.number == "市委办公室督〔2026〕1号"
    assert matters.orphans().count() == 0
    story.signed_for(world, directive)
    services.report(
        actor=world.actor(WANG_JIANPING),
        directive_id=directive.pk,
        text="已形成初稿。",
        at=AT + timedelta(days=1),
    )
    story.completed(world, directive)
    later = AT + timedelta(days=4)
    li_min = world.actor(LI_MIN)
    services.accept(actor=li_min, directive_id=directive.pk, opinion="同意", at=later)
    services.answer_leader(actor=li_min, directive_id=directive.pk, answer="已编制完成。", at=later)
    closed = services.close_out(actor=li_min, directive_id=directive.pk, at=later)
    assert (closed.state, closed.matter.group) == (State.ARCHIVED, Group.CLOSED)
    assert closed.matter.deposit.files.count() > 0
    assert not Assignment.objects.filter(matter=closed.matter, done_at__isnull=True).exists()
    told = [entry.verb for entry in reversed(journal.timeline(closed.matter.stream))]
    verbs = (
        "registered docketed dispatched signed_for reported completed accepted answered closed_out archived"
    )
    assert [verb for verb in told if verb.startswith("supervision.")] == [
        f"supervision.{verb}" for verb in verbs.split()
    ]
    assert journal.first_break() is None
    answered = Notice.objects.filter(person_id=world.people[CHEN_LI].pk)
    assert "已编制完成" in answered.get().text


def test_the_receiving_units_are_told_and_find_it_on_their_desks(world: World) -> None:
    directive = story.handed_over(world)
    for name, role in ((WANG_JIANPING, Role.LEAD), (WU_XIAOFANG, Role.SUPPORT)):
        rows = matters.todo(world.actor(name)).rows
        assert [(row.matter_id, row.role) for row in rows] == [(directive.pk, role)]
        assert Notice.objects.filter(person_id=world.people[name].pk).count() == 1
    assert matters.todo(world.actor(ZHAO_XIAOYAN)).rows == []


def test_what_one_may_not_know_of_does_not_exist(world: World) -> None:
    directive = story.handed_over(world)
    for stranger in (SUN_YAO, ZHAO_XIAOYAN):
        with refused("no_such_matter", NotFound):
            queries.get(world.actor(stranger), directive.pk)
        with refused("no_such_matter", NotFound):
            services.sign_for(actor=world.actor(stranger), directive_id=directive.pk, at=AT)
    assert queries.get(world.actor(SHEN_JING), directive.pk).pk == directive.pk


def test_the_undertaker_never_verifies(world: World) -> None:
    directive = story.completed(world, story.signed_for(world, story.handed_over(world)))
    for name in (WANG_JIANPING, ZHOU_QIMING):
        with refused("not_a_supervisor", Forbidden):
            services.accept(actor=world.actor(name), directive_id=directive.pk, opinion="", at=AT)
        assert "accept" not in policies.offered(world.actor(name), directive)


def test_what_is_done_waits_for_nothing_more(world: World) -> None:
    directive = story.signed_for(world, story.handed_over(world))
    services.report(
        actor=world.actor(WANG_JIANPING), directive_id=directive.pk, text="等批复", blocker="money", at=AT
    )
    done = story.completed(world, directive)
    assert (done.blocker, done.blocked_since) == ("", None)


def test_the_auditor_sees_all_and_is_offered_nothing(world: World) -> None:
    directive = story.completed(world, story.signed_for(world, story.handed_over(world)))
    assert policies.offered(world.actor(SHEN_JING), directive) == []


def test_feedback_without_the_leaders_sign_is_refused(world: World) -> None:
    directive = story.signed_for(world, story.handed_over(world))
    with refused("feedback_unsigned") as caught:
        services.complete(
            actor=world.actor(WANG_JIANPING),
            directive_id=directive.pk,
            feedback="完成",
            signed_by_id=None,
            at=AT,
        )
    assert caught.value.rule == "D-21"
    assert Directive.objects.get(pk=directive.pk).state == State.UNDERTAKING


def test_without_evidence_it_is_not_closed_out(world: World) -> None:
    directive = story.signed_for(world, story.handed_over(world))
    services.complete(
        actor=world.actor(WANG_JIANPING),
        directive_id=directive.pk,
        feedback="完成",
        signed_by_id=world.people[ZHOU_QIMING].pk,
        at=AT,
    )
    services.accept(actor=world.actor(LI_MIN), directive_id=directive.pk, opinion="", at=AT)
    with pytest.raises(Refusal) as caught:
        services.close_out(actor=world.actor(LI_MIN), directive_id=directive.pk, at=AT)
    assert caught.value.code == "no_evidence"


def test_an_instruction_is_not_closed_out_before_its_leader_has_the_answer(world: World) -> None:
    directive = story.completed(world, story.signed_for(world, story.instructed(world)))
    at = AT + timedelta(days=4)
    services.accept(actor=world.actor(LI_MIN), directive_id=directive.pk, opinion="", at=at)
    with pytest.raises(Refusal) as caught:
        services.close_out(actor=world.actor(LI_MIN), directive_id=directive.pk, at=at)
    assert caught.value.code == "not_answered"


def test_returned_for_rework_it_lies_with_its_handler_again(world: World) -> None:
    directive = story.completed(world, story.signed_for(world, story.handed_over(world)))
    at = AT + timedelta(days=4)
    back = services.return_for_rework(
        actor=world.actor(LI_MIN), directive_id=directive.pk, reason="缺少验收表。", at=at
    )
    assert (back.state, back.returns) == (State.UNDERTAKING, 1)
    held = matters.open_assignments(directive.pk).get(role=Role.LEAD)
    assert held.holder_person_id == world.people[WANG_JIANPING].pk


def test_an_objection_goes_back_to_the_supervisors_who_hand_it_out_again(world: World) -> None:
    directive = story.handed_over(world)
    services.object_to(
        actor=world.actor(WANG_JIANPING), directive_id=directive.pk, reason="属财政职责", at=AT
    )
    assert matters.orphans().count() == 0
    again = services.dispatch(
        actor=world.actor(LI_MIN),
        directive_id=directive.pk,
        lead_id=world.units["CZJ"].pk,
        support_ids=(),
        due=story.DUE,
        at=AT + timedelta(days=1),
    )
    assert again.state == State.DISPATCHED
    assert [row.matter_id for row in matters.todo(world.actor(WU_XIAOFANG)).rows] == [directive.pk]


@pytest.mark.parametrize(
    ("unit", "due", "assessed"),
    [("CZJ", date(2026, 10, 12), 12), ("CZJ", date(2026, 10, 20), 20), ("FGW", date(2026, 10, 20), 15)],
)
def test_D_20_a_new_unit_is_assessed_on_the_date_it_was_given_the_old_one_on_its_first(
    world: World, unit: str, due: date, assessed: int
) -> None:
    directive = story.handed_over(world)
    told = {"directive_id": directive.pk, "at": AT}
    services.object_to(actor=world.actor(WANG_JIANPING), reason="属财政职责", **told)
    given = {"lead_id": world.units[unit].pk, "support_ids": (), "due": due}
    matter = services.dispatch(actor=world.actor(LI_MIN), **given, **told).matter
    assert (matter.current_due, matter.original_due) == (due, date(2026, 10, assessed))


def test_D_20_a_unit_that_had_it_before_gains_no_time_though_another_had_it_since(world: World) -> None:
    directive = story.handed_over(world)
    for objecting, unit in ((WANG_JIANPING, "CZJ"), (WU_XIAOFANG, "FGW")):
        told = {"directive_id": directive.pk, "at": AT}
        services.object_to(actor=world.actor(objecting), reason="不归我们", **told)
        given = {"lead_id": world.units[unit].pk, "support_ids": (), "due": date(2026, 10, 30)}
        matter = services.dispatch(actor=world.actor(LI_MIN), **given, **told).matter
    assert (matter.current_due, matter.original_due) == (date(2026, 10, 30), story.DUE)


class TestExtension:
    def test_granted_it_moves_the_date_and_keeps_the_original(self, world: World) -> None:
        directive = self._asked(world, date(2026, 10, 30))
        services.decide_extension(
            actor=world.actor(HE_WEI), directive_id=directive.pk, approve=True, opinion="同意", at=AT
        )
        matter = Matter.objects.get(pk=directive.pk)
        assert (matter.original_due, matter.current_due) == (story.DUE, date(2026, 10, 30))

    def test_asked_a_minute_after_the_date_it_is_refused(self, world: World) -> None:
        directive = story.signed_for(world, story.handed_over(world))
        midnight = AT.replace(month=10, day=15, hour=16, minute=1)  # 00:01 of the 16th in Beijing
        with refused("extension_too_late") as caught:
            services.ask_extension(
                actor=world.actor(WANG_JIANPING),
                directive_id=directive.pk,
                new_due=date(2026, 10, 30),
                reason="招标流标",
                at=midnight,
            )
        assert caught.value.rule == "D-20"

    def test_refused_it_changes_no_date(self, world: World) -> None:
        directive = self._asked(world, date(2026, 10, 30))
        services.decide_extension(
            actor=world.actor(HE_WEI), directive_id=directive.pk, approve=False, opinion="按期办", at=AT
        )
        assert Matter.objects.get(pk=directive.pk).current_due == story.DUE

    def test_not_decided_by_the_one_who_asks(self, world: World) -> None:
        directive = self._asked(world, date(2026, 10, 30))
        with refused("not_an_approver", Forbidden):
            services.decide_extension(
                actor=world.actor(WANG_JIANPING), directive_id=directive.pk, approve=True, opinion="", at=AT
            )

    def test_undecided_it_lapses_when_the_matter_is_reported_done(self, world: World) -> None:
        directive = self._asked(world, date(2026, 10, 30))
        story.completed(world, directive)
        assert not directive.extension_requests.filter(decided_at__isnull=True).exists()
        assert not matters.open_assignments(directive.pk).filter(role=Role.APPROVE).exists()

    @staticmethod
    def _asked(world: World, new_due: date) -> Directive:
        directive = story.signed_for(world, story.handed_over(world))
        services.ask_extension(
            actor=world.actor(WANG_JIANPING),
            directive_id=directive.pk,
            new_due=new_due,
            reason="招标流标",
            at=AT + timedelta(days=1),
        )
        return directive


class TestHandingOut:
    def test_without_an_approver_it_is_not_docketed(self, world: World) -> None:
        with pytest.raises(Refusal) as caught:
            story.handed_over(world, approver_id=None)
        assert caught.value.rule == "D-01"
        assert not Matter.objects.exists()

    def test_a_date_in_the_past_is_refused_and_nothing_is_saved(self, world: World) -> None:
        with pytest.raises(Refusal) as caught:
            story.handed_over(world, due=date(2026, 9, 17))
        assert caught.value.code == "due_in_the_past"
        assert not Matter.objects.exists()

    def test_the_lead_does_not_support_itself(self, world: World) -> None:
        with refused("lead_supports_itself") as caught:
            story.handed_over(world, support_ids=(world.units["FGW"].pk,))
        assert caught.value.rule == "D-17"

    def test_an_instruction_for_reference_starts_no_clock(self, world: World) -> None:
        with refused("not_an_order") as caught:
            story.handed_over(world, instruction_class="reference")
        assert caught.value.rule == "D-16"

    def test_five_working_days_after_receipt_skip_the_weekend_and_count_the_make_up_day(
        self, world: World
    ) -> None:
        directive = story.handed_over(world, due=None, deadline_rule="P5WD after receipt")
        assert directive.matter.current_due == date(2026, 9, 24)  # Fri 18th; Sun 20th is a workday

    def test_a_second_press_of_the_button_opens_nothing(self, world: World) -> None:
        actor, unit = world.actor(LI_MIN), world.units["SWB-DC"].pk
        first = services.open_directive(
            actor=actor, unit_id=unit, task=story.task(world), at=AT, idempotency_key="k1"
        )
        second = services.open_directive(
            actor=actor, unit_id=unit, task=story.task(world), at=AT, idempotency_key="k1"
        )
        assert (first.pk, Matter.objects.count()) == (second.pk, 1)

    def test_the_same_key_with_other_words_is_a_conflict(self, world: World) -> None:
        actor, unit = world.actor(LI_MIN), world.units["SWB-DC"].pk
        services.open_directive(
            actor=actor, unit_id=unit, task=story.task(world), at=AT, idempotency_key="k1"
        )
        other = story.task(world, title="另一件事")
        with refused("key_reused", Conflict):
            services.open_directive(actor=actor, unit_id=unit, task=other, at=AT, idempotency_key="k1")
