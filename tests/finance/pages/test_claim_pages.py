"""Claims on their pages: filled in with read invoices, all faults at once, decided, given back and amended."""

import re
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from tests.finance.conftest import BOOKKEEPER, CASHIER, REVIEWER, Office
from tests.finance.test_invoices import XML
from tests.world import HE_WEI, LI_MIN, SUN_YAO
from zhongshu.approvals.models import Approval
from zhongshu.finance.models import BudgetLine, Claim, Invoice
from zhongshu.kernel.clock import local_day, now

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Any) -> None:
    settings.FILES_ROOT = tmp_path / "files"


@pytest.fixture
def budgeted(seated: Office) -> Office:
    """The line of this year, whatever year the test runs in."""
    BudgetLine.objects.update(year=local_day(now()).year)
    return seated


DEEDS = {
    CASHIER: ("finance:claim-payment", {"way": "transfer", "proof": "回单 7"}),
    BOOKKEEPER: ("finance:claim-booking", {"voucher": "记-2026-11-032"}),
}


def sheet(yuan: str = "800", **more: str) -> dict[str, Any]:
    today = local_day(now()).isoformat()
    return {
        "title": "购买打印耗材", "category": "office", "payee": "澄江文具店", "line_id": BudgetLine.objects.get().pk,
        "i-rows": 1, "i1-item": "general", "i1-note": "硒鼓", "i1-spent_on": today, "i1-amount": yuan,
        "s-rows": 1, "s1-number": "26442000000012345678", "s1-issued_on": today, "s1-amount": yuan, **more,
    }  # fmt: skip


def hand_in(client: Client, **more: str) -> Any:
    return client.post(reverse("finance:new-claim"), sheet(**more))


def said(answer: Any) -> str:
    return re.sub(r"\s+", " ", answer.content.decode())


def test_filled_in_and_handed_in(budgeted: Office) -> None:
    client = budgeted.world.client(LI_MIN)
    assert "余额 100,000.00 元" in said(client.get(reverse("finance:new-claim")))
    answer = hand_in(client)
    claim = Claim.objects.get()
    assert answer.status_code == 303
    shown = said(client.get(answer.headers["Location"]))
    assert all(word in shown for word in ("26442000000012345678", "800.00 元", "99,200.00 元", "已占用"))
    assert claim.amount == 800


def test_all_faults_are_shown_at_once(budgeted: Office) -> None:
    client = budgeted.world.client(LI_MIN)
    answer = hand_in(client, title="", payee="", category="travel", **{"s1-amount": "10"})
    assert answer.status_code == 422
    shown = said(answer)
    assert all(
        word in shown for word in ("请填写事由", "请填写收款人", "事前已经批准的审批件", "超过发票合计")
    )
    assert "硒鼓" in shown
    assert not Claim.objects.exists()


def test_a_row_that_lacks_something_asks_for_it_in_plain_words(budgeted: Office) -> None:
    answer = hand_in(budgeted.world.client(LI_MIN), **{"i1-note": "", "s1-number": ""})
    shown = said(answer)
    assert "请填写“内容”。" in shown and "请填写“发票号码”。" in shown and "这个字段是必填项" not in shown


