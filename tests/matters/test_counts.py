"""The counts of a desk, told by where dates stand in a list, are those of going through it."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from zhongshu.matters.models import Role
from zhongshu.matters.queries.desk import PAGE, _counted, _first

TODAY = date(2026, 3, 2)
SLIPS = st.lists(
    st.tuples(
        st.integers(-3, 3).map(lambda days: TODAY + timedelta(days=days)),
        st.integers(1, 99),
        st.sampled_from([role.value for role in Role]),
    ),
    unique_by=lambda slip: slip[1],
).map(sorted)


@given(st.lists(SLIPS, min_size=1, max_size=3))
def test_every_slip_is_counted_where_it_belongs(parts: list[list[tuple[date, int, str]]]) -> None:
    counted = _counted(parts, TODAY)
    slips = [slip for part in parts for slip in part]
    acting = [due for due, _pk, role in slips if role != Role.READ]
    assert (counted.todo, counted.toread) == (len(acting), len(slips) - len(acting))
    assert counted.late == sum(due < TODAY for due in acting)
    assert counted.today == acting.count(TODAY)


@given(st.lists(SLIPS, min_size=1, max_size=3), st.booleans())
def test_the_first_page_is_that_of_all_parts_together(
    parts: list[list[tuple[date, int, str]]], reading: bool
) -> None:
    in_box = sorted(slip for part in parts for slip in part if (slip[2] == Role.READ) == reading)
    assert _first(parts, reading=reading) == in_box[: PAGE + 1]
