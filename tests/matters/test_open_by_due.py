"""Indexes by date hold what is open; what a unit has ended is listed by its number, from an index of its own."""

import pytest
from django.db import connection
from django.db.models import QuerySet

from tests.matters.test_desk_index import plan
from zhongshu.matters.models import Group, Matter

pytestmark = pytest.mark.django_db
OPEN, ENDED = Matter.objects.filter(group=Group.OPEN), Matter.objects.filter(group=Group.CLOSED)


@pytest.mark.parametrize(
    ("listed", "index"),
    [
        (OPEN.filter(lead_unit_id=7).order_by("current_due", "pk"), "matter_unit_by_due"),
        (OPEN.filter(organ_id=1, kind="directive").order_by("current_due", "pk"), "matter_ledger_by_due"),
        (OPEN.filter(kind="directive").order_by("current_due", "pk"), "matter_known_by_due"),
        (ENDED.filter(lead_unit_id=7).order_by("-pk"), "matter_unit_ended"),
    ],
)
def test_a_list_is_read_in_order_from_its_index(listed: QuerySet[Matter], index: str) -> None:
    told = plan(*listed.values_list("pk")[:26].query.sql_with_params())
    assert (
        index in told or connection.vendor == "postgresql"
    )  # which of several is a matter of how many there are
    assert "TEMP B-TREE" not in told and "Sort" not in told
