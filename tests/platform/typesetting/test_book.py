"""A list in a workbook: what Excel can sort and add up, what a printer can print, and nothing that computes."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.world import AT, LI_MIN, World
from zhongshu.platform.typesetting.services import height, laid_out

pytestmark = pytest.mark.django_db
LONG = "已召开专题会议研究，明确分工，正在制定实施方案，下月底前报市政府常务会议审议。"
HEADS = ["编号", "事由", "金额（元）", "付款", "件数"]
MOMENT = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)  # the 24th in Beijing
ROW = ["6222021234567890123", LONG * 2, Decimal("10.50"), MOMENT, 3]


def sheet(world: World, *rows: list[Any], moments: bool = False) -> Any:
    book, _count = laid_out("单据", HEADS, rows, actor=world.actor(LI_MIN), at=AT, moments=moments)
    return load_workbook(book).active


def test_days_are_days_sums_are_numbers_and_long_codes_keep_their_digits(world: World) -> None:
    found = sheet(world, ROW, ["1号", "", Decimal(2), date(2026, 1, 5), 1])
    assert [cell.value for cell in found[3]][2:] == [10.5, datetime(2026, 11, 24), 3]
    assert found["A3"].value == ROW[0] and found["A3"].data_type == "s"
    assert (found["D3"].number_format, found["C5"].value) == ("yyyy-mm-dd", 12.5)
    assert sheet(world, ROW, moments=True)["D3"].value == datetime(2026, 11, 24, 2, 30)


@pytest.mark.parametrize("words", ["=cmd|' /C calc'!A0", "+1", "-1+2", "@SUM(A1)"])
def test_no_title_is_a_formula_nor_becomes_one(world: World, words: str) -> None:
    cell = sheet(world, ["1号", words, Decimal(1), None, 1])["B3"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (words, "s", True)


def test_it_prints_one_page_wide_with_its_heads_on_every_page(world: World) -> None:
    found = sheet(world, ROW)
    assert (found.print_title_rows, found.freeze_panes, found.auto_filter.ref) == ("$1:$2", "B3", "A2:E3")
    assert (found.page_setup.fitToHeight, found.sheet_properties.pageSetUpPr.fitToPage) == (0, True)
    assert "&P" in found.oddFooter.center.text


def test_columns_and_rows_are_as_large_as_their_words(world: World) -> None:
    found = sheet(world, ROW, ["1号", "短", Decimal(1), None, 1])
    assert found.column_dimensions["A"].width > len(ROW[0])
    assert found.column_dimensions["E"].width < found.column_dimensions["B"].width <= 43
    assert found.row_dimensions[3].height > 2.5 * found.row_dimensions[4].height
    assert height(["一\n二\n三"], [10]) > height(["一二三"], [10])
