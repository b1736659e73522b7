"""A claim in a real Chromium: filled in, kept, handed in, reviewed, paid, booked; and the auditor, who changes nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import LazySettings
from playwright.sync_api import Page, expect

from tests.finance.conftest import BOOKKEEPER, CASHIER, POSTS, REVIEWER, Office, prepared
from tests.journeys.steps import PHONE, press, title, today, told
from tests.world import AT, HE_WEI, LI_MIN, SHEN_JING, World
from zhongshu.finance.models import BudgetLine, Claim, ClaimDraft
from zhongshu.org.models import Person
from zhongshu.platform.accounts.models import User

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Seat = Callable[..., Page]
WAITING = "/finance/?box=waiting"


@pytest.fixture
def office(world: World, settings: LazySettings, tmp_path: Path) -> Office:
    """The office with this year's budget, whose finance people can enter."""
    settings.FILES_ROOT, settings.ARCHIVE_ROOT = tmp_path / "files", tmp_path / "archive"
    made = prepared(world, year=today().year)
    for number, name in enumerate(POSTS):
        user = User.objects.create(username=f"cw{number}", password="!", password_changed_at=AT)
        Person.objects.filter(pk=made.people[name].pk).update(user=user)
        world.people[name] = Person.objects.select_related("user").get(pk=made.people[name].pk)
    return made


def filled_in(page: Page) -> None:
    day = today().isoformat()
    page.get_by_label("事由").fill("购买打印耗材")
    page.get_by_label("类别").select_option("office")
    page.get_by_label("预算指标").select_option(index=1)
    page.get_by_label("收款人", exact=True).fill("澄江文具店")
    page.locator("#items").get_by_label("内容").fill("硒鼓")
    page.locator("#items").get_by_label("发生日期").fill(day)
    page.locator("#items").get_by_label("金额").fill("800")


def invoiced(page: Page) -> None:
    page.get_by_label("发票号码").fill("26442000000012345678")
    page.get_by_label("开票日期").fill(today().isoformat())
    page.get_by_label("价税合计").fill("800")


def open_waiting(page: Page) -> None:
    page.goto(WAITING)
    page.get_by_role("link", name="购买打印耗材").click()
    title(page, "购买打印耗材")


def test_from_a_draft_to_the_books(seat: Seat, office: Office) -> None:
    limin = seat(LI_MIN, "/finance/new/")
    filled_in(limin)
    press(limin, "存草稿")
    told(limin, "草稿已保存")
    limin.get_by_role("link", name="购买打印耗材").click()
    invoiced(limin)
    press(limin, "提交审批")
    told(limin, "已提交审批")
    for name in (HE_WEI, REVIEWER):
        page = seat(name)
        open_waiting(page)
        press(page, "同意")
        press(page, "同意")
        told(page, "已同意。")
    cashier = seat(CASHIER)
    open_waiting(cashier)
    expect(cashier.locator("main").get_by_role("link", name="同意", exact=True)).to_have_count(0)
    press(cashier, "付款")
    press(cashier, "已付款")
    told(cashier, "请填写付款凭据号。")
    cashier.get_by_label("付款凭据号").fill("回单 0011")
    press(cashier, "已付款")
    told(cashier, "转账 回单 0011")
    books = seat(BOOKKEEPER, viewport=PHONE, has_touch=True, is_mobile=True)
    open_waiting(books)
    press(books, "记账")
    books.get_by_label("记账凭证号").fill("记-12")
    press(books, "已记账")
    told(books, "凭证号 记-12")
    claim = Claim.objects.get()
    assert (claim.pay_proof, claim.voucher) == ("回单 0011", "记-12")
    assert len({claim.claimant_id, claim.paid_by_id, claim.booked_by_id}) == 3
    assert BudgetLine.objects.get().spent == claim.amount and not ClaimDraft.objects.exists()


def test_what_is_typed_is_kept_before_anything_is_pressed(seat: Seat, office: Office) -> None:
    limin = seat(LI_MIN, "/finance/new/")
    filled_in(limin)
    limin.get_by_label("收款人", exact=True).press("Tab")
    expect(limin.locator("#draft")).to_contain_text("草稿已保存")
    limin.goto("/finance/?box=drafts")
    limin.get_by_role("link", name="购买打印耗材").click()
    expect(limin.locator("#items").get_by_label("内容")).to_have_value("硒鼓")


def test_the_auditor_sees_the_chain_and_changes_nothing(seat: Seat, office: Office) -> None:
    limin = seat(LI_MIN, "/finance/new/")
    filled_in(limin)
    invoiced(limin)
    press(limin, "提交审批")
    auditor = seat(SHEN_JING, "/finance/?box=all")
    auditor.get_by_role("link", name="购买打印耗材").click()
    told(auditor, "26442000000012345678")
    deeds = auditor.locator("main").get_by_role("link").or_(auditor.locator("main").get_by_role("button"))
    for word in ("同意", "付款", "记账", "退回", "不同意", "作废", "关联会议决定", "修改并提交"):
        expect(deeds.get_by_text(word, exact=True)).to_have_count(0)
    for path, words in (
        ("/finance/budget/", "办公费"), ("/finance/ageing/", "在办单据"), ("/finance/large/", "大额标准"),
        ("/finance/duties/", "八种控制方法"), ("/finance/funds/", "争取资金"),
    ):  # fmt: skip
        auditor.goto(path)
        told(auditor, words)
        expect(auditor.locator("main").get_by_role("link", name="登记")).to_have_count(0)
