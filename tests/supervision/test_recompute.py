"""A new table of workdays moves many dates at once: each with its trail, each unit told once."""

from dataclasses import replace
from datetime import date, timedelta
from importlib import import_module

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.supervision import story
from tests.world import (
    AT,
    HE_WEI,
    LI_MIN,
    WANG_JIANPING,
    WU_XIAOFANG,
    ZHAO_XIAOYAN,
    ZHOU_QIMING,
    World,
)  # fmt: skip
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.worktime import Calendar, DayKind, SpecialDay
from zhongshu.matters import services as matters
from zhongshu.matters.models import Assignment, Light, Matter, Role
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.journal import services as writing
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.notify.models import Notice
from zhongshu.platform.workdays import queries as workdays
from zhongshu.platform.workdays.registry import CalendarChange
from zhongshu.supervision import services
from zhongshu.supervision.models import Directive

pytestmark = pytest.mark.django_db
FESTIVAL = [date(2027, 2, 5) + timedelta(days=one) for one in range(9)]


def change() -> CalendarChange:
    before = workdays.calendar()
    special = dict(before.special) | {day: SpecialDay(DayKind.HOLIDAY, "春节") for day in FESTIVAL}
    return CalendarChange(
        2027, "国办发明电〔2026〕8号", before, Calendar(special, before.announced | {2027}), SYSTEM, AT
    )


def by_rule(world: World, unit: str = "FGW") -> Directive:
    return story.handed_over(
        world, due=None, deadline_rule="P100WD", support_ids=(), lead_id=world.units[unit].pk
    )


def test_many_dates_move_with_their_trail_and_the_unit_is_told_once(world: World) -> None:
    mine = [by_rule(world) for _ in range(3)]
    other = by_rule(world, "NHX")
    given = story.handed_over(world, due=date(2027, 3, 1), support_ids=())
    Notice.objects.all().delete()
    assert services.recompute(change()) == 4
    for one in (*mine, other):
        was, matter = one.matter.current_due, Matter.objects.get(pk=one.pk)
        assert was and matter.current_due and matter.current_due > was
        assert matter.original_due == matter.current_due
        assert not matter.due_is_provisional
        assert Assignment.objects.get(matter=matter, done_at=None).due == matter.current_due
        told = Entry.objects.get(stream=matter.stream, verb="supervision.recomputed").facts
        assert (told["old"], told["new"]) == (was.isoformat(), matter.current_due.isoformat())
    assert Matter.objects.get(pk=given.pk).current_due == date(2027, 3, 1)
    assert journal.first_break() is None
    texts = {one.person_id: one.text for one in Notice.objects.all()}
    assert "您经手的 3 件" in texts[world.people[WANG_JIANPING].pk]
    assert "办结时限改为" in texts[world.people[ZHAO_XIAOYAN].pk]
    assert not matters.recount(actor=SYSTEM, at=AT).differences  # the totals followed


def test_who_holds_supports_and_handed_out_is_told_once_each(world: World) -> None:
    directive = story.signed_for(
        world,
        story.handed_over(world, due=None, deadline_rule="P100WD", support_ids=(world.units["CZJ"].pk,)),
    )
    to = world.people[ZHOU_QIMING].pk
    services.pass_on(actor=world.actor(WANG_JIANPING), directive_id=directive.pk, person_id=to, at=AT)
    Notice.objects.all().delete()
    services.recompute(change())
    told = {one.person_id: one for one in Notice.objects.all()}
    assert {world.people[name].pk for name in (ZHOU_QIMING, WU_XIAOFANG, LI_MIN)} <= told.keys()
    assert {(one.merged, one.url) for one in told.values()} == {(1, f"/supervision/{directive.pk}/")}


def stopped(world: World, directive: Directive) -> Directive:
    ask = {"reason": "待批复", "review_on": date(2026, 12, 1), "at": AT + timedelta(hours=2)}
    services.ask_suspension(actor=world.actor(WANG_JIANPING), directive_id=directive.pk, **ask)  # type: ignore[arg-type]
    decided = {"approve": True, "opinion": "", "at": AT + timedelta(days=3)}
    services.decide_suspension(actor=world.actor(HE_WEI), directive_id=directive.pk, **decided)  # type: ignore[arg-type]
    return directive


def test_a_clock_that_stands_goes_on_standing_but_its_date_follows_the_calendar(world: World) -> None:
    directive = stopped(world, story.signed_for(world, by_rule(world)))
    left = directive.suspensions.get().days_left
    assert services.recompute(change()) == 1
    directive = Directive.objects.select_related("matter").get(pk=directive.pk)
    matter, stop = directive.matter, directive.suspensions.get()
    assert (matter.original_due, matter.light) == (matter.current_due, Light.GREY)
    assert (stop.old_due, stop.days_left) == (matter.current_due, left)
    handling = Assignment.objects.get(matter=matter, role=Role.HANDLE, done_at=None)
    assert handling.due == date(2026, 12, 1), "whoever looks at it again does so on the day set"


