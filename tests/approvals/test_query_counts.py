"""Pages of approvals ask the database as often for fifty papers as for five; lists are turned by keys."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.approvals.conftest import LEAVE, publish
from tests.world import CHEN_LI, HE_WEI, LI_MIN, World
from zhongshu.approvals import services
from zhongshu.approvals.models import Approval
from zhongshu.kernel.clock import now

pytestmark = pytest.mark.django_db


def hand_in(world: World, count: int) -> list[Approval]:
    values = {"subject": "印发通报", "copies": "12"}
    return [
        services.submit(
            actor=world.actor(LI_MIN, now().date()), route="leave", title=f"第{number}份", body="", values=values, at=now()
        )
        for number in range(count)
    ]  # fmt: skip


def queries(client: Client, url: str, **asked: Any) -> int:
    """How many statements a page takes once everything is warm."""
    client.get(url, asked)
    with CaptureQueriesContext(connection) as caught:
        answer = client.get(url, asked)
    assert answer.status_code == 200
    return len(caught)


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        (HE_WEI, {}),
        (LI_MIN, {"scope": "mine"}),
        (CHEN_LI, {"scope": "all"}),
        (CHEN_LI, {"scope": "all", "ended": "1"}),
    ],
    ids=["waiting", "mine", "all", "ended"],
)
def test_a_list_asks_as_often_for_many_papers_as_for_few(
    world: World, name: str, asked: dict[str, str]
) -> None:
    publish(LEAVE, at=now())
    client, url = world.client(name), reverse("approvals:papers")
    for paper in hand_in(world, 2):
        services.refuse(actor=world.actor(HE_WEI, now().date()), matter_id=paper.pk, opinion="不宜", at=now())
    hand_in(world, 3)
    few = queries(client, url, **asked)
    for paper in hand_in(world, 15):
        services.refuse(actor=world.actor(HE_WEI, now().date()), matter_id=paper.pk, opinion="不宜", at=now())
    hand_in(world, 20)
    assert queries(client, url, **asked) <= few <= 12


def test_a_paper_asks_as_often_after_many_acts_as_after_few(world: World) -> None:
    publish(LEAVE, at=now())
    (paper,) = hand_in(world, 1)
    client, url = world.client(HE_WEI), reverse("approvals:approval", args=[paper.pk])
    few = queries(client, url)
    told: dict[str, Any] = {"matter_id": paper.pk, "at": now()}
    for _round in range(6):
        services.give_back(
            actor=world.actor(HE_WEI, now().date()), target="submit", straight=False, opinion="再看", **told
        )
        services.hand_in_again(actor=world.actor(LI_MIN, now().date()), values=paper.values, **told)
        services.copy(actor=world.actor(LI_MIN, now().date()), person_ids=[world.people[CHEN_LI].pk], **told)
    assert queries(client, url) <= few <= 22


def test_the_form_of_a_verb_and_the_routes(world: World) -> None:
    publish(LEAVE, at=now())
    (paper,) = hand_in(world, 1)
    client = world.client(HE_WEI)
    assert queries(client, reverse("approvals:agreement", args=[paper.pk])) <= 22
    few = queries(client, reverse("approvals:routes"))
    assert queries(client, reverse("approvals:route", args=["leave"])) <= 34
    for number in range(12):
        publish({**LEAVE, "name": f"leave{number}"}, at=now())
    assert queries(client, reverse("approvals:routes")) <= few <= 10


def test_agreeing_reads_the_paper_once_and_asks_as_often_however_long_its_story(world: World) -> None:
    publish(LEAVE, at=now())
    early, late = hand_in(world, 2)
    told: dict[str, Any] = {"matter_id": late.pk, "at": now()}
    for _round in range(4):
        services.give_back(
            actor=world.actor(HE_WEI, now().date()), target="submit", straight=False, opinion="再看", **told
        )
        services.hand_in_again(actor=world.actor(LI_MIN, now().date()), values=late.values, **told)
    client = world.client(HE_WEI)
    client.get(reverse("approvals:agreement", args=[early.pk]))
    took = []
    for paper in (early, late):
        with CaptureQueriesContext(connection) as caught:
            answer = client.post(reverse("approvals:agreement", args=[paper.pk]), {"opinion": "同意"})
        assert answer.status_code == 303
        took.append(len(caught))
        walks = [one for one in caught.captured_queries if 'FROM "approvals_seat"' in one["sql"]]
        assert len(walks) == 1
    assert max(took) <= 42 and took[1] <= took[0]


def test_a_long_list_is_turned_by_keys_and_shows_every_paper_once(world: World) -> None:
    """Page after page, and a paper handed in meanwhile neither doubles nor hides another."""
    publish(LEAVE, at=now())
    wanted = {one.pk for one in hand_in(world, 55)}
    client, seen, after = world.client(HE_WEI), list[int](), ""
    while True:
        answer = client.get(reverse("approvals:papers"), {"after": after})
        seen += [row.ref for row in answer.context["rows"]]
        assert len(answer.context["rows"]) <= 25
        after = answer.context["found"].next_cursor
        if not after:
            break
        hand_in(world, 1)
    assert len(seen) == len(set(seen)) and wanted == set(seen)
