"""A paper from the page of a matter to the hands of the unit, as people press it."""

import re

import pytest
from playwright.sync_api import expect
from tests.conftest import Seat
from tests.matrix.handed import signed
from tests.world import CHEN_LI, LI_MIN, WANG_JIANPING, World

from zhongshu.supervision.models import Paper

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_notice_is_drafted_worded_issued_and_read(world: World, seat: Seat) -> None:
    directive = signed(world)
    page = seat(LI_MIN, f"/supervision/{directive.pk}/")
    page.get_by_role("button", name="拟督办通知单").click()
    first = page.get_by_alt_text("督办通知单，第 1 页")
    expect(first).to_be_visible()
    assert first.evaluate("picture => picture.decode().then(() => picture.naturalWidth)") == 1240
    page.get_by_label("要求").fill("请于月底前书面回告。")
    page.get_by_role("button", name="保存并预览").click()
    expect(page.get_by_text("已保存。")).to_be_visible()
    page.get_by_role("button", name="编号发出").click()
    page.get_by_role("dialog").get_by_role("button", name="确认").click()
    expect(page.get_by_text(re.compile("已发出，文号.*督通〔"))).to_be_visible()
    expect(page.get_by_role("button", name="保存并预览")).to_have_count(0)
    with page.expect_download() as taken:
        page.get_by_role("link", name="PDF").click()
    assert taken.value.suggested_filename.endswith("号）.pdf")
    unit = seat(WANG_JIANPING, "/notices/")
    unit.get_by_role("button", name=re.compile("收到督办通知单")).click()
    expect(unit.get_by_alt_text("督办通知单，第 1 页")).to_be_visible()
    expect(unit.get_by_role("button", name="编号发出")).to_have_count(0)


def test_a_circular_goes_from_the_ledger_to_the_approver(world: World, seat: Seat) -> None:
    signed(world)
    page = seat(LI_MIN, "/supervision/")
    page.get_by_text("成文", exact=True).click()
    page.get_by_role("button", name="拟督办通报").click()
    expect(page.get_by_text("由督办审批领导发出")).to_be_visible()
    paper = Paper.objects.get()
    leader = seat(CHEN_LI, f"/supervision/papers/{paper.pk}/")
    leader.get_by_role("button", name="编号发出").click()
    leader.get_by_role("dialog").get_by_role("button", name="确认").click()
    expect(leader.get_by_text(re.compile("已发出，文号"))).to_be_visible()


@pytest.mark.parametrize("width", [320, 390, 1366])
def test_the_page_of_a_paper_never_scrolls_sideways(world: World, seat: Seat, width: int) -> None:
    directive = signed(world)
    page = seat(LI_MIN, f"/supervision/{directive.pk}/", viewport={"width": width, "height": 800})
    page.get_by_role("button", name="拟督办通知单").click()
    expect(page.get_by_alt_text("督办通知单，第 1 页")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
