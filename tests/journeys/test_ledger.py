"""A messy ledger of another keeping comes in, a unit takes up its part, the rest is taken back: from the seats of both."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.steps import PHONE, press, title, told
from tests.supervision.ledgers.paper import Paper
from tests.world import HE_WEI, LI_MIN, WANG_JIANPING, ZHAO_XIAOYAN, World
from zhongshu.matters.models import Group, Matter

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Seat = Callable[..., Page]
TAKEN_UP, LEFT = "编制老旧小区改造方案", "完成三座水库除险加固"


def messy(folder: Path) -> Path:
    """Two rows of headings, groups, a repeat, a struck row, totals and a note."""
    paper = Paper("督办台账")
    paper.across("2027年全市重点工作督办台账", 7)
    paper.put("序号", "重点任务", "责任分工", None, "完成时限", "推进情况", "备注")
    paper.put(None, None, "牵头单位", "配合单位")
    for area in ("C2:D2", "A2:A3", "B2:B3", "E2:E3", "F2:F3", "G2:G3"):
        paper.merge(area)
    paper.across("一、城市更新（共2项）", 7)
    paper.put(1, TAKEN_UP, "市发展改革委", "市财政局", "2027年12月20日前", "正在调研")
    paper.strike(paper.put(2, "建设停车楼", "同上", "—", "年底", None))
    paper.put("小计", None, "2项")
    paper.across("二、防灾减灾（共1项）", 7)
    paper.put(3, LEFT, "南湖县", "市财政局", "四季度", "完成招标")
    paper.across("注：各单位每月25日前报送进展情况。", 7)
    return paper.save(folder, "原台账")


def finished(page: Page) -> None:
    """The job is waited for and its result opened."""
    page.get_by_role("link", name="看结果").click()


def test_what_a_unit_has_taken_up_stays_when_the_ledger_is_taken_back(
    seat: Seat, world: World, tmp_path: Path
) -> None:
    limin = seat(LI_MIN, "/supervision/imports/")
    limin.get_by_label("台账文件").set_input_files(messy(tmp_path))
    press(limin, "上传并识别")
    told(limin, "试读 3 行：待办 2，已办结 0，已取消 1，要改 0")
    expect(limin.get_by_label("表头在第几行")).to_have_value("2-3")
    approver = limin.locator("option", has_text=HE_WEI).inner_text()
    limin.get_by_label("批准立项的领导").select_option(label=approver)
    press(limin, "导入")
    finished(limin)
    told(limin, "已补录 3 行")
    wang = seat(WANG_JIANPING, viewport=PHONE, has_touch=True, is_mobile=True)
    wang.get_by_role("link", name=TAKEN_UP).first.click()
    title(wang, TAKEN_UP)
    press(wang, "签收")
    told(wang, "已签收")
    limin.get_by_label("撤销的理由").fill("导错了文件")
    press(limin, "整份撤销")
    finished(limin)
    told(limin, "已撤销 2 行")
    told(limin, "第 5 行")
    assert {one.title: one.group for one in Matter.objects.all()} == {
        TAKEN_UP: Group.OPEN,
        LEFT: Group.VOID,
        "建设停车楼": Group.VOID,
    }
    zhao = seat(ZHAO_XIAOYAN)
    told(zhao, f"的导入已撤销（导错了文件），本单位这1件不用办了：{LEFT}")
    expect(zhao.locator("main")).not_to_contain_text("请签收")
    wang.reload()
    title(wang, TAKEN_UP)
