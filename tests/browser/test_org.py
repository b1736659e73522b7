"""The organisation and the archive in a real Chromium."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from playwright.sync_api import Page, expect
from tests.matrix.rows.archive import deposited
from tests.matrix.rows.org import kept
from tests.supervision.pages.steps import open_one
from tests.world import HE_WEI, LI_MIN, SHEN_JING, WANG_JIANPING, ZHOU_QIMING, World

from zhongshu.archive import queries as archive
from zhongshu.archive.models import Deposit
from zhongshu.kernel.clock import local_day, now
from zhongshu.org.models import Appointment, Duty
from zhongshu.org.registry import held_by_person

pytestmark = pytest.mark.browser
Seat = Callable[..., Page]
Keep = Callable[[Page, str], None]


def test_one_goes_on_leave_and_another_acts(seat: Seat, world: World, keep_picture: Keep) -> None:
    kept(world)
    page, day = seat(HE_WEI, "/org/absence/"), local_day(now())
    stand = page.locator("form", has=page.locator("#stand-h"))
    stand.get_by_label("由谁代理").select_option(label=LI_MIN)
    stand.get_by_label("从哪天").fill(day.isoformat())
    stand.get_by_label("到哪天（含当天）").fill((day + timedelta(days=3)).isoformat())
    stand.get_by_role("button", name="指定代理人").click()
    expect(page.locator("main")).to_contain_text("由李敏代理")
    deputy = seat(LI_MIN, "/org/absence/")
    deputy.get_by_role("button", name="代何伟办理").click()
    expect(deputy.locator("main")).to_contain_text("您正在代何伟办理")
    keep_picture(deputy, "org-absence")
    deputy.goto("/org/")
    expect(deputy.get_by_role("link", name="导入", exact=True)).to_be_visible()


def test_the_keeper_finds_his_way_from_the_tree(seat: Seat, world: World, keep_picture: Keep) -> None:
    kept(world)
    page = seat(HE_WEI, "/org/")
    keep_picture(page, "org-tree")
    page.get_by_role("link", name="中共澄江市委办公室").click()
    page.get_by_role("link", name="增加别名").click()
    page.get_by_label("别名").fill("市委办公厅")
    page.get_by_role("button", name="增加别名").click()
    expect(page.locator("main")).to_contain_text("市委办公厅")
    keep_picture(page, "org-unit")
    page.goto(f"/org/people/{world.people[LI_MIN].pk}/")
    keep_picture(page, "org-person")


def test_who_leaves_hands_all_over_and_his_successor_finds_it(
    seat: Seat, world: World, keep_picture: Keep
) -> None:
    """The form says what is held; the successor is told, has it on his desk and can go on; nothing is left behind."""
    post = Appointment.objects.get(person=world.people[ZHOU_QIMING]).post
    post.duties = [*post.duties, Duty.KEEP_ORG]
    post.save()
    directive = open_one(world)
    wang, leaver = seat(WANG_JIANPING, f"/supervision/{directive.pk}/"), world.people[WANG_JIANPING]
    wang.get_by_role("button", name="签收").click()
    expect(wang.locator("main")).to_contain_text("您是经办人")
    page = seat(ZHOU_QIMING, f"/org/people/{leaver.pk}/")
    page.get_by_role("link", name="办理离任").click()
    expect(page.locator("main")).to_contain_text("手上有在办事项 1，全部一次移交")
    page.get_by_label("接手人").select_option(label=ZHOU_QIMING)
    keep_picture(page, "org-leaving")
    page.get_by_role("button", name="办理离任").click()
    page.locator("#confirm").get_by_role("button", name="确认").click()
    expect(page.locator("main")).to_contain_text(f"手上的事由{ZHOU_QIMING}接手")
    expect(page.locator("main")).to_contain_text("离任，移交1件")
    assert held_by_person(leaver.pk) == []
    page.goto(f"/supervision/{directive.pk}/")
    expect(page.get_by_role("link", name="回告进展", exact=True)).to_be_visible()
    page.goto("/notices/")
    expect(page.locator("main")).to_contain_text(f"{WANG_JIANPING}手上的在办事项 1已移交给您")


def test_a_package_is_checked_and_a_changed_file_named(
    seat: Seat, world: World, keep_picture: Keep, settings: LazySettings, tmp_path: Path
) -> None:
    settings.ARCHIVE_ROOT = tmp_path
    world.units["SWB"].fonds_code = "Z001"
    deposit = Deposit.objects.get(pk=deposited(world)["matter_id"])
    page = seat(SHEN_JING, "/archive/")
    keep_picture(page, "archive-list")
    page.get_by_role("link", name="老旧小区改造进度督办").click()
    page.get_by_role("button", name="检查归档包").click()
    expect(page.locator("main")).to_contain_text("检查通过")
    keep_picture(page, "archive-deposit")
    report = archive.place_of(deposit) / "files/001_办结报告.txt"
    report.chmod(0o600)
    report.write_text("改造未完成。")
    page.get_by_role("button", name="检查归档包").click()
    expect(page.locator("main")).to_contain_text("files/001_办结报告.txt，内容已变")
