"""A desk is counted from its index alone, in the order of its dates: however much lies there, no row is looked at."""

import pytest
from django.db import connection

from tests.world import WANG_JIANPING, World
from zhongshu.matters import queries
from zhongshu.matters.queries import MOST

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
