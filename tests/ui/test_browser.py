"""The look in a real Chromium, under its own Content-Security-Policy."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def kit(page: Page, site: str) -> Iterator[Page]:
    """The kit page; a word on the console fails the test."""
    words: list[str] = []
    page.on("console", lambda m: words.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda e: words.append(str(e)))
    page.goto(f"{site}/look/kit/", wait_until="networkidle")
    yield page
    assert words == []


def test_skip_link_comes_first(kit: Page) -> None:
    kit.evaluate("document.body.tabIndex = -1; document.body.focus()")
    kit.keyboard.press("Tab")
    assert kit.evaluate("document.activeElement.className") == "skip"


def test_list_keys_move_tick_and_count(kit: Page) -> None:
    kit.evaluate("document.activeElement.blur()")
    for key in ("j", "j", "x", "j", "Shift+X"):
        kit.keyboard.press(key)
    expect(kit.locator("tr.is-sel")).to_have_count(2)
    expect(kit.locator("[data-bulk]")).to_be_visible()
    expect(kit.locator("[data-n]")).to_have_text("2")
    kit.locator("[data-clear]").click()
    expect(kit.locator("[data-bulk]")).to_be_hidden()


def test_keys_keep_still_while_chinese_is_composed(kit: Page) -> None:
    kit.evaluate(
        """document.dispatchEvent(new KeyboardEvent('keydown', {key: 'j', isComposing: true, bubbles: true}));
        document.dispatchEvent(new KeyboardEvent('keydown', {key: 'j', keyCode: 229, bubbles: true}))"""
    )
    expect(kit.locator("tr.is-cur")).to_have_count(0)


def test_palette_finds_and_opens(kit: Page, site: str) -> None:
    kit.keyboard.press("Control+k")
    expect(kit.locator("#palette")).to_be_visible()
    here = kit.url
    kit.evaluate(
        """for (const how of [{isComposing: true}, {keyCode: 229}])
        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, ...how}))"""
    )
    assert kit.url == here
    kit.locator("#palq").fill("发电机")
    expect(kit.locator("#pall li[data-found]")).to_have_count(2)
    kit.keyboard.press("Enter")
    kit.wait_for_url(f"{site}/look/kit/?found=1")


def test_g_and_a_letter_go_there(kit: Page, site: str) -> None:
    kit.evaluate("document.activeElement.blur()")
    kit.keyboard.press("g")
    with kit.expect_navigation():
        kit.keyboard.press("d")
    assert kit.url == f"{site}/look/kit/"


def test_large_type_stays_after_a_reload(kit: Page) -> None:
    kit.locator("[data-cmd=size]").first.click()
    expect(kit.locator("html")).to_have_attribute("data-size", "large")
    kit.reload()
    expect(kit.locator("html")).to_have_attribute("data-size", "large")


def test_a_deed_asks_first_and_no_means_no(kit: Page) -> None:
    kit.get_by_role("button", name="会先问一句的按钮").click()
    dialog = kit.locator("#confirm")
    expect(dialog).to_contain_text("销号后本件归档，不能撤回")
    here = kit.url
    dialog.get_by_role("button", name="取消").click()
    expect(dialog).to_be_hidden()
    assert kit.url == here


def test_a_toast_takes_the_deed_back(kit: Page) -> None:
    kit.evaluate("htmx.ajax('POST', '/act/', {swap: 'none'})")
    expect(kit.locator("#toasts .toast")).to_contain_text("已催办")
    kit.evaluate("document.activeElement.blur()")
    kit.keyboard.press("Control+z")
    expect(kit.locator("#toasts")).to_contain_text("已撤回")


def test_the_error_summary_has_the_focus_and_leads_to_the_field(kit: Page) -> None:
    assert kit.evaluate("document.activeElement.hasAttribute('data-errsum')")
    assert kit.title().startswith("有 2 处要改：")
    kit.locator("[data-errsum] a").first.click()
    assert kit.evaluate("document.activeElement.id || location.hash") in ("sample_amount", "#sample_amount")


def test_escape_closes_a_menu_and_gives_the_focus_back(kit: Page) -> None:
    summary = kit.locator("details.menu > summary").first
    summary.click()
    expect(kit.locator("details.menu[open]")).to_have_count(1)
    kit.keyboard.press("Escape")
    expect(kit.locator("details.menu[open]")).to_have_count(0)


def test_a_refusal_met_by_htmx_is_said(page: Page, site: str) -> None:
    page.goto(f"{site}/look/kit/")
    page.evaluate("htmx.ajax('POST', '/refused/', {swap: 'none'})")
    expect(page.locator("#toasts")).to_contain_text("不能审核自己的回告")


@pytest.mark.parametrize(
    ("width", "size"), [(1440, "standard"), (390, "standard"), (320, "standard"), (320, "xlarge")]
)
def test_no_sideways_scroll(browser: Browser, site: str, width: int, size: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    context.add_cookies([{"name": "zs-look", "value": f"size={size}", "url": site}])
    page = context.new_page()
    page.goto(f"{site}/look/kit/")
    assert page.evaluate("document.documentElement.dataset.size") == size
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    context.close()


def test_without_script_the_size_switches_and_the_bulk_bar_shows(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/look/kit/")
    expect(page.locator("[data-bulk]")).to_be_hidden()
    page.locator("[data-row] input[type=checkbox]").first.check()
    expect(page.locator("[data-bulk]")).to_be_visible()
    page.get_by_role("button", name="换成大字字号").click()
    assert page.locator("html").get_attribute("data-size") == "large"
    context.close()


def test_paper_shows_no_controls(kit: Page) -> None:
    kit.emulate_media(media="print")
    for gone in (".top", ".side", ".btn >> nth=0", ".pager"):
        expect(kit.locator(gone).first).to_be_hidden()


def test_a_large_photograph_is_sent_small_and_a_paper_as_it_is(kit: Page) -> None:
    photo = """async () => {
      const canvas = Object.assign(document.createElement('canvas'), {width: 4000, height: 3000});
      canvas.getContext('2d').fillRect(0, 0, 4000, 3000);
      const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
      const bag = new DataTransfer(), input = document.querySelector('#photo');
      bag.items.add(new File([blob], '现场.png', {type: 'image/png'}));
      bag.items.add(new File(['minutes'], '纪要.txt', {type: 'text/plain'}));
      input.files = bag.files;
      input.dispatchEvent(new Event('change', {bubbles: true}));
      while (input.files[0].type !== 'image/jpeg') await new Promise((again) => setTimeout(again, 20));
    }"""
    kit.evaluate(photo)
    sent = kit.evaluate(
        """async () => { const [photo, paper] = document.querySelector('#photo').files;
        const {width, height} = await createImageBitmap(photo); return [photo.name, width, height, paper.name, paper.size]; }"""
    )
    assert sent == ["现场.jpg", 1920, 1440, "纪要.txt", 7]


@pytest.mark.parametrize("locale", ["zh-CN", "en-US"])
@pytest.mark.parametrize(
    ("typed", "kept"),
    [("2026-12-31", "2026-12-31"), ("2026年3月5日", "2026-03-05"), ("20260305", "2026-03-05"),
     ("2026-02-30", "2026-02-30"), ("年底", "年底")],
)  # fmt: skip
def test_a_date_is_written_year_first_in_every_browser(
    browser: Browser, site: str, locale: str, typed: str, kept: str
) -> None:
    page = browser.new_context(locale=locale).new_page()
    page.goto(f"{site}/look/kit/")
    box = page.locator("input[data-date]").first
    box.fill(typed)
    box.blur()
    expect(box).to_have_value(kept)
    page.context.close()


@pytest.mark.parametrize(
    ("today", "typed", "kept"),
    [("2026-11-22", "12-31", "2026-12-31"), ("2026-12-20", "1-15", "2027-01-15"),
     ("2026-01-05", "1230", "2025-12-30")],
)  # fmt: skip
def test_a_day_without_a_year_is_the_nearest(kit: Page, today: str, typed: str, kept: str) -> None:
    assert kit.evaluate("([typed, today]) => zs.written(typed, new Date(today))", [typed, today]) == kept


def test_the_calendar_fills_the_box(kit: Page) -> None:
    kit.evaluate("HTMLInputElement.prototype.showPicker = function () { this.value = '2026-10-08'; "
                 "this.dispatchEvent(new Event('change')); }")  # fmt: skip
    kit.locator("[data-cmd=calendar]").first.click()
    expect(kit.locator("input[data-date]").first).to_have_value("2026-10-08")
