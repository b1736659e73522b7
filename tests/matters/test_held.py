"""Law 1 is looked at every night: what nobody holds is named on the page of jobs."""

import pytest

from tests.refusing import refused
from tests.supervision import story
from tests.world import AT, World
from zhongshu.matters import jobs, queries
from zhongshu.matters.models import Assignment
from zhongshu.platform.jobs.schedule import SCHEDULE

pytestmark = pytest.mark.django_db


def test_nothing_is_said_while_everything_has_a_holder(world: World) -> None:
    story.handed_over(world)
    assert jobs.held(AT) == 0
    assert SCHEDULE["matters.held"].daily is not None


def test_what_lost_its_holder_past_all_services_is_named(world: World) -> None:
    lost, kept = story.handed_over(world), story.handed_over(world, title="修订防汛预案")
    Assignment.objects.filter(matter_id=lost.pk).update(done_at=AT)
    assert list(queries.orphans()) == [lost.matter]
    with refused("nobody_holds_it") as caught:
        jobs.held(AT)
    assert lost.matter.number in str(caught.value) and kept.matter.number not in str(caught.value)
