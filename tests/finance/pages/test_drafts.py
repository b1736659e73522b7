"""A claim half filled in is kept: by the button, by every change, by every refusal; found again, changed, handed in."""

import re
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.finance.conftest import Office
from tests.finance.pages.test_claim_pages import budgeted, said, sheet
from tests.finance.test_invoices import XML
from tests.world import HE_WEI, LI_MIN
from zhongshu.approvals import services as approvals
from zhongshu.finance.models import Claim, ClaimDraft
from zhongshu.kernel.clock import now
from zhongshu.platform.files.models import File
from zhongshu.platform.journal import queries as journal

pytestmark = pytest.mark.django_db
__all__ = ["budgeted"]
NEW = "finance:new-claim"


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Any) -> None:
    settings.FILES_ROOT = tmp_path / "files"


def resumed(client: Any) -> str:
    return said(client.get(reverse(NEW), {"draft": ClaimDraft.objects.get().pk}))


def test_kept_found_again_changed_and_handed_in(budgeted: Office) -> None:
    client = budgeted.world.client(LI_MIN)
    half = {**sheet(), "i1-amount": "", "add": "keep"}
    answer = client.post(reverse(NEW), half)
    assert (answer.status_code, answer.headers["Location"]) == (
        303,
        f"{reverse('finance:claims')}?box=drafts",
    )
    listed = said(client.get(answer.headers["Location"]))
    assert "购买打印耗材" in listed and not Claim.objects.exists() and budgeted.line().reserved == 0
    shown = resumed(client)
    assert 'value="硒鼓"' in shown and 'value="26442000000012345678"' in shown and "errsum" not in shown
    done = client.post(reverse(NEW), {**sheet(), "draft": ClaimDraft.objects.get().pk})
    assert done.status_code == 303 and Claim.objects.get().amount == Decimal(800)
    assert not ClaimDraft.objects.exists()


def test_a_refusal_loses_nothing(budgeted: Office) -> None:
    client = budgeted.world.client(LI_MIN)
    answer = client.post(reverse(NEW), sheet("800", payee=""))
    assert answer.status_code == 422
    kept = ClaimDraft.objects.get()
    assert f'name="draft" value="{kept.pk}"' in said(answer)
    client.post(reverse(NEW), {**sheet("800", payee="", title="改过的"), "draft": kept.pk})
    assert str(ClaimDraft.objects.get()) == "改过的"


def test_every_change_is_kept_while_one_types(budgeted: Office) -> None:
    client = budgeted.world.client(LI_MIN)
    answer = client.post(reverse("finance:claim-draft"), {"title": "半", "i-rows": 1})
    kept = ClaimDraft.objects.get()
    assert f'value="{kept.pk}"' in said(answer)
    client.post(reverse("finance:claim-draft"), {"title": "半张", "i-rows": 1, "draft": kept.pk})
    kept.refresh_from_db()
    assert str(kept) == "半张"


def test_files_stay_with_it(budgeted: Office) -> None:
    client = budgeted.world.client(LI_MIN)
    file = SimpleUploadedFile("发票.xml", XML.encode(), "application/xml")
    client.post(reverse(NEW), {**sheet(), "s1-number": "", "add": "read", "files": [file]})
    assert len(ClaimDraft.objects.get().files) == 1
    assert "发票.xml" in resumed(client)


