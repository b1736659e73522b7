"""Relatives: each declares his own, the keeper anybody's; only the keeper ends, and never his own (F-06)."""

import pytest
from django.urls import reverse

from tests.org.town import AT, TODAY, Town
from tests.refusing import refused
from zhongshu.kernel.refusals import Conflict, Forbidden, Refusal
from zhongshu.org import policies, queries, services
from zhongshu.org.models import Kinship, Person
from zhongshu.platform.journal import queries as journal

pytestmark = pytest.mark.django_db


def declare(town: Town, actor: Person, one: Person, other: Person) -> Kinship:
    return services.declare_kin(
        actor=queries.actor_of(actor, TODAY), person_id=one.pk, other_id=other.pk, kind="spouse", at=AT
    )


def test_one_declares_ones_own_and_it_binds_both(town: Town) -> None:
    declare(town, town.zhou, town.zhou, town.li)
    assert queries.kin() == {town.li.pk: frozenset({town.zhou.pk}), town.zhou.pk: frozenset({town.li.pk})}
    for person in (town.li, town.zhou):
        assert "org.kin_declared" in [one.verb for one in journal.timeline(f"person:{person.pk}")]


def test_somebody_elses_only_the_keeper_declares(town: Town) -> None:
    with refused("not_the_keeper", Forbidden):
        declare(town, town.zhou, town.li, town.zhou)
    assert declare(town, town.he, town.li, town.zhou).declared_by == town.he


def test_a_pair_stands_once_whoever_declares_it(town: Town) -> None:
    declare(town, town.zhou, town.zhou, town.li)
    with refused("already_declared", Conflict):
        declare(town, town.li, town.li, town.zhou)
    with refused("oneself", Refusal):
        declare(town, town.li, town.li, town.li)


def test_only_the_keeper_ends_it_with_a_reason_and_never_his_own(town: Town) -> None:
    made = declare(town, town.zhou, town.zhou, town.li)
    with refused("own_kin", Forbidden, match="本人不能撤销"):
        services.end_kinship(
            actor=queries.actor_of(town.zhou, TODAY), kinship_id=made.pk, reason="离异", at=AT
        )
    with refused("no_reason", Refusal):
        services.end_kinship(actor=town.keeper, kinship_id=made.pk, reason=" ", at=AT)
    services.end_kinship(actor=town.keeper, kinship_id=made.pk, reason="登记有误", at=AT)
    assert queries.kin() == {}
    declare(town, town.zhou, town.zhou, town.li)
    his_own = declare(town, town.he, town.he, town.chen)
    with refused("own_kin", Forbidden):
        services.end_kinship(actor=town.keeper, kinship_id=his_own.pk, reason="登记有误", at=AT)


def test_who_reads_them(town: Town) -> None:
    """G-10."""
    who = {
        person.name: bool(policies.may_see_kin(queries.actor_of(person, TODAY), town.zhou))
        for person in (town.zhou, town.he, town.shen, town.sun, town.lin)
    }
    assert who == {"周敏之": True, "何伟": True, "沈静": True, "孙琦": False, "林芝兰": False}


def test_its_form_offers_colleagues(town: Town) -> None:
    deed = reverse("org:kin-declare", args=[town.zhou.pk])
    assert deed == f"/org/kin/{town.zhou.pk}/declare/"
