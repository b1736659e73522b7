"""On a phone there is no side column: one page holds all that it holds."""

import re

import pytest

from tests.world import CHEN_LI, HAN_BING, LI_MIN, SHEN_JING, WANG_JIANPING, World


def _links(page: str, mark: str) -> list[str]:
    found = re.search(mark + r"(.*?)</nav>", page, re.S)
    return re.findall(r'<a [^>]*href="([^"]+)"', found[1]) if found else []


@pytest.mark.parametrize("who", [LI_MIN, CHEN_LI, WANG_JIANPING, SHEN_JING, HAN_BING])
def test_whatever_stands_in_the_side_column_is_reached_from_the_phone(world: World, who: str) -> None:
    page = world.client(who).get("/more/").content.decode()
    side, main = _links(page, '<div class="side">'), page.split("<main", 1)[1].split("</main>", 1)[0]
    assert side
    assert not [one for one in side if f'href="{one}"' not in main]
    assert "退出" in main


@pytest.mark.parametrize("who", [LI_MIN, CHEN_LI])
def test_the_bar_of_the_phone_has_room_for_five_and_ends_with_the_rest(world: World, who: str) -> None:
    bar = _links(world.client(who).get("/more/").content.decode(), '<nav class="tabbar"')
    assert len(bar) == 5
    assert bar[-1] == "/more/"
