"""Papers on their pages: begun from the matter or the ledger, looked at, written on, issued, taken away."""

import io
import re

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image
from tests.platform.typesetting.pages import Pages
from tests.supervision.pages.steps import Page, open_one, press, see
from tests.world import CHEN_LI, HE_WEI, LI_MIN, WANG_JIANPING, World

from zhongshu.platform.journal.models import Entry
from zhongshu.supervision.models import Directive, Paper, PaperState

pytestmark = pytest.mark.django_db


def begun(world: World, choice: str = "notice:") -> tuple[Client, Directive, Paper]:
    directive, limin = open_one(world), world.client(LI_MIN)
    answer = press(limin, directive, "paper-draft", choice=choice)
    assert answer.status_code == 303
    return limin, directive, Paper.objects.latest("pk")


def at(name: str, paper: Paper, *more: object) -> str:
    return reverse(f"supervision:{name}", args=[paper.pk, *more])


def body(answer: Page) -> str:
    text: str = answer.content.decode()
    return text


def test_a_notice_is_begun_looked_at_issued_and_taken_away(world: World) -> None:
    limin, directive, paper = begun(world)
    assert "拟督办通知单" not in see(limin, directive)  # there is one already
    html = body(limin.get(at("paper", paper)))
    assert "编号发出" in html
    assert at("paper-page", paper, 1) in html
    answer = limin.post(at("paper-issue", paper), {"once": "k1"}, follow=True)
    assert "已发出，文号市委办公室督通〔" in body(answer)
    html = body(limin.get(at("paper", paper)))
    assert at("paper-issue", paper) not in html
    assert "保存并预览" not in html
    wang = world.client(WANG_JIANPING)
    assert "督办通知单" in see(wang, directive)
    taken = wang.get(at("paper-file", paper, "pdf"))
    assert "由市发展改革委牵头、市财政局配合" in Pages(b"".join(taken.streaming_content)).text()
    assert (
        wang.get(at("paper-file", paper, "docx"))
        .headers["Content-Type"]
        .endswith("wordprocessingml.document")
    )
    assert wang.get(at("paper-file", paper, "exe")).status_code == 404
    assert Entry.objects.filter(stream=paper.stream, verb="files.downloaded").count() == 2


def test_issuing_twice_by_one_press_issues_once(world: World) -> None:
    limin, _directive, paper = begun(world)
    for _press in range(2):
        assert limin.post(at("paper-issue", paper), {"once": "k1"}).status_code == 303
    assert Entry.objects.filter(stream=paper.stream, verb="supervision.paper_issued").count() == 1


def test_the_picture_of_a_page_is_a4(world: World) -> None:
    limin, _directive, paper = begun(world)
    answer = limin.get(at("paper-page", paper, 1))
    with Image.open(io.BytesIO(answer.content)) as drawn:
        assert abs(drawn.height / drawn.width - 297 / 210) < 0.01
    assert "no-store" in answer.headers["Cache-Control"]
    assert limin.get(at("paper-page", paper, 99)).status_code == 404


def test_words_are_kept_and_mistakes_stand_beside_their_field(world: World) -> None:
    limin, _directive, paper = begun(world)
    sent = {**paper.words, "closing": "请于月底前办结。"}
    assert limin.post(at("paper", paper), sent).status_code == 303
    assert "请于月底前办结。" in body(limin.get(at("paper", paper)))
    answer = limin.post(at("paper", paper), {**sent, "title": "", "closing": "白写的一句"})
    assert answer.status_code == 422
    assert "请写标题。" in body(answer)
    assert "白写的一句" in body(answer)  # what was typed is not lost


def test_what_cannot_be_drawn_is_said_instead_of_the_picture(world: World) -> None:
    limin, _directive, paper = begun(world)
    limin.post(at("paper", paper), {**paper.words, "to": "\U00016b40局"})
    html = body(limin.get(at("paper", paper)))
    assert "U+16B40" in html
    assert "编号发出" not in html
    assert limin.get(at("paper-page", paper, 1)).status_code == 422


