"""On PostgreSQL search keeps no copy of what a matter says: it reads it in the matter, and finds the same."""

import pytest
from django.db import connection

from tests import world as city
from tests.migrating import laid_out_as
from tests.supervision import story
from zhongshu.kernel.text import fold
from zhongshu.matters import services as matters
from zhongshu.matters.models import Matter
from zhongshu.platform.search import queries as search

on_postgresql = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite's index keeps no text")


def copies() -> list[str | None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT body FROM search_text")
        return [body for (body,) in cursor.fetchall()]


def reworded(directive_id: int, title: str) -> None:
    matter = Matter.objects.get(pk=directive_id)
    matters.reword(matter, title=title, body=matter.body)
    matter.save()


@pytest.mark.django_db
def test_other_words_are_found_and_the_old_ones_no_longer() -> None:
    directive = story.handed_over(city.build())
    reworded(directive.pk, "整治北河排污口（ＯＦＤ版）")
    for found in ("排污口", "整治北河排污", "ofd版", "（ofd版）", "治"):
        assert search.newest(found) == [directive.pk], found
    reworded(directive.pk, "修缮水文站")
    assert search.newest("水文站") == [directive.pk]
    assert search.newest("排污口") == search.newest("ofd") == []


@on_postgresql
@pytest.mark.django_db
def test_a_matter_is_copied_only_where_the_database_would_fold_it_otherwise() -> None:
    directive = story.handed_over(city.build())
    assert copies() == [None]
    told = "ΟΔΥΣΣΕΥΣ工程"  # a sigma at the end has a small form of its own, which PostgreSQL does not know
    reworded(directive.pk, told)
    assert [fold(told) in (body or "") for body in copies()] == [True]
    assert search.newest(told) == [directive.pk]


@on_postgresql
@pytest.mark.django_db(transaction=True)
def test_nothing_is_lost_on_the_way_back_and_forth() -> None:
    directive = story.handed_over(city.build())
    matter = Matter.objects.get(pk=directive.pk)
    with laid_out_as("search", "0002_pending_list"), connection.cursor() as cursor:
        cursor.execute("SELECT body FROM search_text")
        assert [fold(matter.title) in body for (body,) in cursor.fetchall()] == [True]
    assert copies() == [None]
    assert search.newest(matter.title) == [matter.pk]
