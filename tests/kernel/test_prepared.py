"""A prepared question answers what the queryset would, and is put into SQL only once."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import F, QuerySet
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from zhongshu.kernel.among import Among
from zhongshu.kernel.keysets import ordered
from zhongshu.kernel.prepared import Listed, filled, prepared
from zhongshu.kernel.spelled import answers
from zhongshu.kernel.told import Told
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

    @given(st.lists(st.integers(-1, 7), max_size=9))
    @settings(max_examples=40, deadline=None)
    def test_many_sets_of_values_are_asked_together(self, asked: list[int]) -> None:
        made = [
            Person.objects.create(name=name, staff_number=name) for name in ("李敏", "王建国", "赵倩", "孙立")
        ]
        least = [made[0].pk + skipped for skipped in asked]
        with CaptureQueriesContext(connection) as statements:
            found = names_from.each([(one,) for one in least])
            rows = people.each([(("李敏", "赵倩"), one) for one in least])
        assert len(statements) == (2 if asked else 0)
        assert found == [names_from(one) for one in least]
        assert rows == [people(("李敏", "赵倩"), one) for one in least]


def test_what_is_asked_together_is_of_one_shape() -> None:
    for many in ([(("李敏",), 1), (("李敏", "赵倩"), 1)], [((), 1)]):
        with pytest.raises(ValueError, match="one shape"):
            people.each(many)


@pytest.mark.django_db
def test_hundreds_are_asked_a_hundred_at_a_time() -> None:
    first = Person.objects.create(name="李敏").pk
    with CaptureQueriesContext(connection) as statements:
        found = names_from.each([(first - 120 + n,) for n in range(250)])
    assert len(statements) == 3 and found == [["李敏"]] * 121 + [[]] * 129


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


class TestListed:
    """A list narrowed in one of many ways is put into SQL once for each way, and turned in both directions."""

    @pytest.fixture
    def people(self, db: None) -> list[Person]:
        names = ["李敏", "王建国", "赵倩", "孙遥", "李敏"]
        return [Person.objects.create(name=name, staff_number=str(n)) for n, name in enumerate(names)]

    @staticmethod
    def called(name: str, *, above: bool) -> Listed[Person]:
        def build(places: Sequence[Any]) -> QuerySet[Person]:
            built.append("called")
            found = (
                Person.objects.filter(name__gte=places[0]) if above else Person.objects.filter(name=places[0])
            )
            return found.select_related("user")

        return Listed(("called", above), (name,), build)

    def test_its_pages_are_those_of_the_queryset(self, people: list[Person]) -> None:
        for rows, plain in (
            (self.called("孙", above=True), Person.objects.filter(name__gte="孙")),
            (self.called("李敏", above=False), Person.objects.filter(name="李敏")),
        ):
            listed, asked = ordered(rows, name=str, id=int), ordered(plain, name=str, id=int)
            page = listed.page(size=1)
            assert page.of(Told.made) == asked.page(size=1)
            behind = listed.page(after=page.next_cursor, size=2)
            assert behind.of(Told.made) == asked.page(after=page.next_cursor, size=2)
            assert listed.page(before=behind.previous_cursor, size=2).of(Told.made) == asked.page(
                before=behind.previous_cursor, size=2
            )
            assert rows.count(9) == plain.count() and rows.count(1) == 1

    def test_another_value_is_not_another_question(self, people: list[Person]) -> None:
        self.called("王建国", above=False).count(5)
        built.clear()
        assert [self.called(name, above=False).count(5) for name in ("李敏", "孙遥", "张三")] == [2, 1, 0]
        assert built == []

    def test_what_can_find_nothing_finds_nothing(self, people: list[Person]) -> None:
        nobody: Listed[Person] = Listed(
            "nobody", ("李敏",), lambda places: Person.objects.filter(pk__in=[], name=places[0])
        )
        assert nobody.count(5) == 0 and ordered(nobody, id=int).page(size=5).rows == []

    def test_many_words_stand_in_one_place(self, people: list[Person]) -> None:
        def build(places: Sequence[Any]) -> QuerySet[Person]:
            return Person.objects.filter(Among("name", places[0]))

        for words in (["李敏"], ["孙遥", "赵倩", '"', "王建国"], []):
            found = Listed("any of", (words,), build).rows(
                "all", (), lambda rows, _places: rows.order_by("pk")
            )
            assert [row.made() for row in found] == [one for one in people if one.name in words]

    def test_as_many_as_most_make_one_question(self) -> None:
        assert filled([3, 4], 4) == (3, 4, 4, 4) and filled([], 4) == ()


@pytest.mark.django_db
def test_rows_are_made_as_the_framework_makes_them() -> None:
    """Without the constructor: equal in fields, deferred fields, joined rows, state; None where nothing is joined."""
    organ = Unit.objects.create(code="a", name="市委办公室", short_name="市委办", kind="organ", path="")
    Unit.objects.create(code="b", name="督查科", short_name="督查科", kind="section", parent=organ, path="")
    asked = Unit.objects.select_related("parent").only("name", "parent__short_name").order_by("pk")
    made = answers("units made", (), lambda _places: asked)
    for mine, theirs in zip(made, asked, strict=True):
        assert type(mine) is Unit and mine == theirs
        assert mine.get_deferred_fields() == theirs.get_deferred_fields()
        assert {k: v for k, v in mine.__dict__.items() if k != "_state"} == {
            k: v for k, v in theirs.__dict__.items() if k != "_state"
        }
        assert mine._state.adding is False and mine._state.db == theirs._state.db
        assert mine._state.fields_cache == theirs._state.fields_cache
    assert made[0].parent is None and made[1].parent == organ
    made[1].name = "督办科"
    made[1].save()
    assert Unit.objects.get(pk=made[1].pk).name == "督办科"
    assert made[0].kind == "organ", "a field left out is fetched when asked for"
