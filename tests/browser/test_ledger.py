"""A ledger of another keeping from its file to the matters and back, as a clerk presses it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.conftest import Seat
from tests.supervision.old_ledger import saved
from tests.supervision.pages.steps import open_one
from tests.world import HE_WEI, LI_MIN, World

from zhongshu.matters.models import Group, Matter
from zhongshu.supervision.models import Directive

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("width", [390, 1440])
def test_uploaded_mapped_tried_imported_and_undone(
    world: World, seat: Seat, tmp_path: Path, width: int
) -> None:
    (tmp_path / "原台账.xlsx").write_bytes(saved())
    page = seat(LI_MIN, "/supervision/imports/", viewport={"width": width, "height": 844})
    page.get_by_label("台账文件").set_input_files(tmp_path / "原台账.xlsx")
    page.get_by_role("button", name="上传并识别").click()
    expect(page.get_by_role("heading", name="试读 6 行：待办 3，已办结 1，已取消 1，要改 1")).to_be_visible()
    page.get_by_label("市气象观象台").fill("市教育局")
    page.get_by_role("button", name="保存并试读").click()
    expect(page.get_by_role("heading", name=re.compile("要改 0"))).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.get_by_label("督办事项").bounding_box()["width"] > 80
    page.get_by_label("批准立项的领导").select_option(
        label=page.locator("option", has_text=HE_WEI).inner_text()
    )
    page.get_by_role("button", name="导入", exact=True).click()
    page.get_by_role("link", name="看结果").click()
    expect(page.get_by_text("已补录 6 行")).to_be_visible()
    assert Matter.objects.filter(group=Group.OPEN).count() == 4
    page.get_by_label("撤销的理由").fill("导错了文件")
    page.get_by_role("button", name="整份撤销").click()
    expect(page.get_by_role("button", name="取消这项任务")).to_be_hidden()
    page.get_by_role("link", name="看结果").click()
    expect(page.get_by_text("已撤销 6 行")).to_be_visible()
    expect(page.get_by_role("link", name="重新上传")).to_be_visible()
    assert not Matter.objects.exclude(group=Group.VOID).exists()


def test_exactly_the_ticked_rows_are_reminded_and_counted_before_and_after(world: World, seat: Seat) -> None:
    ticked, left, also = open_one(world), open_one(world), open_one(world, lead="JYJ")
    page = seat(LI_MIN, "/supervision/")
    for one in (ticked, also):
        page.locator(f"input[name=ref][value='{one.pk}']").check()
    page.get_by_role("button", name="催办").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("向已选的 2 件事项的承办单位各发一次催办？")
    assert not Directive.objects.filter(reminders__gt=0).exists()
    dialog.get_by_role("button", name="确认").click()
    expect(page.get_by_text("2 件已催办。")).to_be_visible()
    told = dict(Directive.objects.values_list("pk", "reminders"))
    assert told == {ticked.pk: 1, left.pk: 0, also.pk: 1}


@pytest.mark.parametrize("width", [390, 1440])
def test_a_filter_is_named_found_on_the_desk_and_renamed(world: World, seat: Seat, width: int) -> None:
    open_one(world, days=1)
    open_one(world, days=40)
    page = seat(LI_MIN, "/supervision/?soon=1", viewport={"width": width, "height": 844})
    page.get_by_text("存下这个筛选").click()
    page.get_by_label("名称").fill("这几天到期")
    page.get_by_label("谁能看到").select_option(label="督查科")
    page.get_by_role("button", name="存下", exact=True).click()
    expect(page.get_by_role("link", name="这几天到期 1")).to_have_attribute("aria-current", "true")
    desk = seat(HE_WEI, "/", viewport={"width": width, "height": 844})
    desk.get_by_role("link", name="这几天到期 1").click()
    expect(desk.get_by_text("在办，临期：共 1 件")).to_be_visible()
    page.get_by_role("link", name="管理").click()
    page.get_by_label("名称").fill("三天内到期")
    page.get_by_role("button", name="保存").click()
    desk.reload()
    expect(desk.get_by_role("link", name="三天内到期 1")).to_be_visible()


def test_a_row_of_filters_does_not_widen_the_page_of_a_phone(world: World, seat: Seat) -> None:
    page = seat(LI_MIN, "/supervision/?unreported=1", viewport={"width": 390, "height": 844})
    expect(page.get_by_role("link", name="本期未报")).to_have_attribute("aria-current", "true")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_list_of_one_page_has_nothing_to_turn(world: World, seat: Seat) -> None:
    open_one(world)
    page = seat(LI_MIN, "/supervision/?state=dispatched")
    expect(page.get_by_role("navigation", name="翻页")).to_have_text("共 1 件")
