"""The words of a paper are in both files as they were given, drawn in fonts that go with them."""

import io
import os
import zipfile
from dataclasses import replace
from datetime import timedelta

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_TAB_ALIGNMENT as TAB
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st
from pytest_django import Settings

from tests.platform.typesetting.pages import Pages
from tests.platform.typesetting.papers import AT, REQUIRED, ROWS, letter, notice, plain
from zhongshu.platform.typesetting.elements import Cell, Grid, Paper
from zhongshu.platform.typesetting.pdf import LAYOUTS, LacksGlyph, pdf
from zhongshu.platform.typesetting.services import typeset
from zhongshu.platform.typesetting.word.copy import word
from zhongshu.platform.typesetting.word.ooxml import ORDER

SAID = (
    "中共澄江市委办公室督办通知单", "市委督通〔2026〕12号", "特急", "关于编制重点项目投资计划的督办通知",
    "市发展改革委：", "一、办理要求", REQUIRED, "（一）时限", "附件：1.任务分解表", "2.联系人名单",
    "中共澄江市委办公室", "2026年11月20日", "（联系人：李敏）", "责任领导", "请发改委牵头办理。",
    "抄送：市委常委，市财政局。", "2026年11月20日印发",
)  # fmt: skip
MARKUP = st.text(alphabet='#*_`$@<>\\[]{}()"=-+/~^&;:0aZ中文，。', min_size=1, max_size=80)


def told_in(document: bytes) -> str:
    """All words of a Word file, tables included, without blanks."""
    body = docx.Document(io.BytesIO(document)).element.body
    return "".join("".join(one.text or "" for one in body.iter(qn("w:t"))).split())


def bare(told: str) -> str:
    return "".join(told.split())


@pytest.mark.parametrize("said", SAID)
def test_both_files_say_what_the_paper_says(said: str) -> None:
    made = typeset(notice(), at=AT)
    assert bare(said) in Pages(made.pdf).text()
    assert bare(said) in told_in(made.docx)


@hypothesis(max_examples=40, deadline=None)
@given(MARKUP)
def test_markup_stays_literal(told: str) -> None:
    made = typeset(plain(f"始{told}终"), at=AT)
    assert bare(f"始{told}终") in bare(told_in(made.docx))
    assert bare(f"始{told}终") in Pages(made.pdf).text().replace("—1—", "")


@pytest.mark.parametrize(
    "attempt", ['#read("/etc/passwd")', '#import "@preview/cetz:0.3.0"', '#include "gbt9704.typ"']
)
@pytest.mark.parametrize("element", ["title", "to", "number", "letterhead", "signed", "note", "copies"])
def test_no_element_is_read_as_markup(element: str, attempt: str) -> None:
    assert bare(attempt) in Pages(pdf(notice(**{element: attempt}), at=AT)).text()


def test_layouts_ask_for_no_package_and_no_file() -> None:
    for layout in LAYOUTS.glob("*.typ"):
        told = layout.read_text(encoding="utf-8")
        assert [word for word in ("@preview", "#import", "#include", "read(", "eval(") if word in told] == []


def test_control_and_turning_characters_are_left_out() -> None:
    made = typeset(plain("王\u202e建\x00平\u200b来\ufeff了"), at=AT)
    assert "王建平来了" in Pages(made.pdf).text()
    assert "王建平来了" in told_in(made.docx)


def test_tables_of_the_word_copy_have_the_widths_of_the_paper_and_no_row_is_torn() -> None:
    document = docx.Document(io.BytesIO(word(plain(blocks=(ROWS,)), at=AT)))
    made = document.tables[0]
    columns = [column.width for column in made.columns]
    assert len(set(columns)) > 1
    for row in made.rows:
        assert row._tr.trPr.find(qn("w:cantSplit")) is not None
        assert sum(cell.width for cell in dict.fromkeys(row.cells)) == pytest.approx(sum(columns), abs=5000)
    assert [cell.width for cell in made.rows[0].cells] == pytest.approx(columns, abs=1000)
    told = docx.Document(io.BytesIO(word(notice(), at=AT)))
    indents = [one for one in told.element.body.iter(qn("w:ind")) if one.get(qn("w:firstLineChars"))]
    assert indents and all(one.get(qn("w:firstLine")) == "640" for one in indents)


def test_lists_of_the_word_copy_are_set_as_close_as_on_the_paper() -> None:
    """A line of a list is 0.6 of a row of the grid, in 12 pt; of a form that is not fine a whole one, in 14."""
    for grid, points, line in ((ROWS, 12, 17.4), (replace(ROWS, head=()), 14, None)):
        cell = docx.Document(io.BytesIO(word(plain(blocks=(grid,)), at=AT))).tables[0].rows[1].cells[1]
        paragraph = cell.paragraphs[0]
        assert paragraph.runs[0].font.size.pt == points
        spacing = paragraph.paragraph_format.line_spacing
        assert (spacing and round(spacing.pt, 1)) == line


