"""Whatever the numbers of documents are, near each other or far apart, all are found, in order."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhongshu.platform.search import queries, services

pytestmark = pytest.mark.django_db

IDS = st.sets(
    st.one_of(st.integers(1, 12_000), st.integers(60_000, 70_000), st.integers(1, 2_000_000)), max_size=12
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    ids=IDS,
    edge=st.integers(1, 140_000),
    limit=st.integers(1, 12),
    query=st.sampled_from(["防汛", "防", "防汛抗"]),
)
def test_all_are_found_wherever_they_lie(db, ids, edge, limit, query):
    services.clear()
    services.index_many((one, "防汛抗旱") for one in sorted(ids))
    newest = sorted(ids, reverse=True)
    assert queries.newest(query, limit=limit) == newest[:limit]
    assert queries.newest(query, below=edge, limit=limit) == [one for one in newest if one < edge][:limit]
    assert (
        queries.next_newer(query, above=edge, limit=limit)
        == [one for one in newest[::-1] if one > edge][:limit]
    )
    assert queries.reaching([query], above=edge, limit=limit) == [
        [one for one in newest[::-1] if one > edge][:limit]
    ]
    assert queries.count(query, cap=limit) == min(limit, len(ids))
