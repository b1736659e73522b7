"""One box for everything: the exact number, matters newest first, people and units by name."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.portal.conftest import Open
from tests.world import LI_MIN, SUN_YAO, TODAY, WANG_JIANPING, World
from zhongshu.portal.queries.search import find


def test_a_matter_is_found_by_its_number_by_who_may_know_of_it(world: World, hand_over: Open) -> None:
    matter = hand_over("老旧小区改造").matter
    found = find(world.actor(LI_MIN), matter.number, today=TODAY).exact
    assert found and (found.title, found.number) == (matter.title, matter.number)
    assert find(world.actor(SUN_YAO), matter.number, today=TODAY).is_empty
    assert find(world.actor(LI_MIN), matter.number[:-1], today=TODAY).exact is None


def test_for_its_number_not_all_matters_are_read(world: World, hand_over: Open) -> None:
    matter, reader = hand_over("老旧小区改造").matter, world.actor(WANG_JIANPING)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        find(reader, matter.number, today=TODAY)
    (sql,) = [one["sql"] for one in asked if '"home"' in one["sql"]]
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN QUERY PLAN " + sql if connection.vendor == "sqlite" else "EXPLAIN " + sql)
        told = str(cursor.fetchall())
    assert "matter_number_once_an_organ" in told or connection.vendor == "postgresql"
    assert "SCAN matters_matter" not in told


def test_matters_are_turned_page_by_page_newest_first(world: World, hand_over: Open) -> None:
    made = [hand_over(f"小区改造{name}").matter.title for name in "甲乙丙丁戊"]
    reader, after, seen = world.actor(LI_MIN), "", list[str]()
    while page := find(reader, "小区改造", today=TODAY, cursor=after, size=2).hits:
        seen += [one.title for one in page.rows]
        after = page.next_cursor
        if not after:
            break
    assert seen == made[::-1]
    back = find(reader, "小区改造", today=TODAY, before=page.previous_cursor, size=2).hits
    assert [one.title for one in back.rows] == made[1:3][::-1]


def test_people_and_units_are_found_by_name(world: World) -> None:
    found = find(world.actor(LI_MIN), "王建平", today=TODAY).named
    assert [one.name for one in found] == ["王建平"]
    unit = world.units["FGW"]
    found = find(world.actor(LI_MIN), unit.short_name, today=TODAY).named
    assert [one.name for one in found] == [unit.name]
