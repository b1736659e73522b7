"""The numbers of GB/T 9704-2012, measured on the pages (rules L-02 … L-28)."""

from dataclasses import replace

import pytest

from tests.platform.typesetting.pages import CELL, LEFT, MM, PAGE, ROW, TOP, Pages
from tests.platform.typesetting.papers import AT, DUTY, ROWS, letter, notice, plain
from zhongshu.platform.typesetting.elements import Cell, Form, Grid, Heading, Paragraph
from zhongshu.platform.typesetting.pdf import pdf

WITHIN = 0.5  # points


@pytest.fixture
def full() -> Pages:
    return Pages(pdf(notice(blocks=(Paragraph(DUTY * 40),)), at=AT))


def rows_off(pages: Pages, number: int) -> list[float]:
    """How far the base lines within the type area stand from the rows of the grid."""
    inside = [y for y in pages.lines(number) if TOP < y < TOP + 225 * MM]
    first = inside[0]
    return [abs((y - first) - round((y - first) / ROW) * ROW) for y in inside]


def test_a_page_of_text_holds_22_rows_of_28_characters(full: Pages) -> None:
    lines = [line for y, line in full.lines(2).items() if y < TOP + 225 * MM]
    assert len(lines) == 22
    assert {len(line) for line in lines} == {28}


def test_characters_stand_on_the_28_columns(full: Pages) -> None:
    line = next(iter(full.lines(2).values()))
    assert max(abs(one.x - LEFT - place * CELL) for place, one in enumerate(line)) < WITHIN


def test_lines_stand_on_the_22_rows(full: Pages) -> None:
    assert max(rows_off(full, 2)) < WITHIN


def test_rows_of_the_second_page_go_on_where_those_of_the_first_stood(full: Pages) -> None:
    body = [y for y, line in full.lines(1).items() if len(line) == 28]
    top = next(iter(full.lines(2)))
    assert max(abs((y - top) - round((y - top) / ROW) * ROW) for y in body) < WITHIN


def test_headings_in_other_fonts_and_tables_keep_the_grid() -> None:
    blocks = (Paragraph(DUTY), Heading("一、总体情况"), Heading("（一）进展", 2), Paragraph(DUTY * 2))
    pages = Pages(pdf(notice(form=Form.SHEET, title="", urgency="", number="", blocks=blocks), at=AT))
    body = [y for y, line in pages.lines(1).items() if line[0].x < LEFT + 3 * CELL][:5]
    assert max(abs((y - body[0]) - round((y - body[0]) / ROW) * ROW) for y in body) < WITHIN


def test_the_mark_stands_35_mm_below_the_top_of_the_type_area(full: Pages) -> None:
    mark = next(line for line in full.lines(1).values() if line[0].told == "中")
    size = 150 * MM / len("中共澄江市委办公室督办通知单")
    assert abs(mark[0].y - 0.86 * size - (72 * MM)) < 2


def test_the_red_rule_is_as_wide_as_the_type_area_and_4_mm_below_the_number(full: Pages) -> None:
    number = next(y for y, line in full.lines(1).items() if "〔" in "".join(one.told for one in line))
    middle, length = full.rules(1)[0]
    assert abs(length - 156 * MM) < 4  # the bounds of a rule are wider by its thickness
    assert abs(middle - (number + 0.14 * 16) - 4 * MM) < 1


@pytest.mark.parametrize(("number", "outer"), [(1, "right"), (2, "left")])
def test_page_numbers_stand_on_the_outer_side_7_mm_below(full: Pages, number: int, outer: str) -> None:
    y, line = list(full.lines(number).items())[-1]
    assert [one.told for one in line] == ["—", str(number), "—"]
    assert (line[0].x > 100 * MM) == (outer == "right")
    assert 6 * MM < y - (TOP + 225 * MM) < 9 * MM


def test_the_imprint_ends_on_the_foot_of_the_type_area_of_the_last_page() -> None:
    pages = Pages(pdf(notice(blocks=(Paragraph(DUTY * 12),)), at=AT))
    middle, length = pages.rules(len(pages))[-1]
    assert abs(middle - (PAGE - 35 * MM)) < 1
    assert abs(length - 156 * MM) < 4  # the bounds of a rule are wider by its thickness


def test_a_letter_has_rules_at_head_and_foot_and_no_number_on_its_first_page() -> None:
    pages = Pages(pdf(letter(), at=AT))
    short = Pages(pdf(replace(letter(), blocks=(Paragraph(DUTY),)), at=AT))
    assert abs(short.rules(1)[-1][0] - pages.rules(1)[-1][0]) < 0.1  # whatever stands at the foot of the text
    assert len(short.rules(1)) == 4  # and its imprint has none
    wide = [y for y, length in pages.rules(1) if abs(length - 170 * MM) < 8]
    assert len(wide) == 4
    assert abs(wide[-1] - (PAGE - 20 * MM)) < 3
    assert "—" not in [one.told for one in pages.glyphs(1)]
    assert "—" in [one.told for one in pages.glyphs(2)]


def test_the_head_of_a_table_stands_on_each_page() -> None:
    pages = Pages(pdf(plain(blocks=(ROWS,)), at=AT))
    assert len(pages) == 2
    assert pages.text().count("牵头单位") == 2


def test_a_cell_grows_with_its_words() -> None:
    cells = [(Cell(text="事由", label=True), Cell(text=DUTY * n, rows=2)) for n in (1, 6, 1)]
    pages = Pages(pdf(plain(blocks=(Grid(widths=(1, 4), rows=cells),)), at=AT))
    written = [y for y, line in pages.lines(1).items() if line[-1].x > 60 * MM]
    assert min(b - a for a, b in zip(written, written[1:], strict=False)) > 10  # no line upon another


def test_text_after_a_table_is_on_the_grid_again() -> None:
    short = replace(ROWS, rows=ROWS.rows[:7])
    pages = Pages(pdf(plain(blocks=(Paragraph(DUTY), short, Paragraph(DUTY * 2))), at=AT))
    body = [y for y, line in pages.lines(1).items() if line[0].told in DUTY]
    assert len(body) == 5
    assert max(abs((y - body[0]) - round((y - body[0]) / ROW) * ROW) for y in body) < WITHIN


def test_a_signature_never_stands_on_a_page_without_text() -> None:
    for full in range(8, 20):
        blocks = (Paragraph(DUTY * full), Paragraph(DUTY))
        pages = Pages(pdf(notice(blocks=blocks, after=(), annexes=(), note=""), at=AT))
        for number in range(1, len(pages) + 1):
            told = "".join(one.told for one in pages.glyphs(number))
            if "2026年11月20日" in told.replace("2026年11月20日印发", ""):
                assert "回告办理情况" in told


def test_a_long_title_breaks_into_lines_about_alike() -> None:
    told = "关于加快推进全市老旧小区改造配套基础设施建设和资金拨付使用情况的督办通知"
    drawn = Pages(pdf(notice(title=told), at=AT)).lines(1).values()
    lines = [len(line) for line in drawn if "".join(one.told for one in line) in told]
    assert len(lines) == 2
    assert abs(lines[0] - lines[1]) <= 4


def test_a_long_letterhead_still_stands_on_one_line() -> None:
    told = "中共澄江市委全面深化改革委员会办公室督查督办工作领导小组督办通知单"
    pages = Pages(pdf(notice(letterhead=told), at=AT))
    mark = next(line for line in pages.lines(1).values() if line[0].told == "中")
    assert "".join(one.told for one in mark) == told
