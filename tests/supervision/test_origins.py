"""Where matters come from: what each kind must tell (D-27), repeats (D-04), one task one matter (D-14), reading (D-15)."""

import sys
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from tests.refusing import refused
from tests.supervision import story
from tests.world import AT, CHEN_LI, LI_MIN, SUN_YAO, TODAY, WANG_JIANPING, WU_XIAOFANG, World
from zhongshu.kernel.refusals import Conflict, Forbidden, Refusal
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Assignment, Group, Link, LinkKind, Matter, Role
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import queries, rules, services
from zhongshu.supervision.models import Directive, Origin, State
from zhongshu.supervision.services import Decided

pytestmark = pytest.mark.django_db
TOLD = {
    "source_title": "关于做好防汛工作的通知",
    "source_organ": "省政府办公厅",
    "source_number": "省政办〔2026〕12号",
    "source_date": date(2026, 9, 15),
}


def whole(town: World, origin: str, **changes: Any) -> services.Task:
    """A task whose origin tells all that its kind must tell."""
    told: dict[str, Any] = dict(TOLD)
    if origin == Origin.INSTRUCTION:
        told = {
            "instructed_by_id": town.people[CHEN_LI].pk,
            "instruction_class": "order",
            "instruction": "请发改委牵头。",
            "instructed_on": TODAY,
        }
    return story.task(town, **{"origin": origin, **told, **changes})


def enter(town: World, *tasks: services.Task, decided: tuple[Decided, ...] = ()) -> list[Directive]:
    return services.enter(
        actor=town.actor(LI_MIN), unit_id=town.units["SWB-DC"].pk, tasks=tasks, decided=decided, at=AT
    )


@pytest.mark.parametrize("origin", Origin.values)
def test_D_27_each_origin_opens_with_its_papers_and_not_without(world: World, origin: str) -> None:
    for name in rules.NEEDS[origin]:
        lacking = None if name.endswith(("_id", "_on", "_date")) else ""
        with refused("origin_not_told") as caught:
            enter(world, whole(world, origin, **{name: lacking}))
        assert (caught.value.rule, list(caught.value.fields)) == ("D-27", [name])
    assert not Matter.objects.exists()
    (opened,) = enter(world, whole(world, origin))
    assert opened.state == State.DISPATCHED
    if origin != Origin.INSTRUCTION:
        kept = {name: getattr(opened, name) for name in TOLD}
        assert kept == TOLD


@pytest.mark.parametrize("origin", Origin.values)
def test_D_19_each_origin_has_its_own_limit(world: World, origin: str) -> None:
    (opened,) = enter(world, whole(world, origin, due=None))
    limit, calendar = rules.D_19_default_limit(origin, urgent=False), workdays.calendar()
    by_days = calendar.on_or_after(TOLD["source_date"] + timedelta(days=limit.amount))
    working = calendar.shift(TODAY, limit.amount)
    assert opened.matter.original_due == (by_days if origin in ("petition", "proposal") else working)


def test_D_14_an_instruction_with_three_tasks_is_three_linked_matters(world: World) -> None:
    leads = ("FGW", "CZJ", "JYJ")
    titles = ("编制投资计划", "落实配套资金", "核查校舍安全")
    tasks = [
        whole(world, "instruction", title=title, lead_id=world.units[lead].pk, support_ids=())
        for title, lead in zip(titles, leads, strict=True)
    ]
    opened = enter(world, *tasks)
    assert [one.matter.title for one in opened] == list(titles)
    assert len({one.matter.number for one in opened}) == 3
    links = Link.objects.filter(kind=LinkKind.SAME_SOURCE)
    assert {(link.source_id, link.target_id) for link in links} == {
        (opened[1].pk, opened[0].pk),
        (opened[2].pk, opened[0].pk),
    }
    assert [m.pk for _how, m in matters.threads(world.actor(LI_MIN), opened[0].matter)] == [
        opened[1].pk,
        opened[2].pk,
    ]
    assert matters.orphans().count() == 0


def test_all_tasks_or_none_and_each_fault_by_its_place(world: World) -> None:
    good, two_leads = whole(world, "meeting"), whole(world, "meeting", title="核查", approver_id=None)
    late = whole(world, "meeting", title="汇总", due=date(2026, 1, 5))
    with pytest.raises(Refusal) as caught:
        enter(world, good, two_leads, late)
    assert list(caught.value.fields) == ["task-2", "task-3"]
    assert not Matter.objects.exists()
    with pytest.raises(Refusal) as nothing:
        enter(world)
    assert nothing.value.code == "no_tasks"


