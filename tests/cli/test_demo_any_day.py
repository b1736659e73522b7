"""The demonstration can be started on any day: what agencies take in follows the calendar of the month."""

from datetime import date, datetime, time, timedelta

import pytest
from django.db import transaction

from zhongshu.cli.demo.scenes import Scene, welfare
from zhongshu.cli.demo.settle import settle
from zhongshu.cli.demo.world import World
from zhongshu.kernel.clock import BEIJING
from zhongshu.welfare.models import Case, State

FIRST = date(2026, 9, 1)
"""Of the days tried, five apart: every third of a month is met with windows open, near and far."""


@pytest.mark.django_db
def test_services_to_employees_are_told_whatever_the_day_of_the_month() -> None:
    settle(at=_morning(FIRST) - timedelta(days=200), password="只为测试的口令")
    for step in range(0, 120, 5):
        at = _morning(FIRST + timedelta(days=step))
        with transaction.atomic():
            for _moment in welfare.queue(Scene(World(), at)):
                pass
            assert set(Case.objects.values_list("matter__state", flat=True)) == set(State.values), at
            transaction.set_rollback(True)


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(8, 0), BEIJING)