def test_files_chosen_and_not_yet_sent_are_kept_with_every_change(budgeted: Office) -> None:
    client, at = budgeted.world.client(LI_MIN), reverse("finance:claim-draft")
    file = SimpleUploadedFile("发票.xml", XML.encode(), "application/xml")
    answer = said(client.post(at, {"title": "半", "i-rows": 1, "files": [file]}))
    assert 'hx-swap-oob="true"' in answer and "发票.xml" in answer
    (sealed,) = re.findall(r'name="kept" value="([^"]+)"', answer)
    kept = ClaimDraft.objects.get()
    again = said(client.post(at, {"title": "半张", "i-rows": 1, "draft": kept.pk, "kept": sealed}))
    kept.refresh_from_db()
    assert len(kept.files) == File.objects.count() == 1 and "hx-swap-oob" not in again
    bad = SimpleUploadedFile("脚本.exe", b"MZ", "application/octet-stream")
    refused = said(client.post(at, {"title": "半张纸", "draft": kept.pk, "kept": sealed, "files": [bad]}))
    kept.refresh_from_db()
    assert "脚本.exe" in refused and (str(kept), len(kept.files)) == ("半张纸", 1)


def test_a_bad_file_keeps_none_of_those_chosen_with_it_away_and_is_named(budgeted: Office) -> None:
    client, at = budgeted.world.client(LI_MIN), reverse("finance:claim-draft")
    chosen = [
        SimpleUploadedFile("脚本.exe", b"MZ", "application/octet-stream"),
        SimpleUploadedFile("空白.xml", b"", "application/xml"),
        SimpleUploadedFile("发票.xml", XML.encode(), "application/xml"),
    ]
    answer = said(client.post(at, {"title": "半", "i-rows": 1, "files": chosen}))
    assert [file.name for file in File.objects.filter(pk__in=ClaimDraft.objects.get().files)] == ["发票.xml"]
    assert "脚本.exe：" in answer and "空白.xml：这个文件是空的" in answer and "发票.xml：" not in answer
    assert "其他文件已经留下，不用再选" in answer
    shown = resumed(client)
    assert "发票.xml" in shown and "脚本.exe" not in shown
    assert 'value="26312000000098765432"' in shown  # handed in at once: it was read when the sheet was shown


def test_each_change_is_on_record_by_its_fields_and_none_where_nothing_changed(budgeted: Office) -> None:
    client, at = budgeted.world.client(LI_MIN), reverse("finance:claim-draft")
    client.post(at, {"title": "半", "payee": "李敏"})
    kept = ClaimDraft.objects.get()
    for title in ("半张", "半张"):
        client.post(at, {"title": title, "payee": "李敏", "draft": kept.pk})
    changed, begun = journal.timeline(f"claim-draft:{kept.pk}")
    assert (begun.verb, changed.verb) == ("finance.draft_begun", "finance.draft_changed")
    assert '"title"' in str(changed.data).replace("'", '"') and "payee" not in str(changed.data)


def test_a_draft_is_its_owners_alone(budgeted: Office) -> None:
    budgeted.world.client(LI_MIN).post(reverse(NEW), {**sheet(), "add": "keep"})
    other, kept = budgeted.world.client(HE_WEI), ClaimDraft.objects.get()
    assert other.get(reverse(NEW), {"draft": kept.pk}).status_code == 404
    assert "购买打印耗材" not in said(other.get(reverse("finance:claims"), {"box": "drafts"}))
    other.post(reverse("finance:claim-draft"), {"title": "别人的", "draft": kept.pk})
    kept.refresh_from_db()
    assert str(kept) == "购买打印耗材"


def test_what_is_put_right_after_a_return_is_kept_too(budgeted: Office) -> None:
    client = budgeted.world.client(LI_MIN)
    client.post(reverse(NEW), sheet())
    claim = Claim.objects.get()
    approvals.give_back(
        actor=budgeted.actor(HE_WEI),
        matter_id=claim.pk,
        target="submit",
        straight=False,
        opinion="补明细",
        at=now(),
    )
    amend = reverse("finance:amend", args=[claim.pk])
    client.post(amend, {**sheet("700"), "opinion": "", "add": "keep"})
    assert 'value="700"' in said(client.get(amend))
    done = client.post(amend, {**sheet("700"), "opinion": "改了", "draft": ClaimDraft.objects.get().pk})
    claim.refresh_from_db()
    assert (done.status_code, claim.amount, ClaimDraft.objects.count()) == (303, Decimal(700), 0)
