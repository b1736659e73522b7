"""What goes wrong is said in one clear sentence; nothing is half-saved, and what was typed is still there."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.conf import LazySettings
from playwright.sync_api import Page, Request, expect

from tests.journeys.steps import evidence, minutes, press, title, today, told
from tests.platform.files import papers
from tests.supervision.pages.steps import open_one
from tests.world import CHEN_LI, HE_WEI, LI_MIN, World
from zhongshu.kernel.clock import now
from zhongshu.matters.models import Matter
from zhongshu.org import services as org
from zhongshu.platform.files.models import Blob
from zhongshu.platform.journal.models import Entry
from zhongshu.supervision.models import Directive, Finding, Intake

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Seat = Callable[..., Page]
TITLE = "第18次专题会议纪要"
DUTY = "由市发展改革委牵头，30日内完成老旧小区改造方案编制。"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

# what is uploaded: (name, bytes, what the page says)
BAD_FILES = {
    "empty": ("纪要.txt", b"", "空"),
    "a program renamed": ("纪要.docx", b"MZ\x90\x00" + b"\x00" * 600, "不接收这种文件"),
    "a PDF renamed": ("纪要.docx", papers.pdf("会议议定"), "文件名写的是"),
    "encrypted": ("纪要.pdf", papers.pdf("会议议定", password=True), "文件设有打开密码"),
    "broken": ("纪要.docx", papers.word(DUTY)[:400], "文件"),
    "a picture without text": ("纪要.pdf", papers.pdf(), "没有可读取的文字"),
    "secret": ("纪要.docx", papers.word("机密★10年", DUTY), "本系统不得存储"),
}


def with_title(limin: Page) -> Page:
    limin.goto("/supervision/intakes/new/")
    limin.get_by_label("标题").fill(TITLE)
    return limin


def upload(page: Page, name: str, data: bytes) -> None:
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": WORD, "buffer": data})


def split(limin: Page, text: str) -> None:
    with_title(limin).get_by_label("正文").fill(text)
    press(limin, "识别任务")
    title(limin, "把材料拆成督办事项")


def refused(page: Page, text: str) -> None:
    """The page names the mistake, in its summary, and the keyboard is there."""
    expect(page.locator("[data-errsum]")).to_contain_text(text)
    expect(page.locator("[data-errsum]")).to_be_focused()


@pytest.mark.parametrize("kind", BAD_FILES)
def test_a_bad_file_is_refused_and_the_title_stays(seat: Seat, world: World, kind: str) -> None:
    name, data, said = BAD_FILES[kind]
    limin = with_title(seat(LI_MIN))
    upload(limin, name, data)
    press(limin, "识别任务")
    refused(limin, said)
    expect(limin.get_by_label("标题")).to_have_value(TITLE)
    assert not Intake.objects.exists()
    assert not Entry.objects.filter(verb="supervision.brought_in").exists()
    if kind == "secret":
        assert not Blob.objects.exists()


def test_a_file_beyond_the_limit_is_refused(seat: Seat, world: World, settings: LazySettings) -> None:
    settings.UPLOAD_LIMIT_BYTES = 1024 * 1024
    limin = with_title(seat(LI_MIN))
    upload(limin, "纪要.txt", "字".encode() * 400_000)
    press(limin, "识别任务")
    refused(limin, "文件超过 1 MB 的上限")
    expect(limin.get_by_label("标题")).to_have_value(TITLE)
    assert not Intake.objects.exists()


def test_secret_words_pasted_are_refused(seat: Seat, world: World) -> None:
    limin = with_title(seat(LI_MIN))
    limin.get_by_label("正文").fill(f"机密★10年\n{DUTY}")
    press(limin, "识别任务")
    refused(limin, "本系统不得存储")
    assert not Intake.objects.exists()


def test_nothing_given_is_asked_for(seat: Seat, world: World) -> None:
    limin = with_title(seat(LI_MIN))
    press(limin, "识别任务")
    refused(limin, "请粘贴正文，或上传带文字的")


def test_minutes_without_a_duty_are_kept_and_one_can_be_added(seat: Seat, world: World) -> None:
    limin = seat(LI_MIN)
    split(limin, "会议听取了有关情况汇报，与会同志进行了讨论。")
    told(limin, "没有认出任务")
    press(limin, "加一条")
    card = limin.locator("#card-1")
    card.get_by_label("任务", exact=True).fill("完成信访积案化解")
    card.get_by_label("牵头单位").fill("南湖县")
    card.get_by_label("牵头单位").press("Enter")  # adds no second one, which would be told as empty below
    card.get_by_label("办结时限").fill((today() + timedelta(days=20)).isoformat())
    limin.get_by_label("批准立项的领导").select_option(label="何伟（督查科科长）")
    press(limin, "全部立项并交办")
    told(limin, "1 件已交办")


def test_each_fault_of_the_cards_is_named_and_nothing_is_opened(seat: Seat, world: World) -> None:
    limin = seat(LI_MIN)
    split(limin, minutes())
    first, second, third = (limin.locator(f"#card-{number}") for number in (1, 2, 3))
    first.get_by_label("牵头单位").fill("市发展改革委、市财政局")
    second.get_by_label("办结时限").fill("2026-01-05")
    third.get_by_label("任务", exact=True).fill("制定延时服务补贴办法（修改过）")
    press(limin, "全部立项并交办")
    refused(limin, "一件事只能有一个牵头单位")
    refused(limin, "时限 2026-01-05 已经过去")
    refused(limin, "名录里没有“市人社局”")
    refused(limin, "请选择批准立项的领导")
    expect(first.get_by_label("牵头单位")).to_have_value("市发展改革委、市财政局")
    expect(third.get_by_label("任务", exact=True)).to_have_value("制定延时服务补贴办法（修改过）")
    assert not Directive.objects.exists()
    assert set(Finding.objects.values_list("decision", flat=True)) == {"pending"}


def test_a_double_press_opens_each_matter_once(seat: Seat, world: World) -> None:
    limin = seat(LI_MIN)
    split(limin, f"会议议定：由市财政局牵头，{today().year + 1}年3月1日前完成资金核查。")
    limin.get_by_label("批准立项的领导").select_option(label="何伟（督查科科长）")
    sent: list[str] = []
    limin.on("request", lambda one: _note(one, sent))
    limin.get_by_role("button", name="全部立项并交办").dblclick()
    told(limin, "1 件已交办")
    assert Matter.objects.count() == 1
    assert len(sent) == 1


def _note(request: Request, sent: list[str]) -> None:
    if request.method == "POST":
        sent.append(request.url)


def test_the_same_form_sent_again_opens_nothing_twice(seat: Seat, world: World) -> None:
    limin = seat(LI_MIN)
    split(limin, f"会议议定：由市财政局牵头，{today().year + 1}年3月1日前完成资金核查。")
    limin.get_by_label("批准立项的领导").select_option(label="何伟（督查科科长）")
    address = limin.url
    again = limin.evaluate(
        "new URLSearchParams(new FormData(document.querySelector('form[aria-label=督办事项清单]'))).toString()"
    )
    press(limin, "全部立项并交办")
    told(limin, "1 件已交办")
    answer = limin.request.post(
        address,
        data=again,
        headers={"Content-Type": "application/x-www-form-urlencoded", "Referer": address},
    )
    assert answer.ok
    assert Matter.objects.count() == 1


def test_a_lost_connection_keeps_what_was_typed(seat: Seat, world: World) -> None:
    limin = with_title(seat(LI_MIN))
    limin.get_by_label("正文").fill(DUTY)
    limin.context.set_offline(True)
    press(limin, "识别任务")
    expect(limin.locator("#toasts")).not_to_be_empty()
    expect(limin.get_by_label("正文")).to_have_value(DUTY)
    limin.context.set_offline(False)
    press(limin, "识别任务")
    title(limin, "把材料拆成督办事项")
    assert Intake.objects.count() == 1


def test_whoever_undertakes_does_not_verify_even_as_a_stand_in(seat: Seat, world: World) -> None:
    directive = open_one(world, lead="SWB")
    chen = seat(CHEN_LI, f"/supervision/{directive.pk}/")
    press(chen, "签收")
    evidence(chen, "方案已编制完成。", signed_by=CHEN_LI)
    org.stand_in(
        actor=world.actor(HE_WEI, today()), absent_id=world.people[HE_WEI].pk, at=now(),
        stand_in_id=world.people[CHEN_LI].pk, starts_on=today(), ends_on=today(),
    )  # fmt: skip
    chen.goto("/org/absence/")
    press(chen, "代何伟办理")
    told(chen, "您正在代何伟办理")
    chen.goto(f"/supervision/{directive.pk}/")
    expect(chen.get_by_role("link", name="审核", exact=True)).to_have_count(0)
    answer = chen.goto(f"/supervision/{directive.pk}/verification/")
    assert answer is not None and answer.status == 403
    expect(chen.locator("main")).to_contain_text("承办人不能审核自己办的事")
    expect(chen.locator("main")).to_contain_text("请由督查部门没有参与承办的同志审核")
