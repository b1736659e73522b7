"""Nothing is given to who is not there: leave × date × way of giving; the ways out are offered in one press."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from tests.refusing import refused
from tests.supervision import story
from tests.world import (
    AT,
    CHEN_LI,
    FOUNDED,
    HE_WEI,
    LI_MIN,
    TODAY,
    WANG_JIANPING,
    ZHAO_XIAOYAN,
    ZHOU_QIMING,
    World,
)
from zhongshu.kernel.clock import local_day, now
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Assignment, Role
from zhongshu.org import queries as org
from zhongshu.org import services as people
from zhongshu.org.models import Appointment, Leave, Person, Post, StandIn
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import services
from zhongshu.supervision.models import Directive
from zhongshu.supervision.services import HolderAway, Instruction, Part

pytestmark = pytest.mark.django_db

SOON, LATE = date(2026, 9, 28), date(2026, 10, 15)
VERIFY = (LI_MIN, HE_WEI)  # who receives for the supervising section
Way = Callable[[World, date, datetime], Any]


def opening(town: World, due: date, at: datetime) -> Any:
    return story.handed_over(town, due=due, support_ids=(), at=at)


def entering(town: World, due: date, at: datetime) -> Any:
    task = story.task(town, due=due, support_ids=(), source_date=TODAY)
    unit_id = town.units["SWB-DC"].pk
    return services.enter(actor=town.actor(LI_MIN), unit_id=unit_id, tasks=(task,), at=at)


def dispatching(town: World, due: date, at: datetime) -> Any:
    other = story.handed_over(town, lead_id=town.units["CZJ"].pk, support_ids=(), at=at)
    zheng = town.actor("郑国栋")
    services.object_to(actor=zheng, directive_id=other.pk, reason="不归我局", at=at)
    asked = {"actor": town.actor(LI_MIN), "directive_id": other.pk, "support_ids": (), "at": at}
    return services.dispatch(lead_id=town.units["FGW"].pk, due=due, **asked)


def docketing(town: World, due: date, at: datetime) -> Any:
    source = story.handed_over(town, lead_id=town.units["CZJ"].pk, support_ids=(), at=at)
    words = Instruction(text="请发改委办理。", supervise=True)
    made = services.instruct(actor=town.actor(CHEN_LI), directive_id=source.pk, instruction=words, at=at)
    return services.docket(
        actor=town.actor(LI_MIN), directive_id=made.pk, lead_id=town.units["FGW"].pk, due=due,
        approver_id=town.people[HE_WEI].pk, basis="批示", at=at,
    )  # fmt: skip


def breaking_down(town: World, due: date, at: datetime) -> Any:
    """南湖县 has a part of its matter done by its section, for which 王建平's namesake receives."""
    section = _section(town)
    whole = story.handed_over(town, lead_id=town.units["NHX"].pk, support_ids=(), due=LATE, at=at)
    zhao = town.actor(ZHAO_XIAOYAN)
    services.sign_for(actor=zhao, directive_id=whole.pk, at=at)
    parts = (Part(title="汇总", lead_id=section, due=due),)
    return services.decompose(actor=zhao, directive_id=whole.pk, parts=parts, at=at)


def passing_on(town: World, due: date, at: datetime) -> Any:
    whole = story.handed_over(town, support_ids=(), due=due, at=at)
    zhou = town.actor(ZHOU_QIMING)
    services.sign_for(actor=zhou, directive_id=whole.pk, at=at)
    return services.pass_on(actor=zhou, directive_id=whole.pk, person_id=town.people[WANG_JIANPING].pk, at=at)


WAYS: dict[str, Way] = {
    "opening": opening,
    "entering": entering,
    "dispatching": dispatching,
    "docketing": docketing,
    "breaking down": breaking_down,
    "passing on": passing_on,
}


# leave of the one who would hold it, from and to; whether giving him work due SOON, and LATE, is asked about
LEAVES: dict[str, tuple[tuple[date, date] | None, bool, bool]] = {
    "none": (None, False, False),
    "past": ((date(2026, 9, 7), date(2026, 9, 17)), False, False),
    "today only": ((TODAY, TODAY), True, True),
    "until before either date": ((TODAY, date(2026, 9, 22)), True, True),
    "over the first date": ((date(2026, 9, 25), date(2026, 9, 30)), True, False),
    "over the second date": ((date(2026, 10, 12), date(2026, 10, 16)), False, True),
    "ending on the first date": ((date(2026, 9, 24), SOON), True, False),
    "starting the day after it": ((SOON + timedelta(days=1), date(2026, 9, 30)), False, False),
    "over both": ((date(2026, 9, 21), date(2026, 10, 20)), True, True),
}


