"""The page of a route: its files for other programs, an import, putting it in force and out of it again."""

import json
from typing import Any

import pytest
from django.test import Client

from tests.approvals.conftest import LEAVE
from tests.world import HE_WEI, LI_MIN, World
from zhongshu.approvals.models import Route
from zhongshu.org.models import Appointment, Duty

pytestmark = pytest.mark.django_db
PAGE = "/approvals/routes/trip/"
TRIP = {**LEAVE, "name": "trip"}


@pytest.fixture
def keeper(world: World) -> Client:
    """何伟 keeps routes, too."""
    post = Appointment.objects.get(person=world.people[HE_WEI]).post
    post.duties = [*post.duties, str(Duty.KEEP_ROUTES)]
    post.save()
    return world.client(HE_WEI)


@pytest.fixture
def published(keeper: Client) -> Client:
    """What 何伟 brought in from a file is in force."""
    keeper.post("/approvals/routes/import/", {"text": json.dumps(TRIP)})
    assert keeper.post(f"{PAGE}publication/").status_code == 303
    return keeper


def text(answer: Any) -> str:
    return str(answer.content.decode())


def test_what_is_given_out_can_be_brought_in_again(published: Client) -> None:
    given = published.get(f"{PAGE}1/json/")
    assert "trip-v1.json" in given["Content-Disposition"]
    assert [field["label"] for field in json.loads(given.content)["fields"]] == ["用印事由", "份数"]
    assert published.post("/approvals/routes/import/", {"text": text(given)}).status_code == 303
    assert published.get(f"{PAGE}2/json/").content == given.content
    assert b"<bpmn" in published.get(f"{PAGE}1/bpmn/").content
    for missing in ("3/json/", "1/xml/"):
        assert published.get(f"{PAGE}{missing}").status_code == 404


def test_a_new_version_begins_with_the_text_of_the_old(published: Client) -> None:
    page = published.get("/approvals/routes/import/?from=trip")
    given = published.get(f"{PAGE}1/json/")
    assert json.loads(page.context["form"]["text"].value()) == json.loads(given.content)
    assert published.get("/approvals/routes/import/?from=nowhere").status_code == 404


def test_it_is_withdrawn_with_a_reason_and_by_its_keeper(world: World, published: Client) -> None:
    assert published.post(f"{PAGE}withdrawal/", {"reason": " "}).status_code == 422
    assert world.client(LI_MIN).post(f"{PAGE}withdrawal/", {"reason": "改用新路线"}).status_code == 403
    assert Route.objects.get(name="trip").withdrawn_at is None
    done = published.post(f"{PAGE}withdrawal/", {"reason": "改用新路线"}, follow=True)
    assert "已停用" in text(done)
    assert Route.objects.get(name="trip").withdrawn_at is not None
