"""A job is carried out as its asker stands when it is done, not as he stood when he asked."""

from datetime import timedelta

import pytest

from tests.refusing import refused, untouched
from tests.world import AT, CHEN_LI, LI_MIN, TODAY, World
from zhongshu.kernel.refusals import Forbidden
from zhongshu.org.models import Duty, StandIn
from zhongshu.platform.jobs.askers import asker_of
from zhongshu.platform.jobs.models import JobRun

pytestmark = pytest.mark.django_db


def asked(world: World, name: str, acting_for: int | None = None) -> JobRun:
    return JobRun(asked_by=world.user(name).pk, acting_for=acting_for)


def test_he_acts_with_the_duties_of_the_moment(world: World) -> None:
    run = asked(world, LI_MIN)
    assert asker_of(run, AT).has_duty(Duty.SUPERVISE)
    world.people[LI_MIN].appointments.update(ends_on=TODAY)
    assert asker_of(run, AT).has_duty(Duty.SUPERVISE)
    later = asker_of(run, AT + timedelta(days=1))
    assert later.person_id == world.people[LI_MIN].pk
    assert not later.has_duty(Duty.SUPERVISE)


@pytest.mark.parametrize("fate", ["account closed", "left", "nobody"])
def test_who_has_gone_does_nothing_any_more(world: World, fate: str) -> None:
    run = asked(world, LI_MIN) if fate != "nobody" else JobRun(asked_by=None)
    if fate == "account closed":
        user = world.user(LI_MIN)
        user.is_active = False
        user.save()
    elif fate == "left":
        world.people[LI_MIN].left_on = TODAY
        world.people[LI_MIN].save()
    with untouched(), refused("asker_has_gone", Forbidden):
        asker_of(run, AT)


def test_a_stand_in_acts_only_while_he_stands_in(world: World) -> None:
    absent, deputy = world.people[CHEN_LI], world.people[LI_MIN]
    run = asked(world, LI_MIN, acting_for=absent.pk)
    with refused("asker_has_gone", Forbidden):
        asker_of(run, AT)
    StandIn.objects.create(absent=absent, stand_in=deputy, starts_on=TODAY, ends_on=TODAY)
    assert asker_of(run, AT).acting_for == absent.pk
    with refused("asker_has_gone", Forbidden):
        asker_of(run, AT + timedelta(days=1))
