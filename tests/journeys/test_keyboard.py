"""The main job by keys alone: Tab, Enter, Space, arrows and typing; what has the focus is seen, and nothing is clicked."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import LazySettings
from playwright.sync_api import Page

from tests.journeys.steps import paper, title, today, told, written
from tests.world import HE_WEI, LI_MIN, SHEN_JING, WANG_JIANPING, World
from zhongshu.supervision.models import Directive

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Seat = Callable[..., Page]
FOCUS = """() => {
  const at = document.activeElement, label = at.labels && at.labels[0];
  const style = getComputedStyle(at), box = at.getBoundingClientRect();
  const words = (at.getAttribute("aria-label") || (label || at).textContent || "").trim().replace(/\\s+/g, " ");
  const ringed = style.outlineStyle !== "none" || style.boxShadow !== "none";
  return [words, ringed, box.bottom > 0 && box.top < innerHeight];
}"""
MOST_TABS = 80
PLAN = "完成防汛物资清点"


@pytest.fixture(autouse=True)
def own_archive(settings: LazySettings, tmp_path: Path) -> None:
    settings.ARCHIVE_ROOT = tmp_path / "archive"


def reach(page: Page, *names: str) -> None:
    """Tab on to what is called so, or begins so; it shows that it has the focus, and is in sight."""
    for _step in range(MOST_TABS):
        page.keyboard.press("Tab")
        words, ringed, seen = page.evaluate(FOCUS)
        if words.startswith(names):
            assert ringed and seen, f"{words}: the focus is not to be seen"
            return
    pytest.fail(f"{names} is not reached by Tab on {page.url}")


def enter(page: Page, *names: str) -> None:
    """Press what is called so by Enter; it leads to another page."""
    reach(page, *names)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def write(page: Page, name: str, words: str) -> None:
    reach(page, name)
    page.keyboard.press("Control+A")
    page.keyboard.type(words)


def choose(page: Page, name: str) -> None:
    """The first of what is offered."""
    reach(page, name)
    page.keyboard.press("ArrowDown")


def hand_out(limin: Page) -> None:
    reach(limin, "新建")
    limin.keyboard.press("Enter")
    enter(limin, "导入材料")
    write(limin, "标题", "第21次专题会议纪要")
    day = written(today().replace(year=today().year + 1, month=3, day=1))
    write(limin, "正文", f"会议议定：由市发展改革委牵头，{day}前完成防汛物资清点。")
    enter(limin, "识别任务")
    write(limin, "任务", PLAN)
    choose(limin, "批准立项的领导")
    enter(limin, "全部立项并交办")
    told(limin, "1 件已交办")


def undertake(wang: Page) -> None:
    enter(wang, PLAN, f"签收：{PLAN}")
    enter(wang, "签收")
    enter(wang, "回告进展")
    write(wang, "进展", "已清点两处仓库。")
    enter(wang, "回告进展")
    enter(wang, "报办结")
    write(wang, "办理结果", "防汛物资清点已完成，台账已建立。")
    reach(wang, "佐证材料")
    with wang.expect_file_chooser() as choosing:
        wang.keyboard.press("Enter")
    choosing.value.set_files(paper())  # type: ignore[arg-type]
    choose(wang, "签字的单位负责人")
    enter(wang, "报办结")
    told(wang, "已报办结，等督查部门审核")


def verify(hewei: Page) -> None:
    enter(hewei, PLAN, f"审核：{PLAN}")
    enter(hewei, "审核")
    reach(hewei, "通过，同意办结")
    hewei.keyboard.press("Space")
    enter(hewei, "审核")
    told(hewei, "审核意见已记录")


def test_the_main_job_goes_by_keys_alone(seat: Seat, world: World) -> None:
    limin = seat(LI_MIN)
    hand_out(limin)
    undertake(seat(WANG_JIANPING))
    verify(seat(HE_WEI))
    limin.goto(f"/supervision/{Directive.objects.get().pk}/")
    enter(limin, "销号")
    reach(limin, "销号")
    limin.keyboard.press("Enter")
    limin.locator("#confirm[open]").wait_for()
    assert limin.evaluate(FOCUS)[0] == "确认"  # the dialog takes the focus
    with limin.expect_navigation():
        limin.keyboard.press("Enter")
    told(limin, "已销号并归档")
    shen = seat(SHEN_JING)
    enter(shen, "归档")
    enter(shen, PLAN)
    enter(shen, "检查归档包")
    told(shen, "检查通过")
    title(shen, PLAN)
