"""A desk is counted from its index alone, in the order of its dates: however much lies there, no row is looked at."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.world import LI_MIN, TODAY, WANG_JIANPING, World
from zhongshu.kernel.paging import encode_cursor
from zhongshu.matters import queries
from zhongshu.matters.queries import MOST
from zhongshu.supervision.queries import Filter, lines

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("part", "index"), [(0, "assignment_my_desk"), (1, "assignment_unit_desk")])
def test_a_desk_is_read_from_its_index_alone(world: World, part: int, index: str) -> None:
    held = queries.desk(world.actor(WANG_JIANPING))[part].values_list("due", "pk", "role")[:MOST]
    told = plan(*held.query.sql_with_params())
    if connection.vendor == "postgresql":
        assert f"Index Only Scan using {index}" in told
    else:
        assert f"COVERING INDEX {index}" in told
    assert "TEMP B-TREE" not in told


def plan(sql: str, given: tuple[object, ...]) -> str:
    """How the database means to go about it, were the tables large."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for step in ("seqscan", "bitmapscan", "sort", "incremental_sort"):
                cursor.execute(f"SET LOCAL enable_{step} = off")
        cursor.execute(
            ("EXPLAIN " if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN ") + sql, given
        )
        return str(cursor.fetchall())


def test_a_page_in_the_middle_of_a_list_enters_the_index_where_it_begins(world: World) -> None:
    """Not at its start, to read all the pages before it once more."""
    with CaptureQueriesContext(connection) as asked:
        lines(world.actor(LI_MIN), Filter(), today=TODAY, cursor=encode_cursor(("2026-10-01", 5)))
    said = asked[-1]["sql"]
    assert "\"current_due\" >= '2026-10-01'" in said.replace("::date", "").replace("(", "").replace(")", "")
    if connection.vendor == "sqlite":  # PostgreSQL takes any index where there are no rows
        assert "matter_ledger_by_due" in plan(said.replace("%", "%%"), ())