def test_who_does_not_supervise_enters_nothing(world: World) -> None:
    for name in (WANG_JIANPING, CHEN_LI, SUN_YAO):
        with refused("not_a_supervisor", Forbidden):
            services.enter(
                actor=world.actor(name),
                unit_id=world.units["SWB-DC"].pk,
                tasks=(whole(world, "meeting"),),
                at=AT,
            )


# ── D-04: object, topic, period ───────────────────────────────────────────────────────────────────────


def test_D_04_the_same_again_is_shown_first_and_said_why(world: World) -> None:
    first = story.handed_over(world)
    with pytest.raises(Refusal) as caught:
        enter(world, whole(world, "superior", title="编制重点项目的投资计划"))
    assert (caught.value.code, caught.value.rule) == ("looks_like_another", "D-04")
    sought = queries.Sought("编制重点项目的投资计划", world.units["FGW"].pk, story.DUE)
    ((found,),) = queries.similar(world.actor(LI_MIN), world.units["SWB"].pk, [sought])
    assert (found.matter.pk, found.same_lead, found.days_apart) == (first.pk, True, 0)
    assert found.topic > 80 and found.shared in ("编制重点项目", "投资计划")


def test_other_topics_other_periods_and_what_is_ended_are_no_repeat(world: World) -> None:
    story.handed_over(world)
    enter(world, whole(world, "meeting", title="清理实有资金账户"))
    enter(world, whole(world, "meeting", due=date(2027, 3, 1)))
    for matter in Matter.objects.all():
        matter.group, matter.state = Group.CLOSED, State.TERMINATED
        matter.save()
    enter(world, whole(world, "meeting"))
    assert Matter.objects.count() == 4


def test_the_same_words_for_another_lead_are_shown_too(world: World) -> None:
    story.handed_over(world)
    with refused("looks_like_another") as caught:
        enter(world, whole(world, "meeting", lead_id=world.units["JYJ"].pk, support_ids=()))
    assert caught.value.rule == "D-04"


def test_the_same_title_is_found_however_old_and_its_words_among_the_newest(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["zhongshu.supervision.queries.similar"], "NEWEST", 1)
    same = story.handed_over(world)
    wider = story.handed_over(world, title="做好编制全市重点项目投资计划的工作")
    school, organ, seen = world.units["JYJ"].pk, world.units["SWB"].pk, world.actor(LI_MIN)

    def found(title: str, lead_id: int = school, due: date = story.DUE) -> list[int]:
        (alike,) = queries.similar(seen, organ, [queries.Sought(title, lead_id, due)])
        return [one.matter.pk for one in alike]

    held = "编制全市重点项目投资计划的工作"
    assert found(same.matter.title) == [same.pk, wider.pk]
    assert found(held) == [wider.pk]
    assert found(same.matter.title, due=story.DUE + timedelta(days=200)) == []
    story.handed_over(world, title="清理实有资金账户")
    assert found(held) == []  # no longer among the newest, and another unit leads it
    assert wider.pk in found(held, lead_id=wider.matter.lead_unit_id)
    assert found(same.matter.title) == [same.pk]


def test_looking_for_repeats_asks_the_same_few_questions_however_many_there_are(world: World) -> None:
    organ, seen = world.units["SWB"].pk, world.actor(LI_MIN)
    leads = [world.units[code].pk for code in ("FGW", "CZJ", "JYJ")]
    titles = [f"编制重点项目投资计划{number}" for number in range(6)]

    def asked(many: int) -> int:
        days = (story.DUE + timedelta(days=n) for n in range(many))
        sought = [queries.Sought(titles[n % 6], [*leads, None][n % 4], due) for n, due in enumerate(days)]
        with CaptureQueriesContext(connection) as some:
            found = queries.similar(seen, organ, sought)
        assert found == [queries.similar(seen, organ, [one])[0] for one in sought] and any(found)
        return len(some)

    story.handed_over(world, title="编制重点项目投资计划初稿")
    few = asked(8)
    for title in titles[1:]:
        story.handed_over(world, title=title)
    assert few <= asked(8) == asked(60) <= 7
    with CaptureQueriesContext(connection) as nothing:
        assert queries.similar(seen, organ, []) == []
    assert len(nothing) == 0


def test_it_is_linked_and_both_know_of_each_other(world: World) -> None:
    first = story.handed_over(world)
    (opened,) = enter(world, whole(world, "meeting"), decided=(Decided(how="link", other_id=first.pk),))
    link = Link.objects.get(kind=LinkKind.RELATES_TO)
    assert (link.source_id, link.target_id) == (opened.pk, first.pk)
    assert "supervision.linked" in [one.verb for one in journal.timeline(opened.matter.stream)]


