"""An address that only a button leads to says so when it is opened by itself; programs are told which way to take."""

import pytest

from tests.world import HAN_BING, LI_MIN, World

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/journal/verify/", "/enter/leave/"])
def test_the_page_says_what_to_do(world: World, path: str) -> None:
    answer = world.client(HAN_BING).get(path)
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")
    assert "回到办这件事的页面" in answer.content.decode()


def test_a_program_is_told_the_way(world: World) -> None:
    answer = world.client(LI_MIN).get("/api/v1/intakes")
    assert (answer.status_code, answer.json()["code"]) == (405, "method_not_allowed")
    assert answer.headers["Allow"] in answer.json()["detail"]
