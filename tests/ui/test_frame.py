"""The frame is remembered for what it shows; token and address are each request's own."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import RequestFactory
from django.utils import translation

from zhongshu.kernel.actors import Actor
from zhongshu.ui import menu, partials
from zhongshu.ui.parts import Tab
from zhongshu.ui.templatetags.ui import tabs

LI_MIN = Actor(person_id=1, name="李敏<b>", duties=frozenset({("supervise", 1)}))
MA_HONG = Actor(person_id=2, name="马红", acting_for=1, acting_for_name="李敏")
UNREAD: dict[int | None, str] = {}


@pytest.fixture(autouse=True)
def registry(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(menu, "_registry", menu.Registry())
    UNREAD.clear()
    menu.register(
        menu.Entry("kit", "组件", "book", "ui:kit", group="settings", key="k", words="zj", phone=1),
        menu.Entry("log_out", "退出", "logout", "ui:preferences", group="log_out"),
        menu.Entry("new", "督办事项", "plus", "ui:kit", group="create", visible=lambda one: one.has_duty("supervise")),
        menu.Entry("notices", "消息", "bell", "ui:keys", group="inbox", badge=_unread),
    )  # fmt: skip
    yield


def _unread(actor: Actor) -> menu.Badge | None:
    told = UNREAD.get(actor.person_id)
    return menu.Badge(told, f"{told} 条未读") if told else None


def drawn(actor: Actor, path: str = "/", token: str = "t1", look: str = "") -> str:
    request: Any = RequestFactory().get(path)
    request.actor, request.COOKIES["zs-look"] = actor, look
    return partials.render("ui/base.html", {"csrf_token": token}, request).decode()


def test_each_request_has_its_own_token_and_address() -> None:
    first, second = drawn(LI_MIN, "/a/?q=1&n=2", "abc"), drawn(LI_MIN, "/b/", "xyz")
    assert first.count('value="abc"') == second.count('value="xyz"') == 2
    assert "abc" not in second
    assert 'name="next" value="/a/?q=1&amp;n=2"' in first
    assert 'name="next" value="/b/"' in second
    assert '"X-CSRFToken":"abc"' in first and '"X-CSRFToken":"xyz"' in second


def test_a_head_shows_its_own_person_only() -> None:
    for _turn in range(2):
        own, other = drawn(LI_MIN), drawn(MA_HONG)
        assert "李敏&lt;b&gt;" in own
        assert "督办事项" in own
        assert "马红" in other
        assert "代 李敏" in other
        assert "督办事项" not in other
        assert "&lt;b&gt;" not in other


def test_a_count_is_seen_when_it_changes() -> None:
    assert "条未读" not in drawn(LI_MIN)
    UNREAD[1] = "3"
    assert "3 条未读" in drawn(LI_MIN)
    assert "条未读" not in drawn(MA_HONG)
    UNREAD[1] = "4"
    assert "4 条未读" in drawn(LI_MIN)


def test_where_one_is_is_marked() -> None:
    assert drawn(LI_MIN, "/look/kit/").count('aria-current="page"') == 2
    assert 'aria-current="page"' not in drawn(LI_MIN, "/elsewhere/")


def test_the_letter_size_is_the_devices_and_the_language_the_persons() -> None:
    assert 'value="xlarge"' in drawn(LI_MIN, look="size=large")
    assert 'value="large"' in drawn(LI_MIN)
    with translation.override("en"):
        assert "新建" not in drawn(LI_MIN)
    assert "新建" in drawn(LI_MIN)


def test_people_who_may_reach_the_same_share_a_menu() -> None:
    zhou_ning = Actor(person_id=3, name="周宁")
    assert menu.menu_of(zhou_ning) is menu.menu_of(MA_HONG)
    assert menu.menu_of(LI_MIN) is not menu.menu_of(MA_HONG)


def test_the_demonstration_says_so(settings: Any) -> None:
    assert "演示数据" not in drawn(LI_MIN)
    settings.DEMO = True
    assert "演示数据" in drawn(LI_MIN)


def test_tabs_are_drawn_once_and_say_what_they_are_told() -> None:
    boxes = [Tab("待办 & <b>", "?box=todo&x=1", 3, True), Tab("已办", "?box=done")]
    shown = tabs(boxes, "四箱", "boxes")
    assert shown is tabs(boxes, "四箱", "boxes")
    assert (
        'href="?box=todo&amp;x=1" aria-current="page">待办 &amp; &lt;b&gt; <span class="n">3</span>' in shown
    )
    assert tabs(boxes[::-1], "四箱", "boxes") != shown
