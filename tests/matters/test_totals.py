"""Running totals are what a recount finds, whatever is done to matters and however."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.supervision import story
from tests.world import AT, TODAY, World, build
from zhongshu.kernel.actors import SYSTEM
from zhongshu.matters import services, tallies
from zhongshu.matters.models import Group, Matter, Tally, TallyChange, Waits
from zhongshu.matters.tallies import Span, counting
from zhongshu.platform.journal.models import Entry

pytestmark = pytest.mark.django_db
KIND = "directive"
days = st.dates(date(2025, 11, 3), date(2027, 2, 28))
acts = st.lists(
    st.tuples(
        st.sampled_from(("add", "add", "add", "date", "end", "void", "unit", "wait", "stop", "drop", "fold")),
        st.integers(0, 99),
        days,
    ),
    min_size=1,
    max_size=30,
)


def span(today: date = TODAY) -> Span:
    return Span(
        today,
        today + timedelta(days=5),
        tallies.monday_of(today) - timedelta(weeks=11),
        today.replace(month=1, day=1),
    )


def moment(day: date) -> datetime:
    """Ten at night in Beijing, or two in the morning of the next day: not the day it is in Greenwich."""
    return datetime(day.year, day.month, day.day, 17, 30, tzinfo=AT.tzinfo)


def put(world: World, pick: int, day: date) -> Matter:
    organ = world.units[("SWB", "FGW")[pick % 2]]
    lead = world.units[("CZJ", "JYJ", "NHX")[pick % 3]] if pick % 5 else None
    state = ("dispatched", "undertaking", "reviewing")[pick % 3]
    return Matter.objects.create(
        kind=KIND, state=state, group=Group.OPEN, title="事", organ=organ, unit=organ, lead_unit=lead,
        original_due=day, current_due=day, opened_at=moment(day - timedelta(days=pick)),
        waits_for=Waits.values[1 + pick % 8], moved_on=day,
    )  # fmt: skip


def act(world: World, made: list[Matter], what: str, pick: int, day: date) -> None:
    if what == "add" or not made:
        made.append(put(world, pick, day))
        return
    one: Any = Matter.objects.filter(pk=made[pick % len(made)].pk)
    match what:
        case "date":
            one.update(current_due=day)
        case "end":
            one.update(group=Group.CLOSED, state="archived", closed_at=moment(day), waits_for="")
        case "void":
            one.update(group=Group.VOID)
        case "unit":
            one.update(lead_unit=world.units["CZJ"])
        case "wait":
            one.update(waits_for=Waits.MONEY)
        case "stop":
            one.update(stopped_on=None if pick % 3 else day)
        case "drop":
            one.delete()
        case "fold":
            services.fold()


def units_in_hand(world: World, organ_ids: list[int]) -> dict[int, tallies.UnitCount]:
    """What each unit has in hand, each asked for by itself; nought stands for no unit."""
    units = [0, *(one.pk for one in world.units.values())]
    found = {pk: tallies.in_hand(KIND, organ_ids, TODAY, span().edge, unit_id=pk) for pk in units}
    return {pk: counts for pk, counts in found.items() if any(counts)}


def kept() -> dict[Any, tuple[int, int]]:
    rows = Tally.objects.values_list("organ_id", "kind", "measure", "unit_id", "code", "day", "n", "amount")
    return {(row[0], row[1], tallies.Key(*row[2:6])): (row[6], row[7]) for row in rows}


@given(done=acts, at_last=st.booleans())
@settings(max_examples=60)
def test_totals_are_what_a_recount_and_a_count_of_the_rows_find(done: list[Any], at_last: bool) -> None:
    with transaction.atomic():
        world, made = build(), list[Matter]()
        for one in done:
            act(world, made, *one)
        if at_last:
            services.fold()
        for organs in (["SWB"], ["FGW"], ["SWB", "FGW"], ["NHX"]):
            ids = [world.units[code].pk for code in organs]
            told = tallies.standing(KIND, ids, span())
            assert told == tallies.standing_of(Matter.objects.filter(kind=KIND, organ_id__in=ids), span())
            assert units_in_hand(world, ids) == told.units
            assert sum(tallies.in_hand(KIND, ids, TODAY, span().edge)) == told.open
        services.fold()
        assert kept() == dict(counting.everything())
        assert not services.recount(actor=SYSTEM, at=AT).differences
        transaction.set_rollback(True)


def test_no_organ_no_matters(world: World) -> None:
    story.handed_over(world)
    assert tallies.standing(KIND, [], span()) == tallies.Standing()


def test_a_wrong_total_is_found_put_right_and_journalled(world: World) -> None:
    matter = story.handed_over(world).matter
    services.fold()
    Tally.objects.filter(measure="state").update(n=7)
    Tally.objects.filter(measure="opened").delete()
    recounted = services.recount(actor=SYSTEM, at=AT)
    assert {(one.key.measure, one.kept, one.counted) for one in recounted.differences} == {
        ("state", 7, 1),
        ("opened", 0, 1),
    }
    assert tallies.standing(KIND, [matter.organ_id], span()).states == {"dispatched": 1}
    told = Entry.objects.get(stream="totals").facts
    assert told["differences"] == 2
    assert any("7 → 1" in one for one in told["first"])
    assert not services.recount(actor=SYSTEM, at=AT).differences


def test_what_no_total_looks_at_is_not_noted(world: World) -> None:
    matter = story.handed_over(world).matter
    services.fold()
    Matter.objects.filter(pk=matter.pk).update(light=3, title="别的", moved_on=TODAY)
    Matter.objects.filter(pk=matter.pk).update(state=matter.state, current_due=matter.current_due)
    assert not TallyChange.objects.exists()


def test_the_database_carries_the_triggers() -> None:
    """A migration that rebuilt the table of matters would have dropped them, and totals would stand still."""
    sql = {
        "sqlite": "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'matter_tally%'",
        "postgresql": "SELECT count(*) * 3 FROM pg_trigger WHERE tgname = 'matter_tally'",
    }
    with connection.cursor() as cursor:
        cursor.execute(sql[connection.vendor])
        assert cursor.fetchone()[0] == 3