def test_an_invoice_file_is_read_into_a_row_and_nothing_is_handed_in_yet(budgeted: Office) -> None:
    client = budgeted.world.client(LI_MIN)
    file = SimpleUploadedFile("发票.xml", XML.encode(), content_type="text/xml")
    empty = {"s1-number": "", "s1-issued_on": "", "s1-amount": ""}
    answer = client.post(
        reverse("finance:new-claim"), {**sheet("106"), **empty, "add": "read", "files": file}
    )
    shown = said(answer)
    assert answer.status_code == 200
    assert "读出 1 张发票" in shown
    sent_to = f'<form method="post" action="{reverse("finance:new-claim")}" enctype'
    assert sent_to in shown  # and not to #slips, where one would not see what is wrong
    assert 'value="26312000000098765432"' in shown
    assert 'value="106.00"' in shown
    assert "澄江印刷厂" in shown
    assert not Claim.objects.exists()
    kept = re.search(r'name="kept" value="([^"]+)"', shown)
    row = re.search(r'name="s1-file_id" value="(\d+)"', shown)
    assert kept
    assert row
    today = local_day(now()).isoformat()
    again = {
        **sheet("106"), "kept": kept[1], "s1-file_id": row[1], "s1-number": "26312000000098765432",
        "s1-issued_on": today, "s1-amount": "106.00",
    }  # fmt: skip
    assert client.post(reverse("finance:new-claim"), again).status_code == 303
    claim = Claim.objects.get()
    assert claim.invoices.get().file_id == int(row[1])
    assert claim.matter.attachments.count() == 1


@pytest.mark.parametrize(("yuan", "status"), [("106", 303), ("107", 422)])
def test_an_invoice_typed_in_is_measured_by_the_file_that_comes_with_it(
    budgeted: Office, yuan: str, status: int
) -> None:
    """F-07: nobody reads the file first for its number and sum to count."""
    file = SimpleUploadedFile("发票.xml", XML.encode(), content_type="text/xml")
    sent = {**sheet(yuan), "s1-number": "26312000000098765432", "s1-amount": yuan, "files": file}
    answer = budgeted.world.client(LI_MIN).post(reverse("finance:new-claim"), sent)
    assert answer.status_code == status, said(answer)
    assert [one.file.name for one in Invoice.objects.all()] == (["发票.xml"] if status == 303 else [])


def test_a_photograph_of_a_receipt_is_a_file_like_any_other(budgeted: Office) -> None:
    """Nothing can be read from it, and nothing has to be."""
    client, photograph = budgeted.world.client(LI_MIN), BytesIO()
    Image.new("RGB", (8, 8)).save(photograph, "PNG")
    file = SimpleUploadedFile("小票.png", photograph.getvalue(), content_type="image/png")
    answer = client.post(reverse("finance:new-claim"), {**sheet(), "files": file})
    assert answer.status_code == 303, said(answer)
    assert Claim.objects.get().matter.attachments.get().file.name == "小票.png"


def test_a_file_that_is_no_invoice_is_named_where_it_lies_and_can_be_taken_off(budgeted: Office) -> None:
    client, here = budgeted.world.client(LI_MIN), reverse("finance:new-claim")
    letter = SimpleUploadedFile("公函.txt", "来访公函".encode(), content_type="text/plain")
    invoice = SimpleUploadedFile("发票.xml", XML.encode(), content_type="text/xml")
    empty = {"s1-number": "", "s1-issued_on": "", "s1-amount": ""}
    sent = client.post(here, {**sheet("106"), **empty, "add": "read", "files": [letter, invoice]})
    shown = said(sent)
    told = shown[shown.index('id="read"') : shown.index('id="files-kept"')]
    assert "1 个文件没有读出新的发票，作为普通附件留下" in told and "公函.txt" in told and "发票.xml" in told
    assert 'formaction="#read"' in shown, "one is led to what is said"
    offered = {
        name: pk for pk, name in re.findall(r'name="off" value="(\d+)"[^>]*aria-label="取下 ([^"]+)"', shown)
    }
    assert set(offered) == {"公函.txt", "发票.xml"}

    def without(name: str, page: str, **rows: str) -> str:
        kept = re.search(r'name="kept" value="([^"]+)"', page)
        assert kept
        answer = client.post(here, {**sheet("106"), **rows, "kept": kept[1], "off": offered[name]})
        assert answer.status_code == 200
        return said(answer)

    row = {"s1-file_id": offered["发票.xml"], "s1-number": "26312000000098765432"}
    shown = without("公函.txt", shown, **row)
    assert "取下 公函.txt" not in shown and "26312000000098765432" in shown
    shown = without("发票.xml", shown, **row)
    assert 'name="off"' not in shown and "26312000000098765432" not in shown, (
        "what was read from it goes with it"
    )
    assert not Claim.objects.exists()


