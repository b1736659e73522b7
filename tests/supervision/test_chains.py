"""Templates of steps: kept in versions, their roles found on the day, one step handed out after the other (anchor: chains)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.refusing import refused
from tests.supervision import story
from tests.world import (
    AT,
    CHEN_LI,
    HE_WEI,
    LI_MIN,
    SUN_YAO,
    TODAY,
    WANG_JIANPING,
    WU_XIAOFANG,
    ZHENG_GUODONG,
    ZHOU_QIMING,
    World,
)  # fmt: skip
from zhongshu.kernel.refusals import Forbidden, NotFound, Refusal
from zhongshu.org.models import Appointment, Duty, Leave, Person, Post, Unit, UnitKind
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.notify.models import Notice
from zhongshu.supervision import queries, services
from zhongshu.supervision.models import Chain, ChainStep, Directive, State, StepRole
from zhongshu.supervision.services import Step

pytestmark = pytest.mark.django_db


def secretary(world: World) -> Post:
    return Post.objects.get(title="秘书长", unit=world.units["SWB"])


def steps(world: World) -> list[Step]:
    """牵头处室起草 → 法规审核 → 分管领导审定."""
    return [
        Step(title="起草", role=StepRole.LEAD, working_days=3),
        Step(title="法规审核", role=StepRole.UNIT, unit_id=world.units["CZJ"].pk, working_days=2),
        Step(title="领导审定", role=StepRole.POST, post_id=secretary(world).pk, working_days=2),
    ]


def keep(world: World, *, who: str = LI_MIN, given: list[Step] | None = None, **changes: object) -> Chain:
    about: dict[str, object] = {"name": "规范性文件", "unit_id": world.units["SWB-DC"].pk, **changes}
    return services.keep_chain(
        actor=world.actor(who),
        steps=steps(world) if given is None else given,
        at=AT,
        **about,  # type: ignore[arg-type]
    )


def begin(world: World, whole: Directive, chain: Chain, who: str = LI_MIN, **more: object) -> Directive:
    return services.begin_chain(
        actor=world.actor(who),
        directive_id=whole.pk,
        chain_id=chain.pk,
        at=AT,
        **more,  # type: ignore[arg-type]
    )


def parts(whole: Directive) -> list[Directive]:
    return [one.directive for one in whole.matter.__class__.objects.filter(parent_id=whole.pk).order_by("id")]


def carried_out(world: World, part: Directive, who: str, head: str, *, days: int = 1) -> Directive:
    """Signed for, done, accepted by the supervisors."""
    at, actor = AT + timedelta(days=days), world.actor(who)
    services.sign_for(actor=actor, directive_id=part.pk, at=at)
    services.complete(
        actor=actor, directive_id=part.pk, feedback=f"{part.matter.title}已办。", at=at,
        signed_by_id=world.people[head].pk, files=(story.proof(actor, at=at, words=part.matter.title),),
    )  # fmt: skip
    return services.accept(actor=world.actor(LI_MIN), directive_id=part.pk, opinion="属实。", at=at)


def verbs(whole: Directive) -> list[str]:
    entries = Entry.objects.filter(stream=whole.matter.stream).order_by("id")
    return [one.verb.removeprefix("supervision.") for one in entries]


def test_one_step_after_another_each_when_the_one_before_is_accepted(world: World) -> None:
    whole = story.handed_over(world)
    begin(world, whole, keep(world))
    (first,) = parts(whole)
    assert (first.matter.title, first.matter.lead_unit) == (
        "起草（编制重点项目投资计划）",
        world.units["FGW"],
    )
    assert first.matter.current_due == date(2026, 9, 22)  # three working days: Sunday the 20th is one
    assert first.matter.unit == world.units["SWB-DC"] and first.approver == whole.approver
    carried_out(world, first, WANG_JIANPING, ZHOU_QIMING)
    second = parts(whole)[1]
    assert second.matter.lead_unit == world.units["CZJ"] and second.state == State.DISPATCHED
    assert second.matter.current_due == date(2026, 9, 21)  # handed out on Saturday: Sunday and Monday
    carried_out(world, second, WU_XIAOFANG, ZHENG_GUODONG, days=3)
    third = parts(whole)[2]
    held = third.matter.assignments.get(role="lead")
    assert held.holder_person == world.people[CHEN_LI]
    carried_out(world, third, CHEN_LI, CHEN_LI, days=4)
    assert len(parts(whole)) == 3 and [one.state for one in parts(whole)] == [State.COMPLETED] * 3
    assert [verb for verb in verbs(whole) if verb.startswith("chain")] == [
        "chain_begun",
        *["chain_went_on"] * 3,
    ]
    run = queries.chain_run(whole.pk)
    assert run is not None and [turn.part for turn in queries.turns(run)] == parts(whole)


def test_the_whole_does_not_end_over_a_step(world: World) -> None:
    whole = story.signed_for(world, story.handed_over(world))
    begin(world, whole, keep(world))
    with refused("open_parts"):
        story.completed(world, whole)


def test_what_is_at_work_keeps_its_version(world: World) -> None:
    whole, chain = story.handed_over(world), keep(world)
    begin(world, whole, chain)
    changed = [replace(one, unit_id=world.units["JYJ"].pk) if one.unit_id else one for one in steps(world)]
    keep(world, given=changed, chain_id=chain.pk, name="规范性文件（新）")
    carried_out(world, parts(whole)[0], WANG_JIANPING, ZHOU_QIMING)
    assert parts(whole)[1].matter.lead_unit == world.units["CZJ"]
    other = story.handed_over(world, title="修订防汛预案")
    begin(world, other, chain)
    carried_out(world, parts(other)[0], WANG_JIANPING, ZHOU_QIMING)
    assert parts(other)[1].matter.lead_unit == world.units["JYJ"]
    assert ChainStep.objects.count() == 6 and chain.versions.count() == 2
    kept = Entry.objects.filter(stream=f"chain:{chain.pk}").order_by("id")
    assert [one.facts["version"] for one in kept] == [1, 2]
    services.retire_chain(actor=world.actor(HE_WEI), chain_id=chain.pk, at=AT)
    with refused("no_such_chain", NotFound):
        begin(world, story.handed_over(world, title="核查资金账户"), chain)
    assert queries.chains_kept(world.actor(LI_MIN)) == []
    keep(world)  # its name is free again


def test_roles_are_found_on_the_day_it_comes_to_the_step(world: World) -> None:
    whole = story.handed_over(world)
    as_shown = {1: world.units["FGW"].pk, 2: world.units["SWB"].pk}  # the page sends what it offered
    begin(world, whole, keep(world, given=[steps(world)[0], steps(world)[2]]), units=as_shown)
    assert not whole.chain_run.turns.filter(unit__isnull=False).exists()
    lin = Person.objects.create(name="林远")
    held = Appointment.objects.get(post=secretary(world))
    Appointment.objects.filter(pk=held.pk).update(ends_on=TODAY)
    Appointment.objects.create(person=lin, post=held.post, starts_on=TODAY + timedelta(days=1))
    carried_out(world, parts(whole)[0], WANG_JIANPING, ZHOU_QIMING)
    assert parts(whole)[1].matter.assignments.get(role="lead").holder_person == lin


def test_the_leader_in_charge_of_the_lead_unit_takes_his_step(world: World) -> None:
    given = [Step(title="审签", role=StepRole.IN_CHARGE, working_days=1), *steps(world)[1:2]]
    whole = story.handed_over(world)
    begin(world, whole, keep(world, given=given))
    held = parts(whole)[0].matter.assignments.get(role="lead")
    assert (held.holder_person, held.holder_unit) == (world.people[ZHOU_QIMING], world.units["FGW"])


def test_a_unit_chosen_at_the_start_goes_before_the_role(world: World) -> None:
    given = [replace(steps(world)[0], role=StepRole.CHOSEN), *steps(world)[1:]]
    whole, chain = story.handed_over(world), keep(world, given=given)
    with refused("steps_without_takers") as caught:
        begin(world, whole, chain)
    assert list(caught.value.fields) == ["step-1"] and not parts(whole)
    school = world.units["JYJ"]
    begin(world, whole, chain, units={1: world.units["NHX"].pk, 2: school.pk})
    assert parts(whole)[0].matter.lead_unit == world.units["NHX"]


def test_a_lead_unit_puts_one_to_work_on_what_is_below_it(world: World) -> None:
    whole, bureau = story.handed_over(world), world.units["FGW"]
    below = []
    for code, name, who in (("FGW-TZ", "投资科", "林芳"), ("FGW-FG", "法规科", "何淼")):
        unit = Unit.objects.create(code=code, name=name, short_name=name, kind=UnitKind.SECTION, parent=bureau,
                                   organ=bureau, path="")  # fmt: skip
        Unit.objects.filter(pk=unit.pk).update(path=f"{bureau.path}{unit.pk}/")
        post = Post.objects.create(unit=unit, title=f"{name}科员", duties=[Duty.RECEIVE])
        Appointment.objects.create(
            person=Person.objects.create(name=who, staff_number=code), post=post, starts_on=date(2020, 1, 1)
        )
        below.append(unit)
    given = [
        Step(title="起草", role=StepRole.CHOSEN, working_days=2),
        Step(title="法规审核", role=StepRole.UNIT, unit_id=below[1].pk, working_days=2),
    ]
    chain = keep(world, given=given)
    with refused("not_a_supervisor", Forbidden):  # not signed for yet
        begin(world, whole, chain, who=WANG_JIANPING, units={1: below[0].pk})
    story.signed_for(world, whole)
    with refused("not_the_undertaker", Forbidden):
        begin(world, whole, chain, who=WU_XIAOFANG, units={1: below[0].pk})
    with refused("steps_without_takers") as caught:
        begin(world, whole, chain, who=WANG_JIANPING, units={1: world.units["JYJ"].pk})
    assert "不在本单位之下" in str(caught.value.fields["step-1"])
    begin(world, whole, chain, who=WANG_JIANPING, units={1: below[0].pk})
    (part,) = parts(whole)
    assert (part.matter.unit, part.matter.lead_unit) == (bureau, below[0])
    assert part.approver == world.people[ZHOU_QIMING]


def test_a_second_chain_and_one_that_ends_after_the_matter_are_refused(world: World) -> None:
    whole, chain = story.handed_over(world), keep(world)
    long = [replace(one, working_days=20) for one in steps(world)]
    with refused("chain_outruns_whole") as caught:
        begin(world, whole, keep(world, name="长", given=long))
    assert caught.value.rule == "D-18"
    begin(world, whole, chain)
    with refused("chain_at_work"):
        begin(world, whole, chain)
    with refused("no_such_matter", NotFound):
        begin(world, whole, chain, who=SUN_YAO)


def test_the_desk_that_follows_up_takes_no_step(world: World) -> None:
    given = [replace(steps(world)[1], unit_id=world.units["SWB-DC"].pk), *steps(world)[:1]]
    with refused("steps_without_takers") as caught:
        begin(world, story.handed_over(world), keep(world, given=given))
    assert "不能自己承办" in str(caught.value.fields["step-1"])


def test_where_nobody_is_there_acceptance_stands_and_the_desk_goes_on_by_hand(world: World) -> None:
    whole = story.handed_over(world)
    begin(world, whole, keep(world))
    with refused("step_at_work"):
        services.continue_chain(actor=world.actor(LI_MIN), directive_id=whole.pk, at=AT)
    for name in (WU_XIAOFANG, ZHENG_GUODONG):
        Leave.objects.create(
            person=world.people[name], starts_on=TODAY, ends_on=date(2026, 9, 30), reason="年休假"
        )
    accepted = carried_out(world, parts(whole)[0], WANG_JIANPING, ZHOU_QIMING)
    assert accepted.state == State.COMPLETED and len(parts(whole)) == 1
    assert verbs(whole)[-1] == "chain_halted"
    told = Notice.objects.filter(person_id=world.people[HE_WEI].pk, text__contains="请接续步骤")
    assert told.exists()
    at = AT + timedelta(days=1)
    with pytest.raises(Refusal) as away:
        services.continue_chain(actor=world.actor(LI_MIN), directive_id=whole.pk, at=at)
    assert away.value.code == "holder_is_away"
    school = world.units["JYJ"]
    services.continue_chain(actor=world.actor(LI_MIN), directive_id=whole.pk, unit_id=school.pk, at=at)
    assert parts(whole)[1].matter.lead_unit == school


def test_without_a_chain_there_is_no_next_step(world: World) -> None:
    with refused("no_step_left"):
        services.continue_chain(actor=world.actor(LI_MIN), directive_id=story.handed_over(world).pk, at=AT)


def test_a_step_that_was_ended_is_gone_on_from_by_hand(world: World) -> None:
    whole = story.handed_over(world)
    begin(world, whole, keep(world))
    services.terminate(actor=world.actor(HE_WEI), directive_id=parts(whole)[0].pk, reason="已有文稿。", at=AT)
    assert len(parts(whole)) == 1
    services.continue_chain(actor=world.actor(LI_MIN), directive_id=whole.pk, at=AT)
    assert parts(whole)[1].matter.lead_unit == world.units["CZJ"]


def test_a_step_reopened_and_accepted_again_hands_out_nothing_over_the_one_at_work(world: World) -> None:
    whole = story.handed_over(world)
    begin(world, whole, keep(world))
    first = carried_out(world, parts(whole)[0], WANG_JIANPING, ZHOU_QIMING)
    at = AT + timedelta(days=2)
    services.reopen(actor=world.actor(LI_MIN), directive_id=first.pk, reason="附件不全。", at=at)
    services.complete(
        actor=world.actor(WANG_JIANPING), directive_id=first.pk, feedback="附件已补齐。", at=at,
        signed_by_id=world.people[ZHOU_QIMING].pk, files=(story.proof(world.actor(LI_MIN), at=at, words="补齐的附件。"),),
    )  # fmt: skip
    services.accept(actor=world.actor(LI_MIN), directive_id=first.pk, opinion="属实。", at=at)
    assert len(parts(whole)) == 2, "the second step is still at work"
    carried_out(world, parts(whole)[1], WU_XIAOFANG, ZHENG_GUODONG, days=3)
    assert len(parts(whole)) == 3
