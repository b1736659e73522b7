"""Minutes whose receiver is away: the card offers who may take it instead, in one press, and keeps what was chosen."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from tests.supervision.pages.steps import bring_in, filled, today, written
from tests.world import HE_WEI, LI_MIN, WANG_JIANPING, World

from zhongshu.matters.models import Assignment, Matter
from zhongshu.org.models import Leave
from zhongshu.supervision.models import Intake

pytestmark = pytest.mark.django_db


def minutes_for_the_absent(world: World) -> Intake:
    """One duty of the unit whose only receiver is on leave, and beside it one that nothing stands in the way of."""
    Leave.objects.create(
        person=world.people[WANG_JIANPING], starts_on=today(), ends_on=today() + timedelta(days=7)
    )
    day = written(today() + timedelta(days=30))
    return bring_in(
        world, f"由市发展改革委牵头，{day}前完成改造方案编制。南湖县{day}前完成三座水库除险加固。"
    )


def send(world: World, intake: Intake, **changes: object) -> tuple[int, str]:
    here, client = reverse("supervision:intake", args=[intake.pk]), world.client(LI_MIN)
    page = filled(client.get(here).content.decode())
    answer = client.post(here, page | {"approver_id": str(world.people[HE_WEI].pk)} | changes)
    return answer.status_code, answer.content.decode()


def test_the_card_offers_who_may_take_it_and_a_press_opens_all(world: World) -> None:
    intake = minutes_for_the_absent(world)
    status, html = send(world, intake)
    assert status == 422
    assert not Matter.objects.exists()
    name, person, words = re.findall(
        r'<button class="btn" name="(\w+-instead_ids)" value="(\d+)">(\S+?)</button>', html
    )[0]
    assert words.startswith("交") and words.endswith("代办")
    status, _html = send(world, intake, **{name: person})
    assert status == 303
    held = Assignment.objects.filter(holder_person_id=int(person))
    assert held.exists()
    assert Matter.objects.count() == 2


def test_what_was_chosen_is_kept_while_another_card_is_put_right(world: World) -> None:
    intake = minutes_for_the_absent(world)
    _status, html = send(world, intake)
    name, person = re.findall(r'name="(\w+-instead_ids)" value="(\d+)"', html)[0]
    other = "f2" if name.startswith("f1") else "f1"
    status, html = send(world, intake, **{name: person, f"{other}-action": " "})
    assert status == 422
    assert re.search(rf'<input type="hidden" name="{name}" value="{person}"', html)