def test_a_slip_that_is_out_offers_its_paper(world: World) -> None:
    directive, limin = open_one(world), world.client(LI_MIN)
    press(limin, directive, "slip", weight="2", text="请抓紧。")
    html = see(limin, directive)
    choice = re.search(r'name="choice" value="(urging:\d+)"', html)
    assert choice and "拟催办函" in html
    assert press(limin, directive, "paper-draft", choice=choice[1]).status_code == 303
    assert Paper.objects.get().kind == "urging"
    assert "拟催办函" not in see(limin, directive)
    assert press(limin, directive, "paper-draft", choice="report:").status_code == 404


def test_a_report_is_begun_from_the_ledger_as_it_is_filtered(world: World) -> None:
    open_one(world)
    open_one(world, lead="CZJ")
    limin, unit = world.client(LI_MIN), world.units["CZJ"]
    query = f"?unit={unit.short_name}"
    assert "拟督查专报" in body(limin.get(reverse("supervision:ledger")))
    address = reverse("supervision:paper-overview")
    assert limin.post(address + query, {"kind": "report"}).status_code == 303
    paper = Paper.objects.get()
    assert paper.selection == {"unit_id": unit.pk}
    html = body(limin.get(at("paper", paper)))
    link = re.search(r'href="(/supervision/\?unit=[^"]+)"', html)
    assert link
    assert "市财政局" in body(limin.get(link[1]))
    assert limin.post(f"{address}?q=没有这个词", {"kind": "report"}).status_code == 422


def test_a_bulletin_waits_for_the_approver(world: World) -> None:
    open_one(world)
    limin = world.client(LI_MIN)
    limin.post(reverse("supervision:paper-overview"), {"kind": "bulletin"})
    paper = Paper.objects.get()
    html = body(limin.get(at("paper", paper)))
    assert "由督办审批领导发出" in html
    assert "编号发出" not in html
    assert limin.post(at("paper-issue", paper)).status_code == 403
    assert world.client(CHEN_LI).post(at("paper-issue", paper)).status_code == 303
    assert Paper.objects.get().state == PaperState.ISSUED


def test_a_paper_is_issued_again_with_a_reason(world: World) -> None:
    limin, directive, paper = begun(world)
    limin.post(at("paper-issue", paper))
    answer = limin.post(at("paper-reissue", paper), {"reason": ""})
    assert answer.status_code == 422
    assert "请写明为什么重发。" in body(answer)
    assert limin.post(at("paper-reissue", paper), {"reason": "时限写错"}).status_code == 303
    new = Paper.objects.latest("pk")
    assert limin.post(at("paper-issue", new)).status_code == 303
    assert str(new.replaces) in body(limin.get(at("paper", paper)))
    assert "已被替代" in body(limin.get(at("paper", paper)))
    assert "时限写错" in body(world.client(HE_WEI).get(at("paper", new)))
    assert see(limin, directive).count(at("paper", new)) == 1


def test_the_list_holds_what_went_out_and_the_drafts_apart(world: World) -> None:
    limin, _directive, paper = begun(world)
    everything = reverse("supervision:papers")
    assert at("paper", paper) not in body(limin.get(everything))
    assert at("paper", paper) in body(limin.get(f"{everything}?drafts=1"))
    assert at("paper", paper) not in body(world.client(WANG_JIANPING).get(f"{everything}?drafts=1"))
    limin.post(at("paper-issue", paper))
    assert at("paper", paper) in body(world.client(WANG_JIANPING).get(everything))
    assert limin.post(at("paper-discard", paper)).status_code == 409


def test_a_draft_is_given_up(world: World) -> None:
    limin, directive, paper = begun(world)
    assert limin.post(at("paper-discard", paper)).status_code == 303
    assert at("paper", paper) not in see(limin, directive)
    assert "拟督办通知单" in see(limin, directive)
