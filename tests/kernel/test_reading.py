"""Days that the driver has read stand as they are; whatever else comes is read as the framework reads it."""

from datetime import date
from typing import Any

import pytest
from django.db.models import F, QuerySet, Value
from django.db.models.functions import Coalesce

from zhongshu.kernel.prepared import prepared
from zhongshu.platform.workdays.models import SpecialDay, Year

DAYS = [date(1999, 1, day) for day in (1, 2, 3)]


@pytest.fixture
def three_days(db: None) -> None:
    year = Year.objects.create(year=1999)
    SpecialDay.objects.bulk_create([SpecialDay(year=year, date=day, kind="holiday", name="") for day in DAYS])


def _of_1999() -> QuerySet[SpecialDay]:
    return SpecialDay.objects.filter(date__year=1999).order_by("date")


@prepared
def plain() -> QuerySet[SpecialDay, Any]:
    return _of_1999().values_list("date", "name")


@prepared
def reckoned() -> QuerySet[SpecialDay, Any]:
    """The driver knows no declared type of what is reckoned."""
    return _of_1999().values_list(Coalesce(F("date"), Value(DAYS[0])), "date")


@pytest.mark.usefixtures("three_days")
@pytest.mark.parametrize("asked", [plain, reckoned])
def test_days_are_days_as_the_framework_reads_them(asked: Any) -> None:
    assert asked() == list(asked.build())
    assert [type(value) for row in asked() for value in row if value != ""].count(date) >= len(DAYS)


@pytest.mark.usefixtures("three_days")
def test_several_questions_asked_together_are_read_alike() -> None:
    assert plain.each([()]) == [plain()]
