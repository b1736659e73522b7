"""The main job in a real Chromium, from minutes to archive, by the people whose steps they are."""

import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from playwright.sync_api import Browser, Page, expect

from tests.journeys.steps import (
    PHONE,
    Presses,
    as_docx,
    as_pdf,
    as_text,
    evidence,
    minutes,
    photo,
    press,
    title,
    today,
    told,
)  # fmt: skip
from tests.supervision.pages.steps import open_one
from tests.world import CHEN_LI, HE_WEI, LI_MIN, SHEN_JING, WANG_JIANPING, ZHAO_XIAOYAN, ZHOU_QIMING, World
from zhongshu.matters.models import Matter
from zhongshu.platform.journal import queries as journal
from zhongshu.supervision.models import Directive, Finding, Intake

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Seat = Callable[..., Page]
SITTING = pytest.mark.parametrize(
    "sit",
    [{}, {"java_script_enabled": False}, {"java_script_enabled": False, "viewport": PHONE}],
    ids=["with script", "without script", "without script, on a phone"],
)
PLAN = "完成老旧小区改造方案编制"


@pytest.fixture(autouse=True)
def own_archive(settings: LazySettings, tmp_path: Path) -> None:
    settings.ARCHIVE_ROOT = tmp_path / "archive"


# ── steps of the people ───────────────────────────────────────────────────────────────────────────────


def paste(limin: Page) -> None:
    """李敏 pastes the minutes; the duties found stand beside their sentences."""
    limin.goto("/supervision/intakes/new/")
    limin.get_by_label("标题").fill("第17次专题会议纪要")
    limin.get_by_label("正文").fill(minutes())
    press(limin, "识别任务")
    title(limin, "把材料拆成督办事项")
    expect(limin.locator("mark", has_text="老旧小区改造方案编制")).to_be_visible()
    expect(limin.locator("#card-1").get_by_label("牵头单位")).to_have_value("市发展改革委")
    expect(limin.locator("#card-1").get_by_label("办结时限")).to_have_value(
        (today() + timedelta(days=30)).isoformat()
    )


def put_right(limin: Page) -> None:
    """She corrects a date, names the unit that the text left open, and hands all of it out."""
    first, second, third = (limin.locator(f"#card-{number}") for number in (1, 2, 3))
    first.get_by_label("任务", exact=True).fill(PLAN)
    second.get_by_label("办结时限").fill((today() + timedelta(days=40)).isoformat())
    expect(third).to_contain_text("名录里没有“市人社局”")
    third.get_by_label("牵头单位").fill("市财政局")
    third.get_by_label("办结时限").fill((today() + timedelta(days=60)).isoformat())
    limin.get_by_label("批准立项的领导").select_option(label="何伟（督查科科长）")
    press(limin, "全部立项并交办")
    told(limin, "3 件已交办")


def sign_for(wang: Page) -> None:
    """王建平 finds it on his desk and signs for it."""
    wang.goto("/")
    wang.get_by_role("link", name=f"签收：{PLAN}").or_(wang.get_by_role("link", name=PLAN)).first.click()
    press(wang, "签收")
    told(wang, "已签收，您是经办人")


def report(wang: Page) -> None:
    """He reports what was done and what it waits for."""
    press(wang, "回告进展")
    wang.get_by_role("textbox", name="进展").fill("已完成摸底，共42个小区。")
    wang.get_by_label("等资金").check()
    press(wang, "回告进展")
    told(wang, "卡在")
    told(wang, "已完成摸底，共42个小区。")


def report_from_the_phone(wang: Page) -> None:
    """The same on the sheet of the phone."""
    press(wang, "回告进展")
    wang.get_by_label("说明").fill("已完成摸底，共42个小区。")
    wang.get_by_text("有困难", exact=True).click()
    wang.get_by_label("卡在哪里").select_option(label="等资金")
    wang.get_by_role("button", name="报送给督查部门").click()
    told(wang, "已报送给督查部门")
    told(wang, "卡在")


def verify(hewei: Page, *, accept: bool, words: str = "") -> None:
    """何伟 finds it on his desk and verifies it, or sends it back."""
    hewei.goto("/")
    hewei.get_by_role("link", name=f"审核：{PLAN}").or_(hewei.get_by_role("link", name=PLAN)).first.click()
    press(hewei, "审核")
    hewei.get_by_label("通过，同意办结" if accept else "退回重办").check()
    hewei.get_by_label("说明").fill(words)
    press(hewei, "审核")
    told(hewei, "审核意见已记录")


