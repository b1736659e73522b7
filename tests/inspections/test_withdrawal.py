"""A designation (D-05) is taken back with a reason, while no inspection on it has begun."""

import pytest
from django.db import IntegrityError, transaction

from tests.inspections.test_planning import by_finance, designation
from tests.refusing import refused, untouched
from tests.world import AT, CHEN_LI, HE_WEI, ZHENG_GUODONG, World
from zhongshu.inspections import queries, services
from zhongshu.inspections.models import Designation, Inspection, State
from zhongshu.kernel.refusals import Conflict, Forbidden
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.notify.models import Notice

pytestmark = pytest.mark.django_db
WHY = "改由审计部门负责。"


def withdrawn(world: World, one: Designation, *, by: str = CHEN_LI, reason: str = WHY) -> Designation:
    return services.withdraw_designation(actor=world.actor(by), designation_id=one.pk, reason=reason, at=AT)


def test_D_05_what_is_taken_back_bears_no_inspection(world: World) -> None:
    one = withdrawn(world, designation(world))
    assert not queries.in_force(world.actor(ZHENG_GUODONG), AT.date()).exists()
    with refused("designation_withdrawn", match=WHY) as no:
        by_finance(world, designation_id=one.pk)
    assert no.value.rule == "D-05"
    assert journal.timeline(one.stream)[0].verb == "inspections.designation_withdrawn"
    assert Notice.objects.filter(subject=one.stream, text__contains=WHY).exists()


def test_a_plan_on_it_is_not_approved_any_more(world: World) -> None:
    one = designation(world)
    plan = by_finance(world, designation_id=one.pk)
    withdrawn(world, one)
    plan = Inspection.objects.select_related("matter").get(pk=plan.pk)
    assert plan.state == State.DECLINED and WHY in plan.reason


def test_nothing_is_taken_back_once_an_inspection_has_begun(world: World) -> None:
    one = designation(world)
    begun = by_finance(world, designation_id=one.pk)
    services.approve(
        actor=world.actor(HE_WEI), matter_id=begun.pk, leader_id=world.people[ZHENG_GUODONG].pk, at=AT
    )
    with refused("inspection_has_begun", Conflict), untouched():
        withdrawn(world, one)


def test_by_who_designates_once_and_with_a_reason(world: World) -> None:
    one = designation(world)
    with refused("not_an_approver", Forbidden):
        withdrawn(world, one, by=ZHENG_GUODONG)
    with refused("no_reason") as no:
        withdrawn(world, one, reason=" ")
    assert set(no.value.fields) == {"reason"}
    withdrawn(world, one)
    with refused("designation_withdrawn", Conflict):
        withdrawn(world, one)


def test_the_database_knows_none_without_a_reason(world: World) -> None:
    one = designation(world)
    one.withdrawn_at = AT
    with pytest.raises(IntegrityError), transaction.atomic():
        one.save()
