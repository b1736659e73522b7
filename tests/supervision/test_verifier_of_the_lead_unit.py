"""Who belongs to the unit that undertakes a matter never verifies it, in whoever's name he acts (law 3, D-18)."""

import pytest

from tests.org.town import AT, TODAY, Town, acts_for
from zhongshu.matters.models import Group, Matter
from zhongshu.org import queries as org
from zhongshu.org.models import Unit
from zhongshu.supervision import policies
from zhongshu.supervision.models import Directive, Origin


@pytest.fixture
def town(db: None) -> Town:
    """澄江, with everybody at work."""
    return Town()


def led_by(town: Town, unit: Unit) -> Directive:
    """A matter of the office that ``unit`` undertakes."""
    matter = Matter.objects.create(
        kind="directive", state="reviewing", group=Group.OPEN, title="档案室改造", organ=town.office,
        unit=town.supervision, lead_unit=unit, current_due=TODAY, opened_at=AT,
    )  # fmt: skip
    return Directive.objects.create(matter=matter, origin=Origin.MEETING, source_title="纪要")


def test_a_supervisor_of_another_unit_may(town: Town) -> None:
    assert policies.may_verify(org.actor_of(town.li, TODAY), led_by(town, town.secretariat))


def test_a_stand_in_from_the_lead_unit_may_not(town: Town) -> None:
    acts_for(town.sun, town.li)
    sun_for_li = org.actor_standing_in(town.sun, town.li.pk, TODAY)
    assert sun_for_li is not None
    assert not policies.may_verify(sun_for_li, led_by(town, town.secretariat))
    assert policies.may_verify(sun_for_li, led_by(town, town.finance))
