import pytest

from tests.world import CHEN_LI, NOBODY, SUN_YAO, World
from zhongshu.portal.views.helping import TOPICS


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_has_its_page(world: World, topic: str) -> None:
    page = world.client(SUN_YAO).get(f"/help/{topic}/").content.decode()
    assert f"<h2>{TOPICS[topic]}</h2>" in page
    assert page.count('aria-current="page"') >= 1


def test_an_unknown_topic_does_not_exist(world: World) -> None:
    assert world.client(SUN_YAO).get("/help/secrets/").status_code == 404


def test_help_and_preferences_are_for_those_who_have_entered(world: World) -> None:
    for path in ("/help/", "/preferences/", "/search/", "/leader/"):
        assert world.client(NOBODY).get(path).status_code == 302


def test_preferences_show_what_is_chosen(world: World) -> None:
    client = world.client(CHEN_LI)
    client.post("/look/preferences/", {"size": "large", "next": "/preferences/"})
    page = client.get("/preferences/").content.decode()
    assert 'value="large" aria-pressed="true"' in page
    assert 'value="standard" aria-pressed="false"' in page


def test_the_language_can_be_switched(world: World) -> None:
    client = world.client(CHEN_LI)
    answer = client.post("/look/preferences/", {"language": "en", "next": "/preferences/"})
    assert answer.status_code == 302
    page = client.get("/preferences/").content.decode()
    assert 'value="en" lang="en" aria-pressed="true"' in page
