"""Rows as the database told them: equal by their values, models only where they are wanted."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from zhongshu.kernel.prepared import prepared
from zhongshu.kernel.told import column
from zhongshu.org.models import Unit


@prepared
def sections(organ: str):  # type: ignore[no-untyped-def]
    found = Unit.objects.filter(parent__name=organ).select_related("parent").order_by("pk")
    return found.only("name", "closed_on", "parent__short_name")


@pytest.fixture
def office(db: None) -> Unit:
    organ = Unit.objects.create(code="a", name="市委办公室", short_name="市委办", kind="organ", path="")
    for code, name in (("b", "督查科"), ("c", "秘书科")):
        Unit.objects.create(code=code, name=name, short_name=name, kind="section", parent=organ, path="")
    return organ


def test_what_is_told_makes_the_models_of_the_question(office: Unit) -> None:
    told, models = sections.told(office.name), sections(office.name)
    with CaptureQueriesContext(connection) as asked:
        made = [row.made() for row in told]
        assert made == models and [one.parent for one in made] == [office, office]
    assert len(asked) == 0
    assert [one.get_deferred_fields() for one in made] == [one.get_deferred_fields() for one in models]
    assert sections.told("没有这个单位") == []


def test_values_go_by_the_way_to_their_field(office: Unit) -> None:
    first, second = sections.told(office.name)
    assert (first.pk, first.told("name"), first.told("parent__short_name")) == (
        Unit.objects.get(name="督查科").pk, "督查科", "市委办",
    )  # fmt: skip
    assert second.told("closed_on") is None


def test_a_row_is_the_same_as_long_as_its_values_are(office: Unit) -> None:
    before = sections.told(office.name)
    assert {*before} == {*sections.told(office.name)}
    Unit.objects.filter(pk=office.pk).update(short_name="市委办（改）")
    assert {*before}.isdisjoint(sections.told(office.name))


def test_a_column_of_several_rows(office: Unit) -> None:
    rows = sections.told(office.name)
    assert column(rows, "name") == [row.told("name") for row in rows] == ["督查科", "秘书科"]
    assert column([], "name") == []
