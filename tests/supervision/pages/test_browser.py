"""The loop in a real Chromium: once without script, once with it; nothing falls off a phone."""

from collections.abc import Callable

import pypdfium2
import pytest
from playwright.sync_api import Page, expect
from tests.supervision.pages.steps import bring_in, open_one, press
from tests.supervision.test_board import ENDED_LAST_MONTH, put
from tests.world import LI_MIN, WANG_JIANPING, World

from zhongshu.matters.models import Matter
from zhongshu.supervision.models import State

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Seat = Callable[..., Page]


def test_minutes_become_matters_without_script(world: World, seat: Seat) -> None:
    intake = bring_in(world)
    page = seat(LI_MIN, f"/supervision/intakes/{intake.pk}/", java_script_enabled=False)
    page.get_by_label("批准立项的领导").select_option(index=1)
    card = page.locator("#card-2")
    card.get_by_label("牵头单位").fill("")
    page.get_by_role("button", name="全部立项并交办").click()
    expect(page.get_by_role("alert")).to_contain_text("还没有选牵头单位")
    expect(card.get_by_label("任务")).to_contain_text("水库除险加固")
    card.get_by_label("牵头单位").fill("南湖县")
    expect(page.locator("#left")).to_contain_text("要研究窗口延时服务补贴办法。")
    page.get_by_label("以上句子不立项的理由").fill("由各单位日常工作落实。")
    page.get_by_role("button", name="全部立项并交办").click()
    expect(page.get_by_role("heading", name="2 件已交办")).to_be_visible()
    page.get_by_role("link", name="三座水库除险加固").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("水库除险加固")


def test_a_card_in_the_hand_lights_its_sentence(
    world: World, seat: Seat, keep_picture: Callable[[Page, str], None]
) -> None:
    intake = bring_in(world)
    page = seat(LI_MIN, f"/supervision/intakes/{intake.pk}/")
    page.locator("#card-2").get_by_label("任务").focus()
    expect(page.locator("mark.is-lit")).to_contain_text("南湖县")
    page.locator("mark", has_text="市发展改革委").click(position={"x": 5, "y": 5})
    expect(page.locator("#card-1")).to_have_class("card tcard is-lit")
    keep_picture(page, "split")


def test_one_press_signs_and_the_phone_reports(
    world: World, seat: Seat, keep_picture: Callable[[Page, str], None]
) -> None:
    directive = open_one(world)
    phone = seat(WANG_JIANPING, f"/supervision/{directive.pk}/", viewport={"width": 390, "height": 844})
    phone.get_by_role("button", name="签收").click()
    expect(phone.get_by_text("已签收，您是经办人。")).to_be_visible()
    phone.get_by_role("link", name="回告进展").click()
    keep_picture(phone, "field-report")
    phone.get_by_text("有困难", exact=True).click()
    phone.get_by_label("卡在哪里").select_option("money")
    phone.get_by_label("说明").fill("等财政批复。")
    phone.get_by_role("button", name="报送给督查部门").click()
    expect(phone.get_by_text("卡在“等资金”")).to_be_visible()


@pytest.mark.parametrize(
    "path", ["", "board/", "intakes/", "intakes/new/", "new/", "{pk}/", "{pk}/reminder/", "papers/"]
)
@pytest.mark.parametrize("width", [320, 390, 1366])
def test_no_page_scrolls_sideways(world: World, seat: Seat, path: str, width: int) -> None:
    directive = open_one(world)
    press(world.client(WANG_JIANPING), directive, "signature")
    address = "/supervision/" + path.format(pk=directive.pk)
    page = seat(LI_MIN, address, viewport={"width": width, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("path", "pages", "wide"), [("paper/", 1, True), ("board/", 1, False)])
def test_paper_has_no_blank_first_page(world: World, seat: Seat, path: str, pages: int, wide: bool) -> None:
    directive = open_one(world)
    page = seat(LI_MIN, "/supervision/" + path.format(pk=directive.pk))
    printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    width, height = printed[0].get_size()
    assert (len(printed), width > height) == (pages, wide)


def test_a_full_board_stands_on_one_sheet_that_says_what_it_counts(world: World, seat: Seat) -> None:
    for number in range(7):
        put(world, {**ENDED_LAST_MONTH, "state": State.REVIEWING, "due": -number - 3}, number)
    Matter.objects.update(title="制定全市工业园区循环化改造方案")
    page = seat(LI_MIN, "/supervision/board/?span=quarter", viewport={"width": 1440, "height": 900})
    expect(page.locator("[data-chart=stack] svg")).to_be_visible()
    printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    assert len(printed) == 1
    assert "统计范围：本季" in printed[0].get_textpage().get_text_range()


def test_labels_and_boxes_of_a_row_stand_in_line(world: World, seat: Seat) -> None:
    """Also where only one of them has a hint, and where a wrapper without a box of its own is between."""
    page = seat(LI_MIN, "/supervision/new/", viewport={"width": 1440, "height": 900})
    for names in (("t1-lead_id", "t1-support_ids"), ("approver_id", "basis")):
        labels = [page.locator(f"label[for=id_{name}]").bounding_box() for name in names]
        boxes = [page.locator(f"#id_{name}").bounding_box() for name in names]
        assert labels[0] and labels[1] and boxes[0] and boxes[1]
        assert abs(labels[0]["y"] - labels[1]["y"]) < 1
        assert abs(boxes[0]["y"] - boxes[1]["y"]) < 1
        assert abs(boxes[0]["height"] - boxes[1]["height"]) < 1
