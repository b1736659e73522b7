"""A grant is known by whom and what: once and no more, in an old layout and in ours."""

import pytest
from django.db import IntegrityError, connection

from tests import world as city
from tests.migrating import laid_out_as
from tests.supervision import story
from zhongshu.kernel import writing
from zhongshu.matters.models import Grant, Matter, TallyChange
from zhongshu.matters.services import draw_in, make_known


def kept() -> set[tuple[object, ...]]:
    return set(Grant.objects.values_list("principal", "matter_id", "origin", "at"))


@pytest.mark.django_db(transaction=True)
def test_who_knows_of_what_is_the_same_on_the_way_back_and_forth() -> None:
    directive = story.handed_over(city.build())
    before = kept()
    assert len(before) > 2
    with laid_out_as("matters", "0006_same_title"):
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(DISTINCT id) FROM matters_grant")
            assert cursor.fetchone() == (len(before),)
        assert kept() == before
    assert kept() == before
    noted = TallyChange.objects.count()
    Matter.objects.filter(pk=directive.pk).update(waits_for="money")
    assert TallyChange.objects.count() == noted + 2, "the running totals still hear of every change"


@pytest.mark.django_db
def test_somebody_knows_of_a_matter_once_and_for_the_first_reason() -> None:
    directive = story.handed_over(city.build())
    for origin in ("copied", "instructed"):
        make_known(directive.pk, ["p:4711"], origin=origin, at=city.AT)
    assert [one.origin for one in Grant.objects.filter(principal="p:4711")] == ["copied"]
    with pytest.raises(IntegrityError):
        writing.insert(Grant(matter_id=directive.pk, principal="p:4711", origin="copied", at=city.AT))


@pytest.mark.django_db
def test_what_was_let_known_is_drawn_in_again() -> None:
    directive = story.handed_over(city.build())
    before = kept()
    make_known(directive.pk, ["p:4711", "u:4712"], origin="copied", at=city.AT)
    draw_in(directive.pk, origin="copied", given_at=city.AT)
    assert kept() == before
