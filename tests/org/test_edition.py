"""What is remembered of the organisation holds exactly as long as the organisation does."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.org.town import AT, TODAY, Town
from zhongshu.kernel.actors import SYSTEM
from zhongshu.org import queries, services
from zhongshu.org.models import (
    Appointment,
    Edition,
    KinKind,
    Kinship,
    Leave,
    Person,
    StandIn,
    Unit,
    UnitAlias,
)
from zhongshu.org.queries import remembered
from zhongshu.platform.accounts.models import User
from zhongshu.platform.usecases import aftermath

pytestmark = pytest.mark.django_db

CHANGES: dict[str, Callable[[Town], object]] = {
    "a unit renamed": lambda town: Unit.objects.filter(pk=town.office.pk).update(name="新名"),
    "an alias": lambda town: UnitAlias.objects.create(unit=town.office, name="别名", learnt_at=AT),
    "an alias made if it is new": lambda town: UnitAlias.objects.bulk_create(
        [UnitAlias(unit=town.office, name="又名", learnt_at=AT)], ignore_conflicts=True
    ),
    "a post": lambda town: town.office.posts.create(title="新岗", duties=[]),
    "a person's name": lambda town: Person.objects.filter(pk=town.li.pk).update(name="李敏敏"),
    "an appointment's end": lambda town: Appointment.objects.filter(person=town.li).update(ends_on=TODAY),
    "an appointment taken out": lambda town: Appointment.objects.filter(person=town.li).delete(),
    "a leave": lambda town: Leave.objects.create(person=town.li, starts_on=TODAY, ends_on=TODAY),
    "relatives": lambda town: Kinship.objects.create(
        first=min(town.li, town.zhao, key=lambda one: one.pk),
        second=max(town.li, town.zhao, key=lambda one: one.pk),
        kind=KinKind.SPOUSE,
        declared_at=AT,
    ),
    "a stand-in": lambda town: StandIn.objects.create(
        absent=town.li, stand_in=town.zhao, starts_on=TODAY, ends_on=TODAY
    ),
}


@pytest.fixture
def account(town: Town) -> int:
    """李敏's account."""
    user = User.objects.create(username="limin")
    Person.objects.filter(pk=town.li.pk).update(user=user)
    return user.pk


def looks(asked: CaptureQueriesContext) -> int:
    """How often the edition was asked for among the statements ``asked``."""
    return sum("org_edition" in query["sql"] for query in asked.captured_queries)


def token() -> str:
    return Edition.objects.get().token


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_draws_a_new_token(town: Town, change: str) -> None:
    before = token()
    CHANGES[change](town)
    assert token() != before


def test_what_is_taken_back_is_as_if_it_had_not_been(town: Town) -> None:
    before = token()
    with transaction.atomic():
        Person.objects.filter(pk=town.li.pk).update(name="不算数")
        assert queries.known_person(town.li.pk).name == "不算数"
        transaction.set_rollback(True)
    assert token() == before
    assert queries.known_person(town.li.pk).name == town.li.name


def test_nothing_is_asked_twice_and_nothing_old_is_answered(town: Town, account: int) -> None:
    actor = queries.actor_behind(account, TODAY)
    with CaptureQueriesContext(connection) as asked:
        assert queries.actor_behind(account, TODAY) is actor
    assert len(asked) == 1
    Appointment.objects.filter(person=town.li).update(ends_on=TODAY)
    assert queries.actor_behind(account, TODAY) == actor
    tomorrow = queries.actor_behind(account, TODAY + timedelta(days=1))
    assert tomorrow is not None
    assert tomorrow.duties == frozenset()


def test_who_has_left_is_nobody_at_once(town: Town, account: int) -> None:
    assert queries.actor_behind(account, TODAY) is not None
    Person.objects.filter(pk=town.li.pk).update(left_on=TODAY)
    assert queries.actor_behind(account, TODAY) is None


def test_without_an_edition_nothing_is_remembered(town: Town) -> None:
    Edition.objects.all().delete()
    asked = []

    @remembered
    def ask(number: int) -> int:
        asked.append(number)
        return number

    assert [ask(1), ask(1)] == [1, 1]
    assert asked == [1, 1]


def test_the_shelf_does_not_grow_without_end(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zhongshu.org.queries.memory.MOST", 3)
    asked = []

    @remembered
    def ask(number: int) -> int:
        asked.append(number)
        return number

    for number in range(6):
        ask(number)
    ask(0)
    assert asked == [0, 1, 2, 3, 4, 5, 0]


def test_a_request_looks_once_and_again_after_each_act(town: Town, account: int) -> None:
    def turns() -> int:
        with CaptureQueriesContext(connection) as asked:
            for _turn in range(3):
                queries.actor_behind(account, TODAY)
        return looks(asked)

    queries.actor_behind(account, TODAY)
    with queries.one_look():
        assert turns() == 1
        assert turns() == 0
        services.set_leave(
            actor=SYSTEM, person_id=town.li.pk, starts_on=TODAY, ends_on=TODAY, reason="年休假", at=AT
        )
        assert turns() == 1
    assert turns() == 3


def test_an_act_sees_what_it_changes_itself(town: Town) -> None:
    with queries.one_look():
        assert queries.known_person(town.li.pk).name == town.li.name
        with aftermath.remembering():
            Person.objects.filter(pk=town.li.pk).update(name="李敏敏")
            assert queries.known_person(town.li.pk).name == "李敏敏"


def test_an_act_looks_once_until_it_changes_something_or_waits_for_somebody(town: Town) -> None:
    def turns(between: Callable[[], object] = lambda: None) -> int:
        with CaptureQueriesContext(connection) as asked:
            between()
            for _turn in range(3):
                queries.known_person(town.li.pk)
        return looks(asked)

    def taken_back() -> None:
        with transaction.atomic():
            transaction.set_rollback(True)

    with queries.one_look(), aftermath.remembering(), transaction.atomic():
        assert turns() == 1
        assert turns(lambda: User.objects.create(username="limin")) == 0
        assert turns(lambda: Leave.objects.filter(person=town.li).update(reason="病假")) == 1
        assert turns(taken_back) == 1
        assert turns(lambda: list(Person.objects.select_for_update().filter(pk=town.li.pk))) == (
            1
            if connection.features.has_select_for_update
            else 0  # SQLite has let nobody else in since the beginning
        )


def test_every_act_of_a_request_looks_for_itself(town: Town) -> None:
    with queries.one_look(), CaptureQueriesContext(connection) as asked:
        for _act in range(2):
            with aftermath.remembering():
                queries.known_person(town.li.pk)
                queries.known_person(town.li.pk)
    assert looks(asked) == 2


def test_what_an_act_took_back_of_the_organisation_is_forgotten(town: Town) -> None:
    with queries.one_look(), aftermath.remembering(), transaction.atomic():
        with transaction.atomic():
            Person.objects.filter(pk=town.li.pk).update(name="不算数")
            assert queries.known_person(town.li.pk).name == "不算数"
            transaction.set_rollback(True)
        assert queries.known_person(town.li.pk).name == "李敏"
