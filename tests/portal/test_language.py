"""The language belongs to the person: chosen once, kept on the device, never guessed from the browser."""

from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from tests.world import CHEN_LI, World
from zhongshu.kernel.language import on_record

ENGLISH = {"language": "en", "next": "/"}


def test_pages_are_chinese_whatever_the_browser_wishes(world: World) -> None:
    page = world.client(CHEN_LI).get("/preferences/", headers={"Accept-Language": "en-US,en"})
    assert page.headers["Content-Language"] == "zh-hans"
    assert '<html lang="zh-CN"' in page.content.decode()


def test_who_chooses_english_reads_english(world: World) -> None:
    client = world.client(CHEN_LI)
    client.post("/look/preferences/", ENGLISH)
    page = client.get("/preferences/").content.decode()
    assert '<html lang="en"' in page
    assert "<h1>Preferences</h1>" in page


def test_an_unknown_language_changes_nothing(world: World) -> None:
    client = world.client(CHEN_LI)
    client.post("/look/preferences/", {"language": "tlh", "next": "/"})
    assert "<h1>偏好</h1>" in client.get("/preferences/").content.decode()


def test_the_door_can_be_read_before_entering(db: None) -> None:
    client = Client()
    assert 'value="en" lang="en"' in client.get("/enter/").content.decode()
    client.post("/look/preferences/", {"language": "en", "next": "/enter/"})
    door = client.get("/enter/").content.decode()
    assert "Sign in" in door
    assert 'value="zh-hans" lang="zh-CN"' in door


def test_a_refusal_speaks_the_language_of_the_page(world: World) -> None:
    client = world.client(CHEN_LI)
    client.post("/look/preferences/", ENGLISH)
    page = client.get(reverse("supervision:directive", args=[999999]))
    assert page.status_code == 404
    assert "There is no such matter, or it is outside what you may know." in page.content.decode()


def test_programs_ask_for_a_language_in_the_header(db: None) -> None:
    asked = {"Accept-Language": "en"}
    assert Client().get("/api/v1/me", headers=asked).json()["title"].startswith("No valid token")
    assert Client().get("/api/v1/me").json()["title"].startswith("没有有效的令牌")


def test_what_is_written_down_stays_in_the_language_of_the_office() -> None:
    with override("en"):
        assert on_record("请您经办：%(title)s") == "请您经办：%(title)s"
