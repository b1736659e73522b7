"""A new table of workdays moves many dates at once: each with its trail, each unit told once."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.supervision import story
from tests.world import AT, WANG_JIANPING, ZHAO_XIAOYAN, World
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.worktime import Calendar, DayKind, SpecialDay
from zhongshu.matters import services as matters
from zhongshu.matters.models import Assignment, Matter
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
    assert "本单位 3 件" in texts[world.people[WANG_JIANPING].pk]
    assert "办结时限改为" in texts[world.people[ZHAO_XIAOYAN].pk]
    assert not matters.recount(actor=SYSTEM, at=AT).differences  # the totals followed


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
