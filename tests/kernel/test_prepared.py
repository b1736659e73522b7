"""A prepared question answers what the queryset would, and is put into SQL only once."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection, transaction
from django.db.models import F, QuerySet
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from zhongshu.kernel.prepared import prepared
from zhongshu.org.models import Leave, Person, Unit
from zhongshu.platform.notify.models import Outgoing

DAY = date(2026, 11, 22)
built: list[str] = []


@prepared
def people(names: tuple[str, ...], least: int) -> QuerySet[Person]:
    built.append("people")
    return Person.objects.filter(name__in=names, pk__gte=least).order_by("pk")


@prepared
def away_on(day: date) -> QuerySet[Leave]:
    covers = Leave.objects.filter(starts_on__lte=day, ends_on__gte=day)
    return covers.select_related("person").annotate(whose=F("person__name"))


@prepared
def names_from(least: int) -> QuerySet[Person, str]:
    return Person.objects.filter(pk__gte=least).order_by("pk").values_list("name", flat=True)


@prepared
def told_before(moment: datetime) -> QuerySet[Outgoing, tuple[str, datetime]]:
    return Outgoing.objects.filter(at__lt=moment).values_list("text", "at")


@prepared
def kept_for_me(unit_id: int) -> QuerySet[Unit]:
    return Unit.objects.select_for_update().filter(pk=unit_id)


class TestRandomPeople(TestCase):
    @given(st.lists(st.sampled_from(["李敏", "王建国", "赵倩"]), max_size=6), st.integers(0, 5))
    @settings(max_examples=40, deadline=None)
    def test_it_answers_what_the_queryset_would(self, names: list[str], skipped: int) -> None:
        made = [Person.objects.create(name=name, staff_number=str(n)) for n, name in enumerate(names)]
        least = made[min(skipped, len(made) - 1)].pk if made else 1
        for wanted in [("李敏",), ("李敏", "赵倩")]:
            plain = Person.objects.filter(name__in=wanted, pk__gte=least).order_by("pk")
            assert people(wanted, least) == list(plain)
        assert names_from(least) == [one.name for one in made if one.pk >= least]


@pytest.mark.django_db
def test_it_is_built_once_for_each_count_of_values() -> None:
    people(("李敏", "王建国", "赵倩", "孙立"), 1)
    built.clear()
    for least in range(5):
        people(("王建国", "李敏", "孙立", "赵倩"), least)
    assert built == []


@pytest.mark.django_db
def test_nothing_asked_for_is_nothing_found_without_a_look() -> None:
    with CaptureQueriesContext(connection) as asked:
        assert people((), 1) == []
    assert len(asked) == 0


@pytest.mark.django_db
def test_rows_are_models_of_their_own_with_what_was_joined_and_added() -> None:
    li_min = Person.objects.create(name="李敏")
    Leave.objects.create(person=li_min, starts_on=DAY, ends_on=DAY + timedelta(days=2), reason="年休假")
    for day, found in ((DAY - timedelta(days=1), 0), (DAY, 1), (DAY + timedelta(days=3), 0)):
        assert len(away_on(day)) == found
    with CaptureQueriesContext(connection) as asked:
        leave = away_on(DAY)[0]
        assert (leave.person, leave.whose, leave.ends_on) == (li_min, "李敏", DAY + timedelta(days=2))
    assert len(asked) == 1
    assert away_on(DAY)[0] is not leave
    leave.reason = "事假"
    leave.save()
    assert Leave.objects.get().reason == "事假"


@pytest.mark.django_db
def test_moments_go_in_and_come_out_with_their_zone() -> None:
    moment = timezone.now()
    Outgoing.objects.create(person_id=1, subject="matter:1", text="请签收", at=moment, leaves_at=moment)
    assert told_before(moment) == []
    assert told_before(moment + timedelta(seconds=1)) == [("请签收", moment)]


@pytest.mark.django_db(transaction=True)
def test_rows_are_locked_within_a_transaction_only() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        kept_for_me(1)
    with transaction.atomic():
        assert kept_for_me.first(1) is None


def test_values_are_told_by_position() -> None:
    with pytest.raises(TypeError):
        people(names=("李敏",), least=1)


@pytest.mark.django_db
def test_only_questions_whose_rows_are_understood_are_taken() -> None:
    @prepared
    def as_dictionaries(least: int) -> QuerySet[Person, dict[str, object]]:
        return Person.objects.filter(pk__gte=least).values("name")  # type: ignore[return-value]

    with pytest.raises(KeyError):
        as_dictionaries(1)
