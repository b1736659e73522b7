"""The due sweep turns only the lights that must change."""

from datetime import date, timedelta

import pytest

from tests.supervision import story
from tests.world import AT, World
from zhongshu.kernel.actors import SYSTEM
from zhongshu.matters import services
from zhongshu.matters.models import Light, Matter
from zhongshu.platform.jobs import schedule

pytestmark = pytest.mark.django_db


def test_lights_follow_the_days(world: World) -> None:
    matter = story.handed_over(world, due=date(2026, 9, 29)).matter
    lights = []
    for days in range(12):
        services.sweep(actor=SYSTEM, at=AT + timedelta(days=days))
        matter.refresh_from_db()
        lights.append(Light(matter.light))
    # three working days before Tue 29 September is Wed 23: the 25th to the 27th are a holiday
    assert lights == [Light.GREEN] * 5 + [Light.YELLOW] * 7
    services.sweep(actor=SYSTEM, at=AT + timedelta(days=12))
    matter.refresh_from_db()
    assert matter.light == Light.RED


def test_a_second_sweep_of_the_day_touches_nothing(world: World) -> None:
    story.handed_over(world, due=date(2026, 9, 22))
    services.sweep(actor=SYSTEM, at=AT + timedelta(days=10))
    again = services.sweep(actor=SYSTEM, at=AT + timedelta(days=10))
    assert (again.red, again.yellow, again.green) == (0, 0, 0)
    assert Matter.objects.get().light == Light.RED


def test_it_is_declared_for_every_day() -> None:
    assert "matters.sweep" in schedule.SCHEDULE
