"""How often a matter is reported on is set by the section, within D-24 and D-26."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from django.conf import LazySettings

from tests.refusing import refused
from tests.supervision import story
from tests.supervision.reporting import dated, long_term, night, report, standing
from tests.world import AT, LI_MIN, TODAY, WANG_JIANPING, ZHOU_QIMING, World
from zhongshu.kernel.refusals import Conflict, Forbidden, Refusal
from zhongshu.platform.notify.models import Notice
from zhongshu.supervision import services
from zhongshu.supervision.models import Cycle, Directive
from zhongshu.supervision.services import Milestone

pytestmark = pytest.mark.django_db


def set_cycle(
    world: World, directive: Directive, cycle: str, who: str = LI_MIN, **words: object
) -> Directive:
    return services.set_cycle(
        actor=world.actor(who),
        directive_id=directive.pk,
        cycle=cycle,
        at=AT,
        **words,  # type: ignore[arg-type]
    )


def test_D_24_weekly_needs_a_basis_and_an_end_and_turns_monthly_after_it(world: World) -> None:
    directive = dated(world, cycle=Cycle.ONCE)
    for words in ({}, {"basis": "防汛会商要求"}, {"basis": "防汛", "until": date(2027, 9, 1)}):
        with refused("short_cycle_unfounded") as caught:
            set_cycle(world, directive, Cycle.WEEKLY, **words)
        assert caught.value.rule == "D-24"
    set_cycle(world, directive, Cycle.WEEKLY, basis="防汛会商要求", until=date(2026, 10, 1))
    night(date(2026, 11, 3))
    assert [one.nominal for one in directive.rounds.order_by("nominal")] == [
        date(2026, 9, 20), date(2026, 9, 27), date(2026, 10, 4), date(2026, 10, 31), date(2026, 11, 30),
    ]  # fmt: skip


def test_D_26_a_unit_is_asked_for_no_more_reports_than_set(world: World, settings: LazySettings) -> None:
    settings.RULES = {**settings.RULES, "D-26.reports_a_month_at_most": 2}
    first, second, third = dated(world), dated(world), dated(world, cycle=Cycle.ONCE)
    with pytest.raises(Refusal) as caught:
        set_cycle(world, third, Cycle.MONTHLY)
    assert (caught.value.code, caught.value.rule) == ("too_many_reports", "D-26")
    assert "每月要报 3.0 次，超过上限 2 次；其中每周报的有 0 件" in str(caught.value)
    with refused("too_many_reports"):
        story.handed_over(world, cycle=Cycle.MONTHLY)
    set_cycle(world, first, Cycle.ONCE)
    set_cycle(world, third, Cycle.MONTHLY)
    set_cycle(world, second, Cycle.QUARTERLY)  # its own former cycle does not stand in its way


def test_D_26_milestones_are_few_and_within_the_matters_date(world: World) -> None:
    directive = dated(world, cycle=Cycle.ONCE)
    unlawful: list[Sequence[Milestone]] = [
        (),
        (Milestone("封顶", date(2027, 1, 5)),),
        (Milestone("封顶", date(2026, 10, 30)), Milestone("验收", date(2026, 10, 30))),
        (Milestone("", date(2026, 10, 30)),),
        (Milestone("开工", TODAY - timedelta(days=1)),),
        [Milestone(f"第{n}段", date(2026, 10, 1) + timedelta(days=n)) for n in range(13)],
    ]
    for milestones in unlawful:
        with pytest.raises(Refusal):
            set_cycle(world, directive, Cycle.MILESTONE, milestones=milestones)
    assert not directive.rounds.exists()


def test_milestones_have_names_and_dates_and_are_reported_one_by_one(world: World) -> None:
    directive = dated(world, cycle=Cycle.MONTHLY)
    plan = (Milestone("主体封顶", date(2026, 11, 20)), Milestone("开工", date(2026, 10, 12)))
    set_cycle(world, directive, Cycle.MILESTONE, milestones=plan)
    assert [(one.name, one.due) for one in directive.rounds.order_by("due")] == [
        ("开工", date(2026, 10, 12)), ("主体封顶", date(2026, 11, 20)),
    ]  # fmt: skip
    night(date(2026, 10, 12))
    assert "开工" in Notice.objects.filter(person_id=world.people[WANG_JIANPING].pk).latest("at").text
    report(world, directive, date(2026, 10, 12), "已开工。")
    night(date(2026, 11, 23))
    assert [standing(one) for one in directive.rounds.order_by("due")] == ["reported", "overdue"]
    assert night(date(2027, 3, 1)) == 0


def test_the_section_alone_sets_the_cycle_and_a_long_term_matter_keeps_one(world: World) -> None:
    directive = long_term(world)
    for who in (WANG_JIANPING, ZHOU_QIMING):
        with refused("not_a_supervisor", Forbidden):
            set_cycle(world, directive, Cycle.QUARTERLY, who)
    with pytest.raises(Refusal) as caught:
        set_cycle(world, directive, Cycle.ONCE)
    assert caught.value.code == "long_term_needs_a_cycle"
    set_cycle(world, directive, Cycle.QUARTERLY)
    completed = story.completed(world, directive)
    with refused("not_in_this_state", Conflict):
        set_cycle(world, completed, Cycle.MONTHLY)
