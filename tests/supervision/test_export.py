"""The ledger taken out is the ledger that can be taken in again: the reader reads its own house's book."""

import re
import sys
from datetime import date, timedelta
from html import unescape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.http import QueryDict
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.supervision.old_ledger import brought, imported
from tests.supervision.pages.steps import open_one, today
from tests.supervision.story import handed_over
from tests.world import AT, LI_MIN, World
from zhongshu.kernel.paging import encode_cursor
from zhongshu.matters.models import Matter as Row
from zhongshu.supervision import services
from zhongshu.supervision.forms.ledger import FilterForm
from zhongshu.supervision.ledgers import Matter, read_ledger
from zhongshu.supervision.papers.workbook import heads, write_ledger
from zhongshu.supervision.queries import Filter
from zhongshu.supervision.views import ledger as ledger_views

UNITS = ("市教育局", "市财政局", "市发展改革委", "市水利局")
CATEGORIES = ("领导批示", "会议议定", "年度重点工作")
WORDS = (
    "改造老旧小区120个，同步加装电梯",
    "修订防汛预案",
    "=1+1",
    "@所有单位报送清单",
    "推进节能减排（第二批）",
)


def book(rows: list[list[str | date]]) -> bytes:
    target = BytesIO()
    write_ledger(target, rows, title="督查督办台账", below="范围：在办　导出：李敏　2026-11-22 14:00")
    return target.getvalue()


def again(content: bytes) -> list[Matter]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "督查督办台账20261122.xlsx"
        path.write_bytes(content)
        return list(read_ledger(path, date(2026, 11, 22)))


row = st.builds(
    lambda number, category, task, lead, support, due, risk, progress: [
        f"市委办督〔2026〕{number}号", category, task, "市政府第8次常务会议", lead, "、".join(support - {lead}),
        "陈立", due, "办理中", risk, progress, "等资金", "原定时限2026-01-05。",
    ],
    st.integers(1, 99), st.sampled_from(CATEGORIES), st.sampled_from(WORDS), st.sampled_from(UNITS),
    st.frozensets(st.sampled_from(UNITS), max_size=2), st.dates(date(2025, 1, 1), date(2028, 12, 31)),
    st.sampled_from(("", "需关注", "高风险")), st.sampled_from(("", "已开工3个", "完成方案，正在报批")),
)  # fmt: skip


@given(st.lists(row, min_size=1, max_size=8))
def test_what_is_written_is_read_back_as_it_was(rows: list[list[str | date]]) -> None:
    told = [
        [
            m.number,
            m.category,
            m.task,
            "、".join(m.lead),
            "、".join(m.support),
            m.leader,
            m.due,
            m.progress,
            m.problem,
        ]
        for m in again(book(rows))
    ]
    meant = [[r[0], r[1], r[2], r[4], r[5], r[6], r[7].isoformat(), r[10], r[11]] for r in rows]
    assert told == meant


@pytest.mark.parametrize("words", ["=cmd|' /C calc'!A0", "+1", "-1+2", "@SUM(A1)"])
def test_no_cell_is_a_formula(words: str) -> None:
    sheet = load_workbook(BytesIO(book([[words, "会议议定", words, *[words] * 10]]))).active
    cells = [cell for line in sheet.iter_rows(min_row=4) for cell in line[1:]]
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells if cell.value == words)


def test_it_looks_like_an_offices_ledger() -> None:
    rows = [["1号", c, "改造", "", "市教育局", "", "", "", "办理中", "", "", "", ""] for c in "甲甲甲乙丙丙"]
    sheet = load_workbook(BytesIO(book(rows))).active
    merged = {str(one) for one in sheet.merged_cells.ranges}
    assert merged == {"A1:N1", "A2:N2", "C4:C6", "C8:C9"}
    assert [cell.value for cell in sheet[3]] == heads()
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (8, "landscape")
    assert (sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage) == (0, True)
    assert sheet.print_title_rows == "$1:$3"
    assert "&P" in sheet.oddFooter.center.text
    assert all(cell.border.left.style == "thin" for line in sheet["A3:N9"] for cell in line)


