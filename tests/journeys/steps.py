"""What the journeys have in common: the minutes, the papers they come on, and the presses that are counted."""

import io
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from docx import Document
from playwright.sync_api import Browser, Page, expect

from zhongshu.kernel.clock import local_day, now

PHONE = {"width": 390, "height": 844}
PHOTO = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)
"""A picture of one pixel, as small as a PNG can be."""

LISTENER = """
addEventListener('pointerdown', () => window.counted(), true);
addEventListener('keydown', (e) => { if (e.key === 'Enter' && e.target.form) window.counted(); }, true);
"""


def today() -> date:
    return local_day(now())


def written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def minutes() -> str:
    """Minutes of a meeting: two duties that can be read, a third whose lead no directory knows."""
    first, second = written(today() + timedelta(days=30)), written(today() + timedelta(days=45))
    return (
        "市委专题会议纪要\n会议听取了老旧小区改造情况汇报。会议议定：\n"
        f"一、由市发展改革委牵头，市财政局配合，{first}前完成老旧小区改造方案编制。\n"
        f"二、南湖县{second}前完成三座水库除险加固。\n"
        "三、由市人社局牵头制定窗口延时服务补贴办法。\n"
    )


def as_docx(folder: Path) -> Path:
    """The minutes as a Word file."""
    paper = Document()
    for line in minutes().splitlines():
        paper.add_paragraph(line)
    place = folder / "第17次专题会议纪要.docx"
    paper.save(str(place))
    return place


def as_text(folder: Path) -> Path:
    """The minutes as plain text."""
    place = folder / "第17次专题会议纪要.txt"
    place.write_text(minutes(), encoding="utf-8")
    return place


def as_pdf(folder: Path, browser: Browser) -> Path:
    """The minutes as Chromium prints them."""
    place, context = folder / "第17次专题会议纪要.pdf", browser.new_context()
    page = context.new_page()
    page.set_content(
        "<html lang='zh-CN'>" + "".join(f"<p>{line}</p>" for line in minutes().splitlines()) + "</html>"
    )
    page.pdf(path=place, format="A4")
    context.close()
    return place


def photo(name: str = "现场.png") -> dict[str, object]:
    """A picture for a file field."""
    return {"name": name, "mimeType": "image/png", "buffer": PHOTO}


def paper(name: str = "验收单.txt", text: str = "经现场验收，方案合格。") -> dict[str, object]:
    """A paper for a file field."""
    return {"name": name, "mimeType": "text/plain", "buffer": io.BytesIO(text.encode()).getvalue()}


@dataclass
class Presses:
    """Counts what a person presses: taps and clicks, and Enter where it submits. Typing is not counted."""

    page: Page
    number: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self.page.context.expose_function("counted", self._count)
        self.page.context.add_init_script(LISTENER)
        self.page.reload()

    def _count(self) -> None:
        self.number += 1


def title(page: Page, text: str) -> None:
    """The page's one heading."""
    expect(page.get_by_role("heading", level=1)).to_contain_text(text)


def told(page: Page, text: str) -> None:
    """The page says so, in its main part."""
    expect(page.locator("main")).to_contain_text(text)


def press(page: Page, name: str) -> None:
    """Press the button or link of exactly this name in the main part."""
    button = page.locator("main, .ph__act").get_by_role("button", name=name, exact=True)
    link = page.locator("main").get_by_role("link", name=name, exact=True)
    button.or_(link).first.click()


def evidence(page: Page, words: str, *, signed_by: str) -> None:
    """Report completion from the page of a matter: words, evidence, the head who signs."""
    press(page, "报办结")
    page.get_by_label("办理结果").fill(words)
    page.get_by_label("佐证材料").set_input_files(paper())
    page.get_by_label("签字的单位负责人").select_option(label=signed_by)
    press(page, "报办结")
    told(page, "已报办结，等督查部门审核")
