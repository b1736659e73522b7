"""The menu shows each person what that person may reach."""

from collections.abc import Iterator

import pytest
from django.test import RequestFactory

from zhongshu.kernel.actors import Actor
from zhongshu.ui import menu
from zhongshu.ui.context import Look

LI_MIN = Actor(person_id=1, name="李敏", duties=frozenset({("supervise", 1)}))
MA_HONG = Actor(person_id=2, name="马红")


@pytest.fixture(autouse=True)
def registry(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(menu, "_entries", {})
    monkeypatch.setattr(menu, "_providers", {})
    menu.register(
        menu.Entry("kit", "组件", "book", "ui:kit", group="settings", order=5),
        menu.Entry(
            "ledger", "督查督办", "clipboard-list", "ui:preferences", phone=1,
            visible=lambda actor: actor.has_duty("supervise"), badge=lambda _: menu.Badge("4 逾期"),
        ),
        menu.Entry("search", "搜索", "search", "ui:kit", group="search"),
    )  # fmt: skip
    yield


def look(actor: Actor | None, path: str = "/") -> Look:
    request = RequestFactory().get(path)
    request.actor = actor  # type: ignore[attr-defined]
    return Look(request)


def test_only_what_a_person_may_reach() -> None:
    assert [link.code for group in look(LI_MIN).side for link in group.links] == ["ledger", "kit"]
    assert [link.code for group in look(MA_HONG).side for link in group.links] == ["kit"]
    assert look(MA_HONG).phone == []


def test_whoever_has_not_entered_sees_nothing() -> None:
    assert look(None).side == []
    assert look(None).slots == {}


def test_single_links_stand_in_their_slots() -> None:
    assert look(LI_MIN).slots["search"].url == "/look/kit/"


def test_the_page_one_is_on_is_marked_by_its_address() -> None:
    assert look(LI_MIN, "/look/kit/").here == "kit"
    assert look(LI_MIN, "/look/preferences/7/").here == "ledger"
    assert look(LI_MIN, "/elsewhere/").here == ""


def test_a_badge_gives_its_number_to_the_phone() -> None:
    badge = look(LI_MIN).phone[0].badge
    assert badge is not None
    assert badge.number == "4"


def test_a_person_has_own_links() -> None:
    menu.provide("saved", lambda actor: [menu.Link("mine", f"{actor.name}的筛选", "bookmark", "/x/")])
    assert [str(group.links[0].title) for group in look(MA_HONG).side if group.title == "我的筛选"] == [
        "马红的筛选"
    ]


def test_an_unknown_group_is_refused_at_start_up() -> None:
    with pytest.raises(ValueError, match="nowhere"):
        menu.register(menu.Entry("a", "甲", "book", "ui:kit", group="nowhere"))