def test_a_row_is_as_high_as_its_longest_words_and_a_number_stands_in_one_line() -> None:
    long = "已召开专题会议研究，明确分工，正在制定实施方案。" * 3
    rows = [["市委办督〔2026〕245号", "甲", "改造", *[""] * 7, words, "", ""] for words in ("", long)]
    sheet = load_workbook(BytesIO(book(rows))).active
    assert sheet.row_dimensions[5].height > 3 * sheet.row_dimensions[4].height
    assert sheet.row_dimensions[4].height < 20


def test_to_be_sorted_each_row_has_its_category_and_its_number() -> None:
    target = BytesIO()
    rows = [["1号", c, "改造", "", "市教育局", "", "", "", "办理中", "", "", "", ""] for c in "甲甲乙"]
    write_ledger(target, rows, title="台账", below="", merged=False)
    sheet = load_workbook(target).active
    assert {str(one) for one in sheet.merged_cells.ranges} == {"A1:N1", "A2:N2"}
    assert [[row[0].value, row[2].value] for row in sheet.iter_rows(min_row=4)] == [
        [1, "甲"],
        [2, "甲"],
        [3, "乙"],
    ]


def test_a_house_reads_its_own_export(world: World) -> None:
    imported(world, brought(world))
    actor = world.actor(LI_MIN)
    content = services.export(actor=actor, narrowed=Filter(), said="在办", at=AT).read()
    told = {m.task: m for m in again(content)}
    assert set(told) == {"改造老旧小区", "修订应急预案", "推进节能减排"}
    first = told["改造老旧小区"]
    assert (first.lead, first.support, first.leader) == (["市教育局"], ["市财政局"], "陈立")
    assert (first.due, first.category) == ("2026-12-31", "年度重点工作")
    assert first.progress == "（补录）已开工3个"


def test_it_says_how_many_there_are_and_whether_it_holds_them_all(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _one in range(3):
        handed_over(world)

    def below() -> str:
        taken = services.export(actor=world.actor(LI_MIN), narrowed=Filter(), said="在办", at=AT)
        return str(load_workbook(taken).active["A2"].value)

    assert below().startswith("范围：在办，共 3 件　导出：李敏　")
    monkeypatch.setattr(sys.modules["zhongshu.supervision.services.export"], "MOST", 2)
    assert "共 3 件，这里是前 2 件" in below()


def test_the_page_offers_what_it_shows_as_a_book_and_as_a_print(world: World) -> None:
    """However it is narrowed, and whatever page of it is open."""
    late, education = open_one(world), open_one(world, lead="JYJ")
    numbered = {late.matter.number, education.matter.number}
    Row.objects.filter(pk=late.pk).update(current_due=today() - timedelta(days=3))
    limin = world.client(LI_MIN)
    page_two = encode_cursor((today().isoformat(), 1))
    for query, expected in (
        ("?late=1", {late.matter.number}),
        ("?unit=教育局", {education.matter.number}),
        (f"?after={page_two}", numbered),
        ("?q=老旧", numbered),
    ):
        html = limin.get(reverse("supervision:ledger") + query).content.decode()
        offered = set(re.findall(r'href="(/supervision/(?:export|paper)/[^"]*)"', html))
        assert len(offered) == 3, query
        for address in map(unescape, offered):
            answer = limin.get(address)
            told = answer.getvalue() if answer.streaming else answer.content
            if answer.streaming:
                told = str(list(load_workbook(BytesIO(told)).active.values)).encode()
            assert {one for one in numbered if one.encode() in told} == expected, address


def test_a_long_print_turns_its_pages(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = open_one(world, days=3), open_one(world, days=9)
    monkeypatch.setattr(ledger_views, "PAPER_ROWS", 1)
    limin, there = world.client(LI_MIN), reverse("supervision:ledger-paper")
    one = limin.get(there).content.decode()
    turned = re.search(r'rel="next" href="([^"]+)"', one)
    assert turned and first.matter.number in one and second.matter.number not in one
    assert second.matter.number in limin.get(there + unescape(turned[1])).content.decode()


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("scope=ours", "在办，我单位承办"),
        ("q=方案", "在办和已结，关键词：方案"),
        ("closed=1&q=方案", "在办和已结，关键词：方案"),
        ("closed=1", "已结"),
    ],
)
def test_it_says_in_words_what_it_was_narrowed_to(query: str, words: str) -> None:
    assert FilterForm(QueryDict(query)).said == words