def test_it_is_merged_and_its_units_support_what_is_open(world: World) -> None:
    first = story.handed_over(world)
    school = world.units["JYJ"]
    merged = whole(world, "superior", lead_id=school.pk, support_ids=(world.units["FGW"].pk,))
    (told,) = enter(world, merged, decided=(Decided(how="merge", other_id=first.pk),))
    assert told.pk == first.pk
    assert Matter.objects.count() == 1
    held = Assignment.objects.filter(matter=first.matter, done_at=None, role=Role.SUPPORT)
    assert set(held.values_list("holder_unit__code", flat=True)) == {"CZJ", "JYJ"}
    entry = journal.timeline(first.matter.stream)[0]
    assert (entry.verb, entry.facts["source"]) == (
        "supervision.merged",
        "关于做好防汛工作的通知 省政办〔2026〕12号",
    )


def test_nothing_is_merged_into_what_is_already_reported_done(world: World) -> None:
    first = story.completed(world, story.signed_for(world, story.handed_over(world)))
    with pytest.raises(Conflict) as caught:
        enter(world, whole(world, "meeting"), decided=(Decided(how="merge", other_id=first.pk),))
    assert caught.value.code == "cannot_merge_now"


def test_to_go_on_takes_a_reason_that_is_kept(world: World) -> None:
    story.handed_over(world)
    with pytest.raises(Refusal) as caught:
        enter(world, whole(world, "meeting"), decided=(Decided(how="go_on", reason=" "),))
    assert caught.value.code == "no_reason_for_another"
    (opened,) = enter(world, whole(world, "meeting"), decided=(Decided(how="go_on", reason="年度不同"),))
    entry = next(
        one for one in journal.timeline(opened.matter.stream) if one.verb == "supervision.another_one"
    )
    assert entry.facts["reason"] == "年度不同"


def test_one_may_not_choose_what_was_not_shown(world: World) -> None:
    story.handed_over(world)
    other = story.handed_over(world, title="清理实有资金账户", at=AT + timedelta(minutes=1))
    with pytest.raises(Refusal) as caught:
        enter(world, whole(world, "meeting"), decided=(Decided(how="link", other_id=other.pk),))
    assert caught.value.code == "looks_like_another"


@given(st.text(alphabet="编制重点项目投资计划落实资金", min_size=2, max_size=20), st.text(max_size=20))
def test_likeness_is_whole_with_itself_and_the_same_from_both_sides(one: str, other: str) -> None:
    assert queries.likeness(one, one) == 100
    assert queries.likeness(one, other) == queries.likeness(other, one)
    assert 0 <= queries.likeness(one, other) <= 100


# ── for reading only ──────────────────────────────────────────────────────────────────────────────────


def test_D_15_what_is_only_read_has_its_reason_its_readers_and_no_clock(world: World) -> None:
    asked = {"actor": world.actor(LI_MIN), "unit_id": world.units["SWB-DC"].pk, "at": AT}
    task = whole(world, "instruction", instruction_class="reference", lead_id=None, support_ids=())
    with refused("no_reason") as caught:
        services.enter_for_reading(task=task, reason="", **asked)
    assert caught.value.rule == "D-15"
    read = services.enter_for_reading(
        task=task, reason="参阅性批示", reader_ids=(world.units["CZJ"].pk,), **asked
    )
    assert (read.state, read.matter.group, read.ended_reason) == (
        State.FOR_READING,
        Group.CLOSED,
        "参阅性批示",
    )
    wu = world.actor(WU_XIAOFANG)
    assert [row.matter_id for row in matters.todo(wu, reading=True).rows] == [read.pk]
    assert matters.todo(wu).rows == []
    narrowed = queries.Filter(state=State.FOR_READING, closed=True)
    listed = queries.ledger(world.actor(LI_MIN), narrowed, today=TODAY).rows
    assert [(one.pk, one.directive.ended_reason) for one in listed] == [(read.pk, "参阅性批示")]


def test_a_registered_instruction_may_be_put_down_for_reading_instead(world: World) -> None:
    source = story.handed_over(world)
    words = services.Instruction(text="请财政局落实资金。", supervise=True)
    registered = services.instruct(
        actor=world.actor(CHEN_LI), directive_id=source.pk, instruction=words, at=AT
    )
    asked = {"actor": world.actor(LI_MIN), "directive_id": registered.pk, "at": AT}
    with refused("no_reason") as caught:
        services.shelve(reason="", **asked)
    assert caught.value.rule == "D-15"
    shelved = services.shelve(reason="已有同类事项", reader_ids=(world.units["CZJ"].pk,), **asked)
    assert (shelved.state, shelved.ended_reason) == (State.FOR_READING, "已有同类事项")
    assert (shelved.approver, shelved.basis, shelved.matter.lead_unit) == (None, "", None)
    assert [row.matter_id for row in matters.todo(world.actor(LI_MIN)).rows] == []
