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
    monkeypatch.setattr(menu, "_registry", menu.Registry())
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
    assert [link.code for group in look(LI_MIN).menu.side for link in group.links] == ["ledger", "kit"]
    assert [link.code for group in look(MA_HONG).menu.side for link in group.links] == ["kit"]
    assert look(MA_HONG).menu.phone == []


def test_whoever_has_not_entered_sees_nothing() -> None:
    assert not look(None).menu.side
    assert not look(None).menu.slots


def test_single_links_stand_in_their_slots() -> None:
    assert look(LI_MIN).menu.slots["search"].url == "/look/kit/"


def test_the_page_one_is_on_is_marked_by_its_address() -> None:
    assert look(LI_MIN, "/look/kit/").here == "kit"
    assert look(LI_MIN, "/look/preferences/7/").here == "ledger"
    assert look(LI_MIN, "/elsewhere/").here == ""


def test_a_badge_gives_its_number_to_the_phone() -> None:
    badge = look(LI_MIN).menu.phone[0].badge
    assert badge is not None
    assert badge.number == "4"


def test_counts_are_of_this_moment_and_the_rest_is_drawn_up_once() -> None:
    waiting = ["1 逾期"]
    menu.register(
        menu.Entry("ledger", "督查督办", "book", "ui:kit", badge=lambda _: menu.Badge(waiting[0])),
    )
    first = look(LI_MIN).menu
    assert look(LI_MIN).menu is first
    waiting[0] = "2 逾期"
    assert [link.badge.number for link in look(LI_MIN).menu.side[0].links if link.badge] == ["2"]


def test_what_is_registered_later_is_seen_by_who_came_before() -> None:
    assert look(MA_HONG).menu.create == []
    menu.register(menu.Entry("new", "督办事项", "plus", "ui:kit", group="create"))
    assert [link.code for link in look(MA_HONG).menu.create] == ["new"]


def test_an_unknown_group_is_refused_at_start_up() -> None:
    with pytest.raises(ValueError, match="nowhere"):
        menu.register(menu.Entry("a", "甲", "book", "ui:kit", group="nowhere"))