CASES = [
    (way, leave, due, asked)
    for way in WAYS
    for leave, (_span, soon, late) in LEAVES.items()
    for due, asked in ((SOON, soon), (LATE, late))
]


def _section(town: World) -> int:
    """The section's only receiver is the person on leave: 王建平 holds a second post there."""
    county = town.units["NHX"]
    section = type(county).objects.create(
        code="NHX-SL",
        name="水利股",
        short_name="水利股",
        kind="section",
        parent=county,
        organ=county,
        path="",
    )
    section.path = f"{county.path}{section.pk}/"
    section.save()
    post = Post.objects.create(unit=section, title="水利股股长", duties=["lead_unit", "receive"])
    Appointment.objects.create(
        person=town.people[WANG_JIANPING], post=post, starts_on=FOUNDED, is_primary=False
    )
    return int(section.pk)


def away(person: Person, span: tuple[date, date] | None) -> None:
    if span:
        Leave.objects.create(person=person, starts_on=span[0], ends_on=span[1])


@pytest.mark.parametrize(("way", "leave", "due", "asked"), CASES, ids=lambda v: str(v))
def test_leave_date_and_way(world: World, way: str, leave: str, due: date, asked: bool) -> None:
    away(world.people[WANG_JIANPING], LEAVES[leave][0])
    if not asked:
        WAYS[way](world, due, AT)
        assert matters.orphans().count() == 0
        return
    with pytest.raises(HolderAway) as caught:
        WAYS[way](world, due, AT)
    assert caught.value.code == "holder_is_away"
    assert caught.value.offers, "a way out is offered"


@pytest.mark.parametrize("way", WAYS)
def test_who_stands_in_by_arrangement_is_enough(world: World, way: str) -> None:
    span = (TODAY, date(2026, 10, 20))
    away(world.people[WANG_JIANPING], span)
    StandIn.objects.create(
        absent=world.people[WANG_JIANPING], stand_in=world.people[ZHOU_QIMING], starts_on=span[0], ends_on=span[1]
    )  # fmt: skip
    WAYS[way](world, SOON, AT)


def test_the_AB_role_gets_it_and_it_is_written_down(world: World) -> None:
    away(world.people[WANG_JIANPING], (TODAY, date(2026, 10, 20)))
    with refused("holder_is_away", HolderAway) as caught:
        opening(world, SOON, AT)
    assert str(caught.value).startswith(f"市发展改革委的{WANG_JIANPING}请假到 2026-10-20，这件事没有人接。")
    offered = [one.value for one in caught.value.offers if one.name == "instead_ids"]
    assert offered == [str(world.people[ZHOU_QIMING].pk)]
    given = story.handed_over(world, due=SOON, support_ids=(), instead_ids=(int(offered[0]),))
    held = Assignment.objects.get(matter=given.matter, role=Role.LEAD)
    assert held.holder_person_id == world.people[ZHOU_QIMING].pk
    entry = next(
        one for one in journal.timeline(given.matter.stream) if one.verb == "supervision.given_instead"
    )
    assert (entry.facts["absent"], entry.facts["to"]) == (WANG_JIANPING, ZHOU_QIMING)


def test_the_day_after_return_is_offered_and_will_do(world: World) -> None:
    away(world.people[WANG_JIANPING], (date(2026, 9, 25), date(2026, 9, 30)))
    with refused("holder_is_away", HolderAway) as caught:
        opening(world, SOON, AT)
    (day,) = [one.value for one in caught.value.offers if one.name == "due"]
    assert date.fromisoformat(day) == workdays.calendar().shift(date(2026, 9, 30), 1)
    opening(world, date.fromisoformat(day), AT)


def test_a_part_is_not_offered_a_date_beyond_its_whole(world: World) -> None:
    away(world.people[WANG_JIANPING], (date(2026, 9, 25), date(2026, 10, 20)))
    with refused("holder_is_away", HolderAway) as caught:
        breaking_down(world, SOON, AT)
    assert not [one for one in caught.value.offers if one.name == "due"]


def test_nobody_from_elsewhere_and_nobody_away_may_be_put_in(world: World) -> None:
    away(world.people[WANG_JIANPING], (TODAY, LATE))
    away(world.people[ZHOU_QIMING], (TODAY, LATE))
    for one in (ZHOU_QIMING, ZHAO_XIAOYAN):
        with refused("holder_is_away", HolderAway):
            story.handed_over(world, due=SOON, support_ids=(), instead_ids=(world.people[one].pk,))