def close_out(limin: Page, *, script: bool) -> None:
    """李敏 strikes it off; with script, the page asks first and names the matter."""
    press(limin, "销号")
    press(limin, "销号")
    if script:
        expect(limin.locator("#confirm")).to_contain_text(PLAN)
        limin.locator("#confirm").get_by_role("button", name="确认").click()
    told(limin, "已销号并归档")


def found_in_the_archive(shen: Page, folder: Path) -> None:
    """It is in the archive; 沈静 finds the package sound on its page, and so does the program inside it."""
    shen.goto("/archive/")
    shen.get_by_role("link", name=PLAN).click()
    press(shen, "检查归档包")
    told(shen, "检查通过")
    with shen.expect_download() as taking:
        press(shen, "下载归档包")
    zipfile.ZipFile(taking.value.path()).extractall(folder)
    program = next(folder.rglob("check.py"))
    checked = subprocess.run(
        [sys.executable, "-I", program.name], cwd=program.parent, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert any("验收单" in place.name for place in program.parent.rglob("*"))


# ── the journeys ──────────────────────────────────────────────────────────────────────────────────────


@SITTING
def test_minutes_come_in_and_the_matter_ends_in_the_archive(
    seat: Seat, world: World, tmp_path: Path, sit: dict[str, Any]
) -> None:
    limin, wang, hewei = (seat(name, **sit) for name in (LI_MIN, WANG_JIANPING, HE_WEI))
    paste(limin)
    put_right(limin)
    sign_for(wang)
    (report_from_the_phone if "viewport" in sit else report)(wang)
    evidence(wang, "方案已编制完成，报市政府审定。", signed_by=ZHOU_QIMING)
    verify(hewei, accept=False, words="请补充资金测算。")
    wang.reload()
    told(wang, "请补充资金测算。")
    evidence(wang, "已补充资金测算，方案已审定。", signed_by=ZHOU_QIMING)
    verify(hewei, accept=True)
    directive = Directive.objects.get(matter__title=PLAN)
    limin.goto(f"/supervision/{directive.pk}/")
    close_out(limin, script=not sit)
    found_in_the_archive(seat(SHEN_JING, **sit), tmp_path / "taken")
    hands = set(directive.hands.values_list("person__name", flat=True))
    assert {WANG_JIANPING, ZHOU_QIMING} <= hands and HE_WEI not in hands
    assert journal.first_break() is None


@pytest.mark.parametrize("kind", ["docx", "pdf", "txt"])
def test_the_same_duties_are_found_in_a_file(
    seat: Seat, world: World, browser: Browser, tmp_path: Path, kind: str
) -> None:
    makers = {"docx": as_docx, "txt": as_text, "pdf": lambda folder: as_pdf(folder, browser)}
    limin = seat(LI_MIN, "/supervision/intakes/new/")
    limin.get_by_label("标题").fill("第17次专题会议纪要")
    limin.locator("input[type=file]").set_input_files(makers[kind](tmp_path))
    press(limin, "识别任务")
    title(limin, "把材料拆成督办事项")
    leads = [limin.locator(f"#card-{n}").get_by_label("牵头单位").input_value() for n in (1, 2, 3)]
    assert leads == ["市发展改革委", "南湖县", "市人社局"]
    assert Finding.objects.count() == 3
    file = Intake.objects.get().file
    assert file is not None and file.name.endswith(kind)
    with limin.expect_download() as taking:
        limin.get_by_role("link", name="原文件").click()
    assert taking.value.suggested_filename == file.name


def test_J1_minutes_become_matters_in_six_presses(seat: Seat, world: World) -> None:
    open_one(world, days=300)  # whoever approved last is preset; too far off to be taken for the same
    limin = seat(LI_MIN)
    presses = Presses(limin)
    limin.locator("summary", has_text="新建").click()
    limin.get_by_role("link", name="导入材料").click()
    limin.get_by_label("标题").fill("第17次专题会议纪要")
    limin.get_by_label("正文").fill(minutes())
    press(limin, "识别任务")
    third = limin.locator("#card-3")
    third.get_by_label("牵头单位").click()
    third.get_by_label("牵头单位").fill("市财政局")
    third.get_by_label("办结时限").click(position={"x": 20, "y": 20})
    third.get_by_label("办结时限").fill((today() + timedelta(days=60)).isoformat())
    press(limin, "全部立项并交办")
    told(limin, "3 件已交办")
    assert presses.number <= 6


def test_J3_the_field_reports_with_a_photo_in_four_presses(seat: Seat, world: World) -> None:
    directive = open_one(world, lead="NHX")
    first = seat(ZHAO_XIAOYAN, f"/supervision/{directive.pk}/")
    press(first, "签收")
    phone = seat(ZHAO_XIAOYAN, viewport=PHONE, has_touch=True, is_mobile=True)
    presses = Presses(phone)
    phone.goto(f"/supervision/{directive.pk}/field-report/")
    with phone.expect_file_chooser() as choosing:
        phone.get_by_text("拍现场照片").tap()
    choosing.value.set_files(photo())  # type: ignore[arg-type]
    phone.get_by_text("有困难", exact=True).tap()
    phone.get_by_label("卡在哪里").select_option(label="等资金")
    phone.get_by_label("说明").fill("护坡已完成，闸门款未到。")
    phone.get_by_role("button", name="报送给督查部门").tap()
    told(phone, "已报送给督查部门")
    assert presses.number <= 4
    told(phone, "现场.png")
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_J4_the_board_says_what_is_late_why_and_who_holds_it(seat: Seat, world: World) -> None:
    directive = open_one(world)
    wang = seat(WANG_JIANPING, f"/supervision/{directive.pk}/")
    press(wang, "签收")
    report(wang)
    Matter.objects.filter(pk=directive.pk).update(current_due=today() - timedelta(days=4))
    hewei = seat(HE_WEI)
    presses = Presses(hewei)
    hewei.get_by_role("link", name="督办一张图").first.click()
    late = hewei.locator("section", has=hewei.locator("#h-late"))
    expect(late).to_contain_text(PLAN)
    expect(late).to_contain_text("市发展改革委")
    expect(late).to_contain_text("4 天")
    expect(late).to_contain_text("等资金")
    assert presses.number == 1


def test_the_leader_instructs_by_phone_and_gets_the_answer(seat: Seat, world: World, tmp_path: Path) -> None:
    open_one(world)
    words = "请发改委月底前把改造资金方案报我。"
    chen = seat(CHEN_LI, "/leader/?tab=instructed", viewport=PHONE, has_touch=True, is_mobile=True)
    directive = Directive.objects.get()
    chen.goto(f"/supervision/{directive.pk}/instruction/?back=/leader/%3Ftab%3Dinstructed")
    chen.get_by_label("批示内容").fill(words)
    chen.get_by_label("同时立为督办").check()
    chen.get_by_role("button", name="批示").tap()
    title(chen, "我交办的")
    limin = seat(LI_MIN)
    limin.get_by_role("link", name="立项：请发改委把改造资金方案报我").click()  # the day stays in the text
    press(limin, "立项交办")
    limin.get_by_label("牵头单位").fill("市发展改革委")
    expect(limin.get_by_label("立项依据")).to_have_value("陈立批示")
    press(limin, "立项交办")
    told(limin, "已立项交办")
    instructed = Directive.objects.exclude(pk=directive.pk).get()
    wang = seat(WANG_JIANPING, f"/supervision/{instructed.pk}/")
    press(wang, "签收")
    evidence(wang, "资金方案已报送，总额1200万元。", signed_by=ZHOU_QIMING)
    hewei = seat(HE_WEI, f"/supervision/{instructed.pk}/")
    press(hewei, "审核")
    hewei.get_by_label("通过，同意办结").check()
    press(hewei, "审核")
    limin.reload()
    press(limin, "回告领导")
    limin.get_by_label("回告内容").fill("资金方案已报送：总额1200万元，分两年安排。")
    press(limin, "回告领导")
    told(limin, "已回告")
    chen.goto("/notices/")
    chen.get_by_text("资金方案已报送：总额1200万元").first.click()
    told(chen, "分两年安排")
    assert chen.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    press(limin, "销号")
    press(limin, "销号")
    limin.locator("#confirm").get_by_role("button", name="确认").click()
    told(limin, "已销号并归档")