def test_a_row_is_added_without_script(budgeted: Office) -> None:
    client = budgeted.world.client(LI_MIN)
    shown = said(client.post(reverse("finance:new-claim"), {**sheet(), "add": "item"}))
    assert "第 2 项" in shown
    assert 'value="硒鼓"' in shown
    assert "errsum" not in shown


def test_decided_by_four_people_on_their_pages(budgeted: Office) -> None:
    hand_in(budgeted.world.client(LI_MIN))
    claim = Claim.objects.get()
    for name in (HE_WEI, REVIEWER, CASHIER, BOOKKEEPER):
        client = budgeted.client(name)
        listed = said(client.get(reverse("finance:claims"), {"box": "waiting"}))
        assert "购买打印耗材" in listed, name
        deed, form = DEEDS.get(name, ("approvals:agreement", {"opinion": "同意"}))
        page = said(client.get(reverse("finance:claim", args=[claim.pk])))
        assert f'href="{reverse(deed, args=[claim.pk])}"' in page, name
        answer = client.post(reverse(deed, args=[claim.pk]), form)
        assert answer.status_code == 303, answer.content.decode()
        assert answer.headers["Location"] == reverse("finance:claim", args=[claim.pk])
    shown = said(budgeted.world.client(LI_MIN).get(reverse("finance:claim", args=[claim.pk])))
    assert CASHIER in shown
    assert BOOKKEEPER in shown
    assert "已支出" in shown
    assert "转账 回单 7" in shown and "记-2026-11-032" in shown


def test_given_back_it_is_amended_on_its_own_sheet_only(budgeted: Office) -> None:
    client = budgeted.world.client(LI_MIN)
    hand_in(client)
    claim = Claim.objects.get()
    not_yet = client.get(reverse("finance:amend", args=[claim.pk]))
    assert not_yet.status_code == 409 and "不在起草人手里" in said(not_yet)
    back = {"target": "submit", "way": "again", "opinion": "请核减"}
    answer = budgeted.client(HE_WEI).post(reverse("approvals:return", args=[claim.pk]), back)
    assert answer.status_code == 303, answer.content.decode()
    amended = reverse("finance:amend", args=[claim.pk])
    page = said(client.get(reverse("finance:claim", args=[claim.pk])))
    assert f'<a class="btn btn--pri" href="{amended}">' in page
    assert page[page.index("<main") : page.index("</main>")].count("btn--pri") == 1
    assert "硒鼓" in said(client.get(amended))
    less = {**sheet("500"), "s1-amount": "500", "opinion": "已核减"}
    assert client.post(amended, less).status_code == 303
    claim.refresh_from_db()
    assert claim.amount == 500
    assert Approval.objects.get(pk=claim.pk).values["amount"] == "500.00"


def test_somebody_elses_claim_does_not_exist(budgeted: Office) -> None:
    hand_in(budgeted.world.client(LI_MIN))
    pk = Claim.objects.get().pk
    stranger = budgeted.world.client(SUN_YAO)
    assert stranger.get(reverse("finance:claim", args=[pk])).status_code == 404
    assert stranger.get(reverse("finance:amend", args=[pk])).status_code == 404
    assert budgeted.client(HE_WEI).get(reverse("finance:amend", args=[pk])).status_code == 403


def test_the_list_is_narrowed_and_exported(budgeted: Office) -> None:
    client = budgeted.world.client(LI_MIN)
    hand_in(client)
    assert "购买打印耗材" in said(
        client.get(reverse("finance:claims"), {"text": "耗材", "category": "office"})
    )
    assert "购买打印耗材" not in said(client.get(reverse("finance:claims"), {"category": "travel"}))
    book = client.get(reverse("finance:export"))
    assert b"".join(book.streaming_content)[:2] == b"PK"
