"""Takes the pictures of docs/screenshots/ from a running demonstration.

    bin/run --port 8765 &                       # with a home of its own: ZHONGSHU_HOME=/tmp/pictures
    python tools/take_screenshots.py http://127.0.0.1:8765

Needs Chromium and a Chinese font. The demonstration is not changed, but for one text that is
brought in to be split and never confirmed.
"""

import re
import shutil
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path(__file__).parents[1] / "docs" / "screenshots"
BEIJING = timezone(timedelta(hours=8))
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


def written(days: int) -> str:
    day = datetime.now(BEIJING).date() + timedelta(days=days)
    return f"{day.year}年{day.month}月{day.day}日"


def minutes() -> str:
    return (
        "市政府第21次专题会议纪要\n　　会议听取了冬季民生保障工作情况汇报，议定以下事项：\n"
        f"　　一、由市发展改革委牵头，市财政局配合，{written(30)}前完成供暖管网改造投资计划编制。\n"
        "　　二、由市文旅集团牵头制定冬季旅游惠民办法，年底前报市政府。\n"
        "　　三、市财政局收到本纪要后5个工作日内完成应急补助资金拨付。\n"
        f"　　四、南湖县{written(45)}前完成三座水库除险加固，每月25日前报送进展。\n"
    )


class Camera:
    """Enters as people of the cast, and takes pictures of what they see."""

    def __init__(self, browser: Browser, site: str) -> None:
        self.browser, self.site = browser, site

    def sit(self, name: str, size: dict[str, int] = DESK) -> Page:
        """A browser in which ``name`` has entered; "" stays at the door."""
        phone = size is PHONE
        context = self.browser.new_context(
            base_url=self.site, locale="zh-CN", timezone_id="Asia/Shanghai",
            viewport=size, is_mobile=phone, has_touch=phone,
        )  # fmt: skip
        page = context.new_page()
        page.goto("/enter/")
        if name:
            page.get_by_role("button", name=name).first.click()
            page.wait_for_load_state("networkidle")
        return page

    def take(self, page: Page, name: str, path: str = "") -> None:
        """The picture ``name``.png of ``path``, or of the page as it is."""
        if path:
            page.goto(path)
        page.wait_for_load_state("networkidle")
        page.screenshot(path=FOLDER / f"{name}.png", animations="disabled")


def numbers(page: Page, path: str) -> list[str]:
    """Ids of the matters that a page links to, in order."""
    page.goto(path)
    links = page.locator("a[href^='/supervision/']").evaluate_all(
        "all => all.map(a => a.getAttribute('href'))"
    )
    found = [match[1] for link in links if (match := re.match(r"/supervision/(\d+)/", link))]
    return list(dict.fromkeys(found))


def paper(page: Page, kind: str) -> str:
    """The address of the newest paper of a kind."""
    page.goto("/supervision/papers/")
    page.get_by_role("row").filter(has_text=kind).first.get_by_role("link").click()
    page.wait_for_load_state("networkidle")
    return page.url


def supervisors(camera: Camera) -> None:
    camera.take(camera.sit(""), "door")
    limin = camera.sit("李敏")
    camera.take(limin, "home", "/")
    camera.take(limin, "ledger", "/supervision/")
    camera.take(limin, "board", "/supervision/board/")
    camera.take(limin, "archive", "/archive/")
    late = numbers(limin, "/supervision/?late=1&state=undertaking")[0]
    camera.take(limin, "directive", f"/supervision/{late}/")
    camera.take(limin, "paper", paper(limin, "督办通知单"))
    camera.take(limin, "paper-report", paper(limin, "督查专报"))
    limin.goto("/supervision/intakes/new/")
    limin.get_by_label("标题").fill("市政府第21次专题会议纪要")
    limin.get_by_label("正文").fill(minutes())
    limin.get_by_role("button", name="识别任务").click()
    camera.take(limin, "intake")
    camera.take(camera.sit("孙琦"), "route-draft", "/approvals/routes/expense-claim/draft/")


def hands(camera: Camera) -> None:
    chen = camera.sit("陈立", PHONE)
    camera.take(chen, "leader-390", "/leader/?tab=instructed")
    wang = camera.sit("王建平", PHONE)
    mine = numbers(wang, "/supervision/?scope=ours&state=undertaking")[0]
    camera.take(wang, "directive-390", f"/supervision/{mine}/")
    camera.take(wang, "report-390", f"/supervision/{mine}/field-report/")
    camera.take(wang, "home-390", "/")


def money(camera: Camera) -> None:
    """What the auditor sees: a claim, a contract, the budget, large items, the map of duties."""
    shen = camera.sit("沈静")
    for name, path in (("budget", "budget"), ("large", "large"), ("duties", "duties"), ("speed", "ageing")):
        camera.take(shen, f"finance-{name}", f"/finance/{path}/")
    for name, path, title in (
        ("claim", "?box=all&text=差旅费", "赴省参会差旅费"),
        ("contract", "undertakings/", "督查平台二期开发合同"),
    ):
        shen.goto(f"/finance/{path}")
        shen.get_by_role("link", name=title).first.click()
        camera.take(shen, f"finance-{name}")


def main(site: str) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as player:
        options = ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none", "--lang=zh-CN"]
        browser = player.chromium.launch(executable_path=chromium, args=options)
        camera = Camera(browser, site)
        supervisors(camera)
        hands(camera)
        money(camera)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
