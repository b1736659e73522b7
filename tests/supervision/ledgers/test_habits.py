"""Habits that a sheet as data cannot hold: comments, formulas, tables in text, what grey means; files too large."""

import json
import zipfile
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from tests.supervision.ledgers.paper import Paper, gold
from zhongshu.supervision.ledgers import run_ledger

GREY = PatternFill("solid", fgColor="FFBFBFBF")


def read(path: Path) -> list[dict[str, Any]]:
    out = StringIO()
    run_ledger(path, out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_struck_words_and_comments_are_left_out(tmp_path: Path) -> None:
    p = Paper("台账")
    p.put("编号", "督查激励事项", "主责部门", "协同部门", "报送时间", "完成时限", "推进落实情况")
    row = p.put("激-01", "申报国家级高新区创新能力提升", None, "省发改委", None, None, "材料已提交")
    struck = InlineFont(strike=True)
    p.sheet.cell(row, 3).value = CellRichText(TextBlock(struck, "省科技厅"), "省教育厅")
    p.sheet.cell(row, 6).value = CellRichText(TextBlock(struck, "2026年5月31日"), "2026年7月31日")
    p.sheet.cell(row, 3).comment = Comment("厅长办公会调整", "督查室")
    p.reads(row, "申报国家级高新区创新能力提升", "", "省教育厅", "省发改委", "", "2026-07-31", "材料已提交")
    assert read(p.save(tmp_path, "rich")) == p.expected


@pytest.mark.parametrize(
    "stands_out", [InlineFont(b=True), InlineFont(u="single"), InlineFont(color="FFFF0000")]
)
def test_who_is_set_off_among_units_leads(stands_out: InlineFont, tmp_path: Path) -> None:
    p = Paper("分工")
    p.put("序号", "工作任务", "责任单位", "完成时限")
    for n, task in enumerate(("打造研学线路3条", "提升景区厕所12座", "培育民宿20家"), 1):
        p.put(n, task, None, "9月底")
    runs = (
        [TextBlock(stands_out, "县文旅局"), "、县教育局、县财政局"],
        ["县住建局\n", TextBlock(stands_out, "县城管局")],
        [TextBlock(stands_out, "县文旅局、"), TextBlock(stands_out, "县商务局")],
    )
    for row, words in enumerate(runs, 2):
        p.sheet.cell(row, 3).value = CellRichText(*words)
    told = [(one["lead"], one["support"]) for one in read(p.save(tmp_path, "bold"))]
    assert told == [
        (["县文旅局"], ["县教育局", "县财政局"]),
        (["县城管局"], ["县住建局"]),
        (["县文旅局", "县商务局"], []),
    ]


def test_formulas_count_by_their_last_values(tmp_path: Path) -> None:
    path = tmp_path / "formulas.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("攻坚")
    day = book.add_format({"num_format": 'yyyy"年"m"月"d"日"'})
    share, struck = book.add_format({"num_format": "0%"}), book.add_format({"font_strikeout": True})
    for column, head in enumerate(("编号", "攻坚任务", "牵头单位", "完成时间", "完成率")):
        sheet.write(0, column, head)
    sheet.write_formula("A2", "=ROW()-1", None, 1)
    for place, text in (
        ("B2", "完成厂房建设"),
        ("C2", "经开区"),
        ("B3", "设备进场"),
        ("B4", "试生产"),
        ("C4", "经开区"),
    ):
        sheet.write(place, text, struck if place.endswith("4") else None)
    sheet.write_datetime("D2", datetime(2026, 8, 20), day)
    sheet.write_number("E2", 0.45, share)
    sheet.write_formula("A3", "=A2+1", None, 2)
    sheet.write_formula("C3", "=C2", None, "经开区")
    sheet.write_formula("D3", "=D2+30", day, 46284)
    sheet.write_datetime("D4", datetime(2026, 12, 1), day)
    book.close()
    assert read(path) == [
        gold(2, "完成厂房建设", lead=["经开区"], due="2026-08-20", progress="45%"),
        gold(3, "设备进场", lead=["经开区"], due="2026-09-19"),
        gold(4, "试生产", lead=["经开区"], due="2026-12-01", withdrawn=True),
    ]


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-8", "utf-8-sig"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_in_text_of_any_encoding(encoding: str, separator: str, tmp_path: Path) -> None:
    rows = [
        ["督办编号", "立项日期", "督办内容", "责任单位", "协办单位", "办理期限", "办理结果", "备注"],
        ["2026-001", "2026-1-5", "排查校园食堂食品安全", "区市场监管局", "区教育局", "2026-2-15", "检查食堂56家", ""],
        ["2026-002", "2026-1-8", '"处理热线积压工单，\n逐件回访"', "区政务服务局", "区住建局、区城管局", "2026-1-31", "", ""],
        ["2026-003", "2026-1-9", "核查违建问题", "区自然资源分局", "", "", "", "撤销督办"],
    ]  # fmt: skip
    path = tmp_path / "table.csv"
    path.write_bytes("\n".join(separator.join(row) for row in rows).encode(encoding))
    assert read(path) == [
        gold(2, "排查校园食堂食品安全", lead=["区市场监管局"], support=["区教育局"], due="2026-02-15", progress="检查食堂56家"),
        gold(3, "处理热线积压工单，逐件回访", lead=["区政务服务局"], support=["区住建局", "区城管局"], due="2026-01-31"),
        gold(4, "核查违建问题", lead=["区自然资源分局"], withdrawn=True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("legend", "withdrawn"), [("灰色底纹为已撤销事项", True), ("灰色为已完成事项", False), ("", True)]
)
def test_what_grey_rows_mean_is_told_by_the_legend(legend: str, withdrawn: bool, tmp_path: Path) -> None:
    p = Paper()
    p.across(f"说明：{legend}", 4)
    p.put("序号", "督办事项", "责任单位", "完成时限")
    rows = [p.put(n, f"办理第{n}件事项", "市水利局", "2026年4月20日") for n in range(1, 6)]
    for column in range(1, 5):
        p.sheet.cell(rows[1], column).fill = GREY
    assert [one["withdrawn"] for one in read(p.save(tmp_path, "grey"))] == [
        False,
        withdrawn,
        False,
        False,
        False,
    ]


def test_stripes_withdraw_nothing(tmp_path: Path) -> None:
    p = Paper()
    p.put("序号", "督办事项", "责任单位", "完成时限")
    for n in range(1, 7):
        row = p.put(n, f"办理第{n}件事项", "市水利局", "2026年4月20日")
        for column in range(1, 5) if n % 2 else ():
            p.sheet.cell(row, column).fill = GREY
    assert not any(one["withdrawn"] for one in read(p.save(tmp_path, "stripes")))


def test_a_file_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(601):
            part.write(bytes(1_000_000))
    with pytest.raises(ValueError, match="unpacks to"):
        run_ledger(path, StringIO())


MONTH, DAY = 'yyyy"年"m"月"', 'yyyy"年"m"月"d"日"'


@pytest.mark.parametrize(
    ("day", "shown_as", "due"),
    [
        (1, MONTH, "2026-09-30"),
        (1, DAY, "2026-09-01"),
        (1, "mmm-yy", "2026-09-30"),
        (20, MONTH, "2026-09-20"),
    ],
)
def test_a_month_shown_without_its_day_is_the_whole_month(
    day: int, shown_as: str, due: str, tmp_path: Path
) -> None:
    p = Paper()
    p.put("序号", "工作任务", "责任单位", "完成时间")
    row = p.put(1, "新建实训基地12个", "市教育局", datetime(2026, 9, day))
    p.sheet.cell(row, 4).number_format = shown_as
    assert [one["due"] for one in read(p.save(tmp_path, "month"))] == [due]


@pytest.mark.parametrize("kept", ["4月（旧）", "2025年存档", "填报样例", "模板"])
def test_a_sheet_of_old_beside_the_one_that_holds_is_left_out(kept: str, tmp_path: Path) -> None:
    p = Paper("5月")
    p.put("序号", "议定事项", "主办", "办理时限")
    p.put(1, "开展村级债务清查", "县农业农村局", "2026年6月底")
    p.turn(kept)
    p.put("序号", "议定事项", "主办", "办理时限")
    p.put(1, "开展一季度督查", "县应急管理局", "2026年3月底")
    assert [one["task"] for one in read(p.save(tmp_path, "old"))] == ["开展村级债务清查"]
    del p.book["5月"]
    assert [one["task"] for one in read(p.save(tmp_path, "alone"))] == ["开展一季度督查"]


@pytest.mark.parametrize(
    "codes",
    ["XH RWMC ZRDW WCSX", "甲 乙 丙 丁", "甲 乙 1 2", "① ② ③ ④", "必填 填写具体任务 填写全称 2026-06-30"],
)
def test_a_row_that_numbers_or_explains_the_columns_is_no_matter(codes: str, tmp_path: Path) -> None:
    p = Paper()
    p.put("序号", "任务名称", "责任单位", "完成时限")
    p.sheet.row_dimensions[p.put(*codes.split())].hidden = True
    p.put(1, "推行任期制管理", "人力资源部", "2026年6月底")
    assert [one["task"] for one in read(p.save(tmp_path, "codes"))] == ["推行任期制管理"]


def test_who_keeps_the_ledger_and_when_stands_below_it(tmp_path: Path) -> None:
    p = Paper("台账")
    p.put("序号", "工作任务", "责任单位", "完成时限", "进展")
    row = p.put("1", "清理规范编外用工", "人事科", "2026年6月底", "清退12人")
    p.reads(row, "清理规范编外用工", "", "人事科", "", "", "2026-06-30", "清退12人")
    p.put(None, "督查室 6月10日统计", None, None, None)
    p.put(None, None, None, None, "江州市卫生健康委办公室")
    p.put(None, None, None, None, "2026年6月10日")
    assert read(p.save(tmp_path, "signed")) == p.expected
