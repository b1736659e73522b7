"""Routes and organisations made to get past the static check; every one of them is told as a story."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.approvals.routes import route, stage
from tests.approvals.routes import test as condition
from tests.approvals.test_checks import LARGE, choice, found
from tests.world import AT, CHEN_LI, FOUNDED, HE_WEI, LI_MIN, World
from zhongshu.approvals import grammar, queries
from zhongshu.approvals.checks import Place
from zhongshu.approvals.checks.samples import samples
from zhongshu.org.models import Appointment, Post, StandIn

TODAY = AT.date()
KINDS = ("money", "number", "choice", "yes_no", "text")
ANSWERS = {"choice": ["travel", "office"], "yes_no": ["yes", "no"], "text": ["甲", "乙", "丙"]}


def form(**kinds: str) -> list[dict[str, Any]]:
    choices = [[one, one] for one in ANSWERS["choice"]]
    return [
        {"code": code, "label": code, "kind": kind.removesuffix("?"), "required": not kind.endswith("?"), "choices": choices}
        for code, kind in kinds.items()
    ]  # fmt: skip


def ways(*branches: tuple[dict[str, Any], dict[str, Any]], **more: Any) -> dict[str, Any]:
    told = [{"title": "支", "when": [when], "body": [body]} for when, body in branches]
    return {"type": "choice", "code": "which", "branches": told, **more}


# Papers that fall between the samples


def test_half_a_day_between_two_and_three() -> None:
    gap = ways((condition("days", "<=", 2), stage("a", 2)), (condition("days", ">=", 3), stage("b", 3)))
    assert "2.5" in found(route(gap, fields=form(days="number")))["no_branch"].story


def test_a_question_left_open_takes_no_branch() -> None:
    yes_or_no = ways(
        (condition("abroad", "=", "yes"), stage("a", 2)), (condition("abroad", "=", "no"), stage("b", 3))
    )
    assert "no_branch" in found(route(yes_or_no, fields=form(abroad="yes_no?")))
    assert found(route(yes_or_no, fields=form(abroad="yes_no"))) == {}


@pytest.mark.parametrize(("operator", "value"), [("=", "88888"), ("=", "88888.00"), ("in", ["88888"])])
def test_an_amount_written_as_a_word_is_no_back_door(operator: str, value: Any) -> None:
    """88888 yuan and not a cent more goes past the meeting: the check tries exactly that sum."""
    door = ways((condition("amount", operator, value), stage("z", 3)), otherwise=[stage("meeting", 2)])
    assert "88,888.00 元" in found(route(door, prescriptions=[LARGE]))["prescribed_missed"].story


@st.composite
def forms_with_conditions(draw: st.DrawFn) -> tuple[dict[str, str], list[dict[str, Any]]]:
    kinds = draw(st.dictionaries(st.sampled_from("abc"), st.sampled_from(KINDS), min_size=1))
    some = []
    for _ in range(draw(st.integers(1, 4))):
        code = draw(st.sampled_from(sorted(kinds)))
        if kinds[code] in ANSWERS:
            words = st.sampled_from(ANSWERS[kinds[code]])
            one = draw(st.sampled_from(("=", "!=", "in", "not in")))
        else:
            words = st.decimals(0, 20, places=1).map(str)
            one = draw(st.sampled_from(("<", "<=", ">", ">=", "=", "!=", "in", "not in")))
        value = draw(st.lists(words, min_size=1, max_size=2)) if "in" in one else draw(words)
        some.append(condition(code, one, value))
    needed = {code: kind + draw(st.sampled_from(("", "?"))) for code, kind in kinds.items()}
    return needed, some


@settings(max_examples=300, deadline=None)
@given(told=forms_with_conditions(), data=st.data())
def test_every_paper_is_treated_like_a_sample(
    told: tuple[dict[str, str], list[dict[str, Any]]], data: st.DataObject
) -> None:
    """Whatever is handed in, some sample answers every test of the route in the same way."""
    kinds, some = told
    plan = route(*(stage(f"s{n}", 2, when=[one]) for n, one in enumerate(some)), fields=form(**kinds))
    raw = {}
    for one in plan.fields:
        words = ANSWERS.get(one.kind.value, [])
        answer = st.sampled_from(words) if words else st.decimals(0, 25, places=2).map(str)
        raw[one.code] = data.draw(answer if one.required else answer | st.just(""))
    tests = [test for item in grammar.items(plan) for tests in item.when for test in tests]  # type: ignore[union-attr]
    assert grammar.faults(plan.fields, raw) == {}
    paper = grammar.typed(plan.fields, raw)
    outcomes = {tuple(test.met(values) for test in tests) for values in samples(plan)}
    assert tuple(test.met(paper) for test in tests) in outcomes


# Papers that nobody decides


def test_stages_that_exercise_no_power_decide_nothing() -> None:
    assert "nobody_decides" in found(route(stage("a", 1, power="", on_self="allow")))


def test_every_stage_passed_over_for_one_drafter() -> None:
    plan = route(stage("a", 2, on_self="skip"), stage("b", 99, on_empty="skip"))
    assert "李二" in found(plan)["all_passed_over"].story
    assert found(route(stage("a", 2, on_self="skip"), stage("b", 3))) == {}


# Stages without anybody


def test_those_named_for_the_worst_case_have_left_too() -> None:
    assert "no_approver" in found(route(stage("a", 99, on_empty="named", fallback=["98"])))
    assert found(route(stage("a", 99, on_empty="named", fallback=["3"]))) == {}


def test_the_only_one_named_for_the_worst_case_is_the_drafter_himself() -> None:
    plan = route(stage("a", 99, on_empty="named", fallback=["1"]))
    assert "no_approver" in found(plan)


def test_not_only_the_first_of_an_office_must_find_somebody_above() -> None:
    """1 has a superior, 2 has none: what 2 hands in finds nobody."""
    plan = route(stage("a", 99, on_empty="up"))
    assert "no_approver" in found(plan, above=lambda person: {1: [3]}.get(person, []))


def test_whoever_is_above_has_approved_already_and_cannot_pay() -> None:
    """Nobody is cashier; 2 and 3, all that is above, approve before: the paper would lie there for ever."""
    first, second = stage("a", 2), stage("b", 3)
    assert "no_approver" in found(route(first, second, stage("pay", 99, power="pay", on_empty="up")))
    assert (
        found(
            route(first, stage("pay", 99, power="pay", on_empty="up")), places=[Place(10, "办公室", 1, (1,))]
        )
        == {}
    )
    assert found(route(first, second, stage("note", 99, on_empty="up"))) == {}, (
        "approving goes with approving"
    )


def test_a_pool_to_choose_from_in_which_nobody_serves_any_more() -> None:
    who = {"kind": "chosen", "people": ["98", "99"]}
    plan = route({"type": "stage", "code": "a", "title": "会签", "who": who, "on_empty": "refuse"})
    assert "no_approver" in found(plan)


# Powers that could meet


def test_whom_the_drafter_chooses_could_be_the_cashier() -> None:
    chosen = {"type": "stage", "code": "a", "title": "会签", "who": {"kind": "chosen"}}
    plan = route(chosen, stage("b", 3), stage("pay", 4, power="pay"))
    office = Place(10, "办公室", 1, (1, 2, 4))
    assert "赵四在两个环节都是审批人" in found(plan, places=[office])["powers_meet"].story


def test_a_pool_without_the_cashier_is_sound() -> None:
    who = {"kind": "chosen", "people": ["2", "3"]}
    plan = route({"type": "stage", "code": "a", "title": "会签", "who": who}, stage("pay", 4, power="pay"))
    assert found(plan) == {}


def test_who_is_named_for_the_worst_case_pays_later() -> None:
    plan = route(stage("a", 3, on_empty="named", fallback=["4"]), stage("pay", 4, power="pay"))
    assert "赵四" in found(plan)["powers_meet"].story


def test_a_share_of_votes_and_an_only_voter_who_pays() -> None:
    plan = route(stage("a", 2, 3, 4, how="share", share=34), stage("pay", 4, power="pay"))
    assert "赵四" in found(plan)["powers_meet"].story


def test_stand_ins_do_not_hand_on_what_they_took_over() -> None:
    """2 for 3, 1 for 2: 1 takes the seat of 2 and not, through him, that of 3."""
    plan = route(stage("a", 3), stage("pay", 4, power="pay"))
    assert found(plan, acting=[(3, 2), (2, 1), (4, 1)]) == {}
    assert "张一代" in found(plan, acting=[(3, 1), (4, 1)])["powers_meet"].story


def test_two_absences_one_after_the_other_meet_in_one_paper() -> None:
    """2 stands in for 3 this week and for 4 the next: a paper takes longer than a week."""
    plan = route(stage("a", 3), stage("pay", 4, power="pay"))
    assert "李二代王三、赵四办理" in found(plan, acting=[(3, 2), (4, 2)])["powers_meet"].story


def test_branches_that_exclude_each_other_but_for_one_sum() -> None:
    both = choice(
        {"title": "小额", "when": [condition("amount", "<=", 100)], "body": [stage("a", 3)]}, otherwise=[]
    )
    late = stage("pay", 3, power="pay", when=[condition("amount", ">=", 100)])
    assert "powers_meet" in found(route(stage("z", 2), both, late))


# The organisation as it is


def named(code: str, *names: str, **more: Any) -> dict[str, Any]:
    return {"code": code, "title": f"环节{code}", "who": {"kind": "post", "post": names[0]}, **more}


@pytest.fixture
def posts(world: World) -> dict[str, Post]:
    unit = world.units["SWB"]
    made = {title: Post.objects.create(unit=unit, title=title, duties=[]) for title in ("审批岗", "付款岗")}
    for title, name in (("审批岗", HE_WEI), ("付款岗", LI_MIN)):
        Appointment.objects.create(person=world.people[name], post=made[title], starts_on=FOUNDED)
    return made


def check(world: World) -> dict[str, str]:
    plan = route(
        named("a", "审批岗", on_empty="refuse"), named("p", "付款岗", power="pay", on_empty="refuse")
    )
    organ = world.units["SWB"].pk
    return {one.code: one.story for one in queries.faults_of(plan, organ, TODAY)}


@pytest.mark.django_db
def test_a_kind_of_which_there_are_no_papers(world: World) -> None:
    """A misspelt kind: sound in itself, and nobody could ever start a paper along it."""
    plan = route(stage("a", 2), kind="reqest")
    told = [one.story for one in queries.faults_of(plan, world.units["SWB"].pk, TODAY)]
    assert "没有“reqest”这一类单据，kind 可以写：request" in told[0]


@pytest.mark.django_db
def test_a_person_with_two_posts(world: World, posts: dict[str, Post]) -> None:
    assert "powers_meet" not in check(world)
    Appointment.objects.create(person=world.people[HE_WEI], post=posts["付款岗"], starts_on=FOUNDED)
    assert "何伟在两个环节都是审批人" in check(world)["powers_meet"]


@pytest.mark.django_db
def test_an_appointment_that_ended_yesterday_or_begins_tomorrow(world: World, posts: dict[str, Post]) -> None:
    held = Appointment.objects.filter(post=posts["付款岗"])
    held.update(ends_on=TODAY - timedelta(days=1))
    assert "环节p" in check(world)["no_approver"]
    held.update(ends_on=TODAY)
    assert "no_approver" not in check(world)
    held.update(ends_on=None, starts_on=TODAY + timedelta(days=1))
    assert "环节p" in check(world)["no_approver"]


@pytest.mark.django_db
def test_a_stand_in_that_is_planned_and_one_that_was_revoked(world: World, posts: dict[str, Post]) -> None:
    told = {"absent": world.people[LI_MIN], "stand_in": world.people[HE_WEI]}
    begins = TODAY + timedelta(days=20)
    planned = StandIn.objects.create(**told, starts_on=begins, ends_on=begins + timedelta(days=3))
    assert "何伟代李敏办理" in check(world)["powers_meet"]
    planned.revoked_at = AT
    planned.save()
    assert "powers_meet" not in check(world)


@pytest.mark.django_db
def test_the_names_of_those_who_left_are_asked_no_more(world: World) -> None:
    plan, organ = route(named("a", "没有的岗", on_empty="named")), world.units["SWB"].pk
    others = world.people[CHEN_LI].staff_number, world.people[HE_WEI].staff_number
    plan = replace(plan, body=(replace(plan.body[0], fallback=others),))  # type: ignore[call-arg]
    assert queries.faults_of(plan, organ, TODAY) == []
    for name in (CHEN_LI, HE_WEI):
        world.people[name].appointments.update(ends_on=TODAY - timedelta(days=1))
    assert "no_approver" in {one.code for one in queries.faults_of(plan, organ, TODAY)}
