"""Totals of origins and returns are what a count of the rows finds, whatever is done to matters and however."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.migrating import laid_out_as
from tests.supervision import story
from tests.world import AT, LI_MIN, TODAY, World, build
from zhongshu.kernel.actors import SYSTEM
from zhongshu.matters import services as matters
from zhongshu.matters.models import Group, Matter, Tally, TallyChange
from zhongshu.supervision import figures
from zhongshu.supervision.models import KIND, Directive, Origin

SPAN = figures.span_of(TODAY, TODAY + timedelta(days=5), TODAY.replace(month=1, day=1))
acts = st.lists(
    st.tuples(
        st.sampled_from(
            (
                "add",
                "add",
                "add",
                "date",
                "stop",
                "end",
                "unit",
                "void",
                "back",
                "origin",
                "drop",
                "lose",
                "fold",
            )
        ),
        st.integers(0, 99),
        st.dates(date(2025, 11, 3), date(2027, 2, 28)),
    ),
    min_size=1,
    max_size=30,
)


def night(day: date) -> datetime:
    """Half past five in the afternoon in Greenwich: the next day in Beijing."""
    return datetime(day.year, day.month, day.day, 17, 30, tzinfo=AT.tzinfo)


def put(world: World, pick: int, day: date) -> int:
    organ = world.units["SWB"]
    matter = Matter.objects.create(
        kind=KIND, state="undertaking", group=Group.OPEN, title="事", organ=organ, unit=organ, moved_on=day,
        lead_unit=world.units[("CZJ", "JYJ")[pick % 2]] if pick % 5 else None,
        original_due=day, current_due=day, opened_at=night(day),
    )  # fmt: skip
    origin = Origin.values[pick % len(Origin.values)]
    Directive.objects.create(matter=matter, origin=origin, returns=pick % 3, source_title="纪要")
    return matter.pk


def act(world: World, made: list[int], what: str, pick: int, day: date) -> None:
    if what == "add" or not made:
        made.append(put(world, pick, day))
        return
    one = made[pick % len(made)]
    matter: Any = Matter.objects.filter(pk=one)
    directive: Any = Directive.objects.filter(pk=one)
    match what:
        case "date":
            matter.update(current_due=day)
        case "stop":
            matter.update(stopped_on=day if pick % 2 else None)
        case "end":
            matter.update(group=Group.CLOSED, state="archived", closed_at=night(day))
        case "unit":
            matter.update(lead_unit=world.units["CZJ"] if pick % 3 else None)
        case "void":
            matter.update(group=Group.VOID)
        case "back":
            directive.update(returns=pick % 4)
        case "origin":
            directive.update(origin=Origin.values[pick % len(Origin.values)])
        case "drop":
            matter.delete()
        case "lose":
            directive.delete()
        case "fold":
            matters.fold()


@pytest.mark.django_db
@given(done=acts)
@settings(max_examples=50)
def test_totals_are_what_a_recount_and_a_count_of_the_rows_find(done: list[Any]) -> None:
    with transaction.atomic():
        world, made = build(), list[int]()
        for one in done:
            act(world, made, *one)
        overseer = world.actor(LI_MIN)
        counted = figures.counted_by_origin(overseer, SPAN)
        counted.pop(None, None)  # type: ignore[call-overload]  # a matter that has lost its sheet has no origin
        assert figures.by_origin(overseer, SPAN) == counted
        assert figures.returned(overseer, SPAN.since) == figures.counted_returned(overseer, SPAN.since)
        assert not matters.recount(actor=SYSTEM, at=AT).differences
        assert figures.by_origin(overseer, SPAN) == counted
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_the_database_carries_the_triggers() -> None:
    """A migration that rebuilt either table would have dropped them, and totals would stand still."""
    sql = {
        "sqlite": "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%_origin%'",
        "postgresql": "SELECT count(*) * 2 FROM pg_trigger WHERE tgname IN ('matter_origin', 'directive_origin')",
    }
    with connection.cursor() as cursor:
        cursor.execute(sql[connection.vendor])
        assert cursor.fetchone()[0] == 4


@pytest.mark.django_db
def test_what_neither_total_looks_at_is_not_noted() -> None:
    directive = story.handed_over(build())
    matters.fold()
    Matter.objects.filter(pk=directive.pk).update(light=3, title="别的", moved_on=TODAY)
    Directive.objects.filter(pk=directive.pk).update(last_progress="办了一半", origin=directive.origin)
    assert not TallyChange.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_house_that_had_no_such_totals_gets_them_by_its_next_start() -> None:
    world = build()
    story.handed_over(world)
    overseer = world.actor(LI_MIN)
    before = figures.by_origin(overseer, SPAN)
    assert before
    matters.fold()
    with laid_out_as("supervision", "0016_rare_keys"):
        assert not Tally.objects.filter(measure__in=("origin", "origin_ended", "back", "back_ended")).exists()
        assert figures.by_origin(overseer, SPAN) == {}
    assert figures.by_origin(overseer, SPAN) == before == figures.counted_by_origin(overseer, SPAN)