def test_days_left_before_a_day_that_a_person_gave_are_counted_anew(world: World) -> None:
    given = date(2027, 3, 1)
    directive = stopped(world, story.signed_for(world, story.handed_over(world, due=given, support_ids=())))
    services.resume(
        actor=world.actor(LI_MIN), directive_id=directive.pk, reason="已批", at=AT + timedelta(days=20)
    )
    new = change()
    services.recompute(new)
    matter, stop = Matter.objects.get(pk=directive.pk), directive.suspensions.get()
    assert stop.since and stop.resumed_on and stop.days_left == new.after.count(stop.since, given)
    assert matter.original_due == given
    assert matter.current_due == new.after.shift(stop.resumed_on, stop.days_left)


def test_stops_are_read_at_once_and_written_at_once_however_many_clocks_stood(world: World) -> None:
    for _one in range(3):
        stopped(world, story.signed_for(world, by_rule(world)))
    with CaptureQueriesContext(connection) as asked:
        assert services.recompute(change()) == 3
    about = [one["sql"].split()[0] for one in asked if "suspension" in one["sql"]]
    assert about == ["SELECT", "UPDATE"]


def extended(world: World, new_due: date, *, approve: bool) -> Directive:
    directive = story.signed_for(world, by_rule(world))
    ask = {"new_due": new_due, "reason": "雨", "at": AT + timedelta(hours=2)}
    services.ask_extension(actor=world.actor(WANG_JIANPING), directive_id=directive.pk, **ask)  # type: ignore[arg-type]
    if approve:
        services.decide_extension(
            actor=world.actor(HE_WEI), directive_id=directive.pk, approve=True, opinion="", at=AT
        )
    return directive


def test_an_extension_agreed_stands_and_only_the_first_date_moves(world: World) -> None:
    directive = extended(world, date(2027, 3, 10), approve=True)
    was = Matter.objects.get(pk=directive.pk)
    assert was.original_due and not was.due_is_provisional, "a day that a person gave is not provisional"
    assert services.recompute(change()) == 1
    matter = Matter.objects.get(pk=directive.pk)
    assert matter.current_due == date(2027, 3, 10)
    assert matter.original_due and matter.original_due > was.original_due
    page = world.client(LI_MIN).get(f"/supervision/{directive.pk}/").content.decode()
    assert "重新计算原定时限" in page


def test_an_extension_that_the_new_date_has_overtaken_is_not_granted(world: World) -> None:
    due = by_rule(world).matter.current_due
    assert due
    directive = extended(world, due + timedelta(days=1), approve=False)
    services.recompute(change())
    now = Matter.objects.get(pk=directive.pk).current_due
    with pytest.raises(Refusal) as refused:
        services.decide_extension(
            actor=world.actor(HE_WEI), directive_id=directive.pk, approve=True, opinion="", at=AT
        )
    assert refused.value.code == "extension_not_later" and "不同意" in refused.value.hint
    assert Matter.objects.get(pk=directive.pk).current_due == now


def test_a_second_table_alike_moves_nothing(world: World) -> None:
    by_rule(world)
    services.recompute(change())
    count = Entry.objects.count()
    again = change()
    assert services.recompute(replace(again, before=again.after)) == 0
    assert Entry.objects.count() == count


def test_many_entries_at_once_are_chained_like_single_ones(world: World) -> None:
    first = story.handed_over(world).matter
    told = [(first.stream, {"n": 1}), ("matter:999", {"n": 2})]
    writing.record_many(told, verb="supervision.recomputed", actor=SYSTEM, at=AT)
    writing.record(stream="matter:999", verb="supervision.recomputed", actor=SYSTEM, at=AT, data={"n": 3})
    assert [one.seq for one in Entry.objects.filter(stream="matter:999").order_by("seq")] == [1, 2]
    assert journal.first_break() is None
    with pytest.raises(ValueError, match="twice"):
        writing.record_many([told[0], told[0]], verb="supervision.recomputed", actor=SYSTEM, at=AT)


def test_what_a_table_can_reach_is_looked_for_once_however_many_goes_it_takes(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_module("zhongshu.supervision.services.recompute"), "BATCH", 1)
    made = [by_rule(world) for _ in range(3)]
    with CaptureQueriesContext(connection) as asked:
        assert services.recompute(change()) == len(made)
    wide = [one["sql"] for one in asked if " IN (" not in one["sql"]]
    assert sum(sql.startswith('SELECT "supervision_directive"."matter_id"') for sql in wide) == 1
