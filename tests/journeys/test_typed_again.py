"""No answer, an error of ours, a busy database: what was typed is there again and goes out once."""

from collections.abc import Callable

import pytest
from django.db import OperationalError
from playwright.sync_api import Locator, Page, Route, expect
from psycopg.errors import LockNotAvailable

from tests.journeys.steps import press, title, told
from tests.supervision.pages.steps import open_one
from tests.world import WANG_JIANPING, World
from zhongshu.platform.journal.models import Entry
from zhongshu.supervision.services import trail

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Seat = Callable[..., Page]
DONE_SO_FAR = "已完成摸底，共42个小区。"


def locked(*_told: object, **_facts: object) -> None:
    """What PostgreSQL says after its lock_timeout; SQLite's own is tried in tests/config/test_failures.py."""
    raise OperationalError("canceling statement due to lock timeout") from LockNotAvailable()


def reporting(seat: Seat, world: World, **options: bool) -> tuple[Page, Locator, str]:
    """王建平 has written what he did into the form of progress: his page, the box, the address."""
    wang = seat(WANG_JIANPING, f"/supervision/{open_one(world).pk}/", **options)
    press(wang, "签收")
    press(wang, "回告进展")
    box = wang.get_by_role("textbox", name="进展")
    box.fill(DONE_SO_FAR)
    return wang, box, wang.url


def reported_once(wang: Page, box: Locator, form: str) -> None:
    """It stands there again, goes out once, and is not there a second time."""
    expect(wang.locator("#toasts")).to_contain_text("您填的内容放回来了")
    expect(box).to_have_value(DONE_SO_FAR)
    press(wang, "回告进展")
    expect(wang.locator("main")).to_contain_text(DONE_SO_FAR)
    assert Entry.objects.filter(verb="supervision.reported").count() == 1
    wang.goto(form)
    expect(box).to_have_value("")


@pytest.mark.parametrize("arrived", [False, True], ids=["nothing arrived", "the answer was lost"])
def test_what_was_typed_is_there_again_when_no_answer_came(
    seat: Seat, world: World, console: list[str], arrived: bool
) -> None:
    """The net is up, the house or what stands before it is not; what did arrive is not done twice."""

    def lost(route: Route) -> None:
        if route.request.method != "POST":
            route.continue_()
            return
        if arrived:
            route.fetch(max_redirects=0)
        route.abort()

    wang, box, form = reporting(seat, world)
    wang.route("**/*", lost)
    with wang.expect_event("requestfailed"):
        press(wang, "回告进展")
    wang.wait_for_url("chrome-error://**")
    wang.unroute_all()
    console.clear()  # the browser says itself that nobody answered
    wang.goto(form)
    reported_once(wang, box, form)


def test_what_was_typed_is_there_again_after_an_error_of_ours(
    seat: Seat, world: World, console: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page of the error tells to go back, and that what was filled in is still there."""

    def broken(*_told: object, **_facts: object) -> None:
        raise RuntimeError

    wang, box, form = reporting(seat, world)
    with monkeypatch.context() as patched:
        patched.setattr(trail, "keep", broken)
        press(wang, "回告进展")
        title(wang, "系统出了错")
    console.clear()  # the browser notes the answer 500
    wang.goto(form)
    reported_once(wang, box, form)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_busy_database_gives_back_what_was_typed_to_be_sent_again(
    seat: Seat, world: World, console: list[str], monkeypatch: pytest.MonkeyPatch, script: bool
) -> None:
    """The page says that nothing was saved; from it, or from the form again, it goes out once."""

    wang, box, form = reporting(seat, world, java_script_enabled=script)
    with monkeypatch.context() as patched:
        patched.setattr(trail, "keep", locked)
        press(wang, "回告进展")
        title(wang, "现在办不了")
        told(wang, "什么都没有保存")
        told(wang, DONE_SO_FAR)
        press(wang, "再提交一次")
        title(wang, "现在办不了")
        told(wang, DONE_SO_FAR)
    assert not Entry.objects.filter(verb="supervision.reported").exists()
    press(wang, "再提交一次")
    title(wang, "完成老旧小区改造方案编制")
    told(wang, DONE_SO_FAR)
    console.clear()  # the browser notes the answers 503
    assert Entry.objects.filter(verb="supervision.reported").count() == 1
    wang.goto(form)
    expect(box).to_have_value("")


def test_whoever_goes_back_from_a_busy_database_finds_what_was_typed(
    seat: Seat, world: World, console: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    wang, box, form = reporting(seat, world)
    with monkeypatch.context() as patched:
        patched.setattr(trail, "keep", locked)
        press(wang, "回告进展")
        title(wang, "现在办不了")
        press(wang, "不提交，回到原来的页面")
    console.clear()  # the browser notes the answer 503
    reported_once(wang, box, form)
