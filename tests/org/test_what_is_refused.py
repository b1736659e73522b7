"""What the organisation refuses, told by code, and that a refusal leaves nothing behind."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from tests.org.town import AT, TODAY, Town, away
from tests.refusing import refused, untouched
from zhongshu.kernel.refusals import Conflict, NotFound, Refusal
from zhongshu.org import queries, services
from zhongshu.org.models import Duty, Leave, Person
from zhongshu.org.services.link_account import link_account
from zhongshu.platform.accounts.models import User

Deed = Callable[[Town], Any]
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def left(town: Town) -> Person:
    """周敏之, who works here no more."""
    town.zhou.appointments.all().delete()
    Person.objects.filter(pk=town.zhou.pk).update(left_on=YESTERDAY)
    return town.zhou


def leave(town: Town, person: Person, first: date, last: date) -> Leave:
    return services.set_leave(actor=town.keeper, person_id=person.pk, starts_on=first, ends_on=last, at=AT)


def appointed_to(town: Town, person: Person, post_id: int) -> Any:
    return services.appoint(actor=town.keeper, person_id=person.pk, post_id=post_id, starts_on=TODAY, at=AT)


def entered(town: Town, staff_number: str) -> Person:
    return services.enter_person(actor=town.keeper, name="高远", staff_number=staff_number, at=AT)


REFUSED: list[tuple[str, type[Refusal], Deed]] = [
    ("is_over", Refusal, lambda town: leave(town, town.li, YESTERDAY, YESTERDAY)),
    ("not_here", Refusal, lambda town: leave(town, left(town), TODAY, TODAY)),
    ("already_away", Refusal, lambda town: (away(town.li), leave(town, town.li, YESTERDAY, TOMORROW))),
    ("staff_number_is_taken", Conflict, lambda town: entered(town, f" {town.li.staff_number} ")),
    (
        "post_exists",
        Conflict,
        lambda town: services.create_post(
            actor=town.keeper, unit_id=town.supervision.pk, title=" 科长 ", duties=[Duty.SUPERVISE], at=AT
        ),
    ),
    (
        "same_name",
        Refusal,
        lambda town: services.rename_unit(
            actor=town.keeper,
            unit_id=town.supervision.pk,
            name=" 市委办公室督查科",
            short_name="督查科 ",
            at=AT,
        ),
    ),
    ("no_such_unit", NotFound, lambda town: services.close_unit(actor=town.keeper, unit_id=0, at=AT)),
    ("no_such_post", NotFound, lambda town: appointed_to(town, town.sun, 0)),
    ("no_such_person", NotFound, lambda town: queries.person(0)),
    ("no_such_appointment", NotFound, lambda town: queries.appointment(0)),
    (
        "not_here_any_more",
        Refusal,
        lambda town: appointed_to(town, left(town), town.zhao.appointments.get().post_id),
    ),
]


@pytest.mark.parametrize(("code", "kind", "deed"), REFUSED, ids=[one[0] for one in REFUSED])
def test_is_refused_and_leaves_nothing(town: Town, code: str, kind: type[Refusal], deed: Deed) -> None:
    with untouched(), refused(code, kind) as caught:
        deed(town)
    assert str(caught.value)


def test_leaves_that_touch_do_not_overlap(town: Town) -> None:
    away(town.li, YESTERDAY, TODAY)
    with refused("already_away"):
        leave(town, town.li, TODAY, TOMORROW)
    assert leave(town, town.li, TOMORROW, TOMORROW).person == town.li


class TestAnAccountForAPerson:
    def test_finds_nobody_by_a_number_that_is_nobodys(self, town: Town) -> None:
        for number in ("", "G9999", left(town).staff_number):
            with untouched(), refused("no_such_person") as caught:
                link_account(number, User.objects.create(username=f"x{number}").pk, town.keeper, AT)
            assert "staff_number" in caught.value.fields

    def test_one_person_has_one(self, town: Town) -> None:
        first, second = (User.objects.create(username=name) for name in ("limin", "limin2"))
        link_account(town.li.staff_number, first.pk, town.keeper, AT)
        with untouched(), refused("has_an_account", Conflict):
            link_account(town.li.staff_number, second.pk, town.keeper, AT)
        assert Person.objects.get(pk=town.li.pk).user == first