# ── back to the handler, to the verifiers, to the supervisors, to a successor ─────────────────────────


def done(town: World) -> Directive:
    return story.completed(town, story.signed_for(town, story.instructed(town)))


@pytest.mark.parametrize("how", ["return", "reopen"])
def test_what_goes_back_goes_to_somebody_who_is_there(world: World, how: str) -> None:
    directive, later = done(world), AT + timedelta(days=4)
    li_min = {"actor": world.actor(LI_MIN), "directive_id": directive.pk, "at": later}
    if how == "reopen":
        services.accept(opinion="", **li_min)
    run = services.reopen if how == "reopen" else services.return_for_rework
    away(world.people[WANG_JIANPING], (later.date(), later.date() + timedelta(days=9)))
    with refused("holder_is_away", HolderAway):
        run(reason="请补充", **li_min)
    run(reason="请补充", instead_ids=(world.people[ZHOU_QIMING].pk,), **li_min)
    held = Assignment.objects.get(matter_id=directive.pk, role=Role.LEAD, done_at=None)
    assert held.holder_person_id == world.people[ZHOU_QIMING].pk


def test_verification_is_given_to_who_is_there_or_to_a_later_day(world: World) -> None:
    directive = story.signed_for(world, story.instructed(world))
    for name in VERIFY:
        away(world.people[name], (TODAY + timedelta(days=3), date(2026, 10, 8)))
    with refused("holder_is_away", HolderAway) as caught:
        story.completed(world, directive)
    assert "verify_by" in {one.name for one in caught.value.offers}


def test_an_instruction_to_supervise_finds_the_section_at_work(world: World) -> None:
    source = story.handed_over(world)
    for name in VERIFY:
        away(world.people[name], (TODAY, TODAY))
    words = Instruction(text="请财政局落实资金。", supervise=True)
    asked: dict[str, Any] = {"actor": world.actor(CHEN_LI), "directive_id": source.pk, "at": AT}
    with refused("holder_is_away", HolderAway):
        services.instruct(instruction=words, **asked)
    services.instruct(instruction=Instruction(text="请阅研。", instruction_class="guidance"), **asked)


def test_an_approver_on_leave_does_not_hold_up_a_request(world: World) -> None:
    directive = story.signed_for(world, story.handed_over(world))
    away(world.people[HE_WEI], (TODAY, LATE))
    services.ask_extension(
        actor=world.actor(WANG_JIANPING),
        directive_id=directive.pk,
        new_due=date(2026, 11, 2),
        reason="雨",
        at=AT,
    )
    held = Assignment.objects.get(matter_id=directive.pk, role=Role.APPROVE, done_at=None)
    assert held.holder_person_id is None


def test_nor_does_a_deputy_or_a_successor_take_over_while_on_leave(world: World) -> None:
    keeper = Person.objects.create(name="马宁", staff_number="maning")
    post = Post.objects.create(unit=world.units["FGW"], title="人事科科员", duties=["keep_org"])
    Appointment.objects.create(person=keeper, post=post, starts_on=FOUNDED)
    away(world.people[ZHOU_QIMING], (TODAY, LATE))
    wang, zhou = world.people[WANG_JIANPING], world.people[ZHOU_QIMING]
    story.signed_for(world, story.handed_over(world))
    actor = org.actor_of(keeper, TODAY)
    with pytest.raises(Refusal) as deputy:
        people.stand_in(
            actor=actor, absent_id=wang.pk, stand_in_id=zhou.pk, starts_on=TODAY, ends_on=SOON, at=AT
        )
    with pytest.raises(Refusal) as successor:
        people.leave_office(actor=actor, person_id=wang.pk, successor_id=zhou.pk, at=AT)
    assert (deputy.value.code, successor.value.code) == ("also_away", "successor_is_away")


def test_the_form_offers_the_ways_out_in_one_press(world: World) -> None:
    directive = story.signed_for(world, story.handed_over(world), by=world.actor(ZHOU_QIMING))
    today = local_day(now())
    away(world.people[WANG_JIANPING], (today, today + timedelta(days=9)))
    here = f"/supervision/{directive.pk}/handler/"
    answer = world.client(ZHOU_QIMING).post(here, {"person_id": world.people[WANG_JIANPING].pk})
    html = answer.content.decode()
    assert answer.status_code == 422 and "请假到" in html
    assert f'name="person_id" value="{world.people[ZHOU_QIMING].pk}"' in html