@pytest.mark.parametrize(
    "ends",
    [{"issuer": "督查科", "issued": "2026年11月20日"}, {"signatory": "何伟"}],
    ids=["bulletin", "upwards"],
)
def test_words_at_both_ends_of_the_line_above_the_rule_are_not_stretched(ends: dict[str, str]) -> None:
    told = docx.Document(io.BytesIO(word(notice(**ends), at=AT))).paragraphs
    line = next(one for one in told if "\t" in one.text)
    assert line.text.rstrip("　").endswith((*ends.values(),)[-1])
    assert line.alignment == ALIGN.LEFT
    stop = line.paragraph_format.tab_stops[0]
    assert (round(stop.position.mm), stop.alignment) == (156, TAB.RIGHT)


@pytest.mark.parametrize(
    "paper", [notice(), letter(), plain(blocks=(ROWS,))], ids=["notice", "letter", "table"]
)
def test_the_same_paper_is_the_same_bytes(paper: Paper) -> None:
    once, again, later = (typeset(paper, at=at) for at in (AT, AT, AT + timedelta(days=1)))
    assert (once.pdf, once.docx, once.sha256) == (again.pdf, again.docx, again.sha256)
    assert once.pdf != later.pdf
    assert once.docx != later.docx


def test_fonts_are_inside_the_file() -> None:
    assert Pages(pdf(notice(), at=AT)).fonts_embedded() == {True}


def test_a_machine_without_any_chinese_font_sets_the_same_words(settings: Settings) -> None:
    settings.SYSTEM_FONTS, settings.FONTS_ROOT = False, "/nowhere"
    pages = Pages(pdf(notice(), at=AT))
    assert pages.fonts_embedded() == {True}
    assert bare(REQUIRED) in pages.text()


def test_names_in_rare_characters_are_drawn() -> None:
    assert "王喆、李珺、陈堃、赵啰、㛃" in Pages(pdf(plain("王喆、李珺、陈堃、赵啰、㛃"), at=AT)).text()


def test_a_character_that_no_font_holds_is_named() -> None:
    """Rule G-12: a rare name is drawn, or it is said which character is not; never an empty box."""
    with pytest.raises(LacksGlyph) as refused:
        pdf(plain("承办人：\U00016b40"), at=AT)
    assert "\U00016b40" in str(refused.value)
    assert "U+16B40" in str(refused.value)


def test_the_word_copy_is_laid_out_like_the_paper() -> None:
    document = docx.Document(io.BytesIO(word(notice(), at=AT)))
    kept = [one.text for one in document.paragraphs if one.paragraph_format.keep_with_next]
    assert kept == ["一、办理要求", "（一）时限"], "a heading stands with what follows it"
    section = document.sections[0]
    assert [round(one.mm) for one in (section.page_width, section.page_height)] == [210, 297]
    assert [round(one.mm) for one in (section.top_margin, section.left_margin, section.right_margin)] == [
        37,
        28,
        26,
    ]
    for footer in (section.footer, section.even_page_footer):
        assert [one.text for one in footer._element.iter(qn("w:instrText"))] == [" PAGE "]
    defaults = document.styles.element.find(qn("w:docDefaults"))
    assert defaults.find(f".//{qn('w:rFonts')}").get(qn("w:eastAsia")) == "仿宋"
    assert document.core_properties.created.isoformat().startswith("2026-11-20T02:00")
    assert document.core_properties.author == "中共澄江市委办公室"


@pytest.mark.parametrize(
    "paper", [notice(), letter(), plain(blocks=(ROWS,))], ids=["notice", "letter", "table"]
)
def test_properties_stand_in_the_sequence_of_the_schema(paper: Paper) -> None:
    with zipfile.ZipFile(io.BytesIO(word(paper, at=AT))) as parts:
        assert parts.testzip() is None
    document = docx.Document(io.BytesIO(word(paper, at=AT)))
    for name, order in ORDER.items():
        places = {qn(tag): place for place, tag in enumerate(order)}
        for properties in document.element.body.iter(qn(f"w:{name}")):
            found = [places[one.tag] for one in properties]
            assert found == sorted(found)


def test_a_forked_process_is_told_instead_of_waiting_for_ever() -> None:
    """The threads of typst do not go through a fork; without this the child would hang."""
    pdf(plain("先在这个进程里成文"), at=AT)
    child = os.fork()
    if not child:
        try:
            pdf(plain("再在子进程里成文"), at=AT)
        except RuntimeError:
            os._exit(7)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7


def test_a_row_fills_its_columns() -> None:
    with pytest.raises(AssertionError):
        Grid(widths=(1, 1), rows=((Cell(text="只有一格"),),))
