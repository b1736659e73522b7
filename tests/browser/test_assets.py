"""F-12: what was bought stands in the ledger, is lent, changes hands, and is counted by others, as people press it."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from playwright.sync_api import Page, expect
from tests.assets import story
from tests.assets.story import ZHANG_YI
from tests.conftest import Seat
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN, SHEN_JING, World

from zhongshu.assets.models import Asset, Line, Move, State, Stocktake
from zhongshu.kernel.clock import local_day, now
from zhongshu.platform.accounts.models import User

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def city(world: World, settings: LazySettings, tmp_path: Path) -> World:
    """The office that keeps a ledger, with doors for everybody who signs."""
    settings.FILES_ROOT, settings.ARCHIVE_ROOT = tmp_path / "files", tmp_path / "archive"
    story.staffed(world)
    driver = world.people[ZHANG_YI]
    driver.user = User.objects.create(username="zhangyi", password_changed_at=AT)
    driver.save()
    return world


def pressed(page: Page, name: str) -> None:
    """A deed of the page: its button, or the menu behind it."""
    button = page.locator("main .head").get_by_role("link", name=name, exact=True)
    if not button.is_visible():
        page.get_by_label("更多操作").click()
    button.first.click()


def sent(page: Page, words: str) -> None:
    page.locator("main form").get_by_role("button", name=words, exact=True).click()


def fits(page: Page, width: int) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [1440, 390])
def test_bought_lent_and_handed_over_with_both_signatures(city: World, seat: Seat, width: int) -> None:
    story.bought(city)
    look = {"viewport": {"width": width, "height": 844}}
    page = seat(LI_MIN, "/assets/purchases/", **look)
    page.get_by_role("link", name=re.compile("^入账")).click()
    page.get_by_label("名称").fill("便携式计算机")
    page.get_by_label("类别").select_option(index=1)
    page.get_by_label("计量单位").fill("台")
    page.get_by_label("价值").fill("6800")
    page.get_by_label("登记几张卡片").fill("2")
    page.get_by_label("存放地点").fill("三楼312室")
    page.get_by_label("使用单位").select_option(label="督查科")
    keeper = page.get_by_label("保管人")
    keeper.select_option(label=f"{SHEN_JING}（市委办公室）")
    assert "罗凯" not in keeper.inner_text(), "administrators keep nothing"
    sent(page, "登记入账")
    expect(page.get_by_text("在账 2 张卡片，合计 13,600.00 元")).to_be_visible()
    fits(page, width)
    page.get_by_role("link", name="便携式计算机").first.click()
    pressed(page, "借出")
    page.get_by_label("借给谁").fill("市财政局 吴晓芳")
    page.get_by_label("归还期限").fill((local_day(now()) + timedelta(days=7)).isoformat())
    sent(page, "借出")
    expect(page.locator("main")).to_contain_text("市财政局 吴晓芳")
    pressed(page, "归还")
    sent(page, "归还")
    pressed(page, "启用")
    sent(page, "启用")
    pressed(page, "移交")
    page.get_by_label("原因").fill("岗位调整")
    page.get_by_label("由谁保管").select_option(label=f"{ZHANG_YI}（市委办公室）")
    page.get_by_label("存放地点").fill("车库值班室")
    sent(page, "移交")
    slip = Move.objects.get()
    expect(page.get_by_text("移交单已开出，双方签字后生效。")).to_be_visible()
    fits(page, width)
    for name in (SHEN_JING, ZHANG_YI):
        assert Asset.objects.filter(keeper=city.people[SHEN_JING]).count() == 2
        one = seat(name, f"/assets/moves/{slip.pk}/", **look)
        pressed(one, "签字")
        sent(one, "签字")
        expect(one.get_by_text("已签字。")).to_be_visible()
        fits(one, width)
    assert Asset.objects.get(keeper=city.people[ZHANG_YI]).place == "车库值班室"


@pytest.mark.parametrize("width", [1440, 390])
def test_counted_explained_decided_by_another_and_reported(city: World, seat: Seat, width: int) -> None:
    story.entered(city, cards=2)
    look = {"viewport": {"width": width, "height": 844}}
    page = seat(LI_MIN, "/assets/stocktakes/", **look)
    page.get_by_role("link", name="开始盘点").click()
    page.get_by_label(f"{HE_WEI}（").check()
    page.get_by_label(f"{ZHANG_YI}（").check()
    expect(page.get_by_label(f"{LI_MIN}（")).to_have_count(0)
    page.get_by_label("请哪位领导审定").select_option(label=CHEN_LI)
    sent(page, "开始盘点")
    expect(page.get_by_text("清单已从台账取出")).to_be_visible()
    one = Stocktake.objects.get()
    counter = seat(HE_WEI, f"/assets/stocktakes/{one.pk}/", **look)
    pressed(counter, "清点")
    boxes = counter.get_by_label(re.compile("^找到几件"))
    boxes.nth(0).fill("1")
    boxes.nth(1).fill("0")
    fits(counter, width)
    sent(counter, "清点")
    pressed(counter, "清点完毕")
    sent(counter, "清点完毕")
    page.reload()
    page.get_by_role("link", name="说明 便携式计算机").click()
    page.get_by_label("差异的原因").fill("搬家时遗失，已报保卫科。")
    sent(page, "提交说明")
    expect(page.get_by_role("link", name="审定 便携式计算机")).to_have_count(0)
    fits(page, width)
    leader = seat(CHEN_LI, f"/assets/stocktakes/{one.pk}/", **look)
    expect(leader.get_by_role("link", name="结束盘点")).to_have_count(0)
    leader.get_by_role("link", name="审定 便携式计算机").click()
    expect(leader.get_by_text("这次盘点短少合计 6,800.00 元")).to_be_visible()
    sent(leader, "审定")
    pressed(leader, "结束盘点")
    sent(leader, "结束盘点")
    expect(leader.get_by_text("台账已调整，报告已归档")).to_be_visible()
    fits(leader, width)
    assert Asset.objects.filter(state=State.DISPOSED).count() == 1
    assert Line.objects.filter(agreed_by=city.people[CHEN_LI]).count() == 1
    with leader.expect_download() as taken:
        leader.get_by_role("link", name=re.compile(r"盘点.*\.pdf")).click()
    assert Path(taken.value.path()).read_bytes().startswith(b"%PDF")
