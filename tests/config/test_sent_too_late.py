"""What is sent after the session has ended, or from a page too old, is not lost: it is offered again to its owner."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.platform.accounts.conftest import PASSWORD
from tests.world import HE_WEI, LI_MIN, World
from zhongshu.platform.accounts import services
from zhongshu.supervision.models import Intake

pytestmark = pytest.mark.django_db
HERE = {"HTTP_ORIGIN": "http://testserver", "HTTP_REFERER": "http://testserver/supervision/intakes/new/?x=1"}
SAID = "由市财政局牵头，月底前完成预算调整。"
PATH = "/supervision/intakes/new/"


def grown_old(client: Client, **past: float) -> None:
    """Some time ago the browser was last seen, or entered (``since``)."""
    client.get("/")
    session = client.session
    for name, hours in past.items():
        session[name] = (datetime.fromisoformat(session[name]) - timedelta(hours=hours)).isoformat()
    session.save()


def sent(world: World, **more: Any) -> dict[str, Any]:
    unit = world.units["SWB-DC"].pk
    return {"title": "纪要", "text": SAID, "origin": "meeting", "unit_id": unit, "once": "a1", **more}


def enter(client: Client, world: World, name: str) -> str:
    """In again by the one-click door; where it leads."""
    user = world.user(name)
    user.password = services.hashed(PASSWORD)
    user.save()
    answer = client.post("/enter/", {"username": user.username, "password": PASSWORD, "next": PATH})
    return str(answer.headers["Location"])


@pytest.mark.parametrize("past", [{"seen_at": 1}, {"seen_at": 14, "since": 14}, {"since": 13}])
def test_a_form_sent_too_late_is_offered_after_entering(world: World, past: dict[str, float]) -> None:
    client = world.client(LI_MIN)
    grown_old(client, **past)
    answer = client.post(PATH, sent(world), **HERE)
    assert answer.headers["Location"] == "/enter/?next=%2Fsupervision%2Fintakes%2Fnew%2F%3Fx%3D1"
    assert "刚才填写的内容留着" in client.get(answer.headers["Location"]).content.decode()
    assert enter(client, world, LI_MIN) == "/enter/left-over/"
    offered = client.get("/enter/left-over/").content.decode()
    assert f'name="text" value="{SAID}"' in offered
    assert f'action="{PATH}"' in offered
    assert client.post(PATH, sent(world), **HERE).headers["Location"].startswith("/supervision/intakes/")
    assert Intake.objects.get().text == SAID
    assert client.get("/enter/").headers["Location"] == "/"  # offered once


def test_somebody_else_is_not_shown_it(world: World) -> None:
    client = world.client(LI_MIN)
    grown_old(client, seen_at=1)
    client.post(PATH, sent(world), **HERE)
    assert enter(client, world, HE_WEI) == PATH
    assert client.get("/enter/left-over/").headers["Location"] == "/enter/"


def test_files_are_chosen_anew_and_named(world: World) -> None:
    client = world.client(LI_MIN)
    grown_old(client, seen_at=1)
    client.post(PATH, sent(world, file=SimpleUploadedFile("纪要.txt", SAID.encode())), **HERE)
    enter(client, world, LI_MIN)
    assert "附件“纪要.txt”要重新选一次" in client.get("/enter/left-over/").content.decode()


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", ""])
def test_what_another_site_sends_is_not_kept(world: World, origin: str) -> None:
    client = world.client(LI_MIN)
    grown_old(client, seen_at=1)
    client.post(PATH, sent(world), HTTP_ORIGIN=origin)
    assert enter(client, world, LI_MIN) == PATH


def test_a_page_drawn_before_entering_anew_loses_nothing(world: World) -> None:
    client = world.client(LI_MIN)
    client.handler.enforce_csrf_checks = True
    answer = client.post(PATH, sent(world), **HERE)
    assert answer.status_code == 403
    assert SAID in answer.content.decode()
    assert not Intake.objects.exists()
    elsewhere = client.post(PATH, sent(world), HTTP_ORIGIN="https://elsewhere.example")
    assert (elsewhere.status_code, SAID in elsewhere.content.decode()) == (403, False)
    assert client.post("/enter/", {"username": "limin", "password": "x"}).headers["Location"] == "/enter/"


def test_a_part_of_a_page_goes_to_the_door_as_a_whole(world: World) -> None:
    client = world.client(LI_MIN)
    grown_old(client, seen_at=1)
    told = {"HTTP_HX_REQUEST": "true", "HTTP_HX_CURRENT_URL": "http://testserver/supervision/?light=red"}
    answer = client.get("/supervision/", **told)
    assert answer.headers["HX-Redirect"] == "/enter/?next=%2Fsupervision%2F%3Flight%3Dred"
