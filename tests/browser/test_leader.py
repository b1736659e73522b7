"""The leader with a phone in one hand, and the clerk who knows the number."""

import pytest
from playwright.sync_api import expect
from tests.conftest import Seat
from tests.matrix.handed import signed
from tests.world import CHEN_LI, LI_MIN, World

from zhongshu.matters.models import Matter
from zhongshu.supervision.models import Directive

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE = {"viewport": {"width": 390, "height": 844}}


def instructed(world: World) -> Directive:
    directive = signed(world)
    directive.instructed_by = world.people[CHEN_LI]
    directive.save()
    return directive


def test_from_today_to_the_present_holder_in_two_taps(world: World, seat: Seat) -> None:
    instructed(world)
    page = seat(CHEN_LI, **PHONE)
    bar = page.get_by_role("navigation", name="底部导航")
    bar.get_by_role("link", name="待批").click()
    bar.get_by_role("link", name="督办").click()
    expect(page.get_by_text("市发展改革委 王建平")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_from_his_instructions_to_who_is_stuck_and_with_whom_in_two_taps(world: World, seat: Seat) -> None:
    directive = instructed(world)
    Matter.objects.filter(pk=directive.pk).update(waits_for="nobody")
    page = seat(CHEN_LI, "/leader/", **PHONE)
    taps = 0
    for name in ("督办", "卡住的 1"):
        page.get_by_role("link", name=name).first.click()
        taps += 1
    expect(page.get_by_text("市发展改革委 王建平")).to_be_visible()
    expect(page.get_by_text("无人推进")).to_be_visible()
    assert taps <= 2
    page.goto("/")
    page.get_by_role("link", name="看谁卡住了").click()
    expect(page.get_by_text("市发展改革委 王建平")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_an_instruction_is_a_phrase_and_a_tap(world: World, seat: Seat) -> None:
    directive = instructed(world)
    page = seat(CHEN_LI, "/leader/?tab=instructed", **PHONE)
    page.get_by_role("link", name="批示").click()
    page.get_by_role("button", name="请抓紧办理，按期回告。").click()
    page.get_by_role("button", name="批示", exact=True).click()
    expect(page.get_by_text("批示已送达")).to_be_visible()
    desk = seat(LI_MIN, "/?box=toread")
    desk.get_by_role("button", name=f"已阅：{directive.matter.title}").click()
    expect(desk.get_by_text("没有待阅的件")).to_be_visible()


def test_the_palette_opens_a_matter_by_its_number(world: World, seat: Seat) -> None:
    directive = signed(world)
    page = seat(LI_MIN)
    page.keyboard.press("Control+k")
    page.keyboard.type(directive.matter.number)
    expect(page.locator("#pall li[data-found]").first).to_contain_text(directive.matter.title)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/supervision/{directive.pk}/")
