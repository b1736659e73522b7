"""Rows of a ledger that stay out: where they stand, what they would become, and how they come in once put right."""

import io
from pathlib import Path

from openpyxl import load_workbook

from tests.supervision.ledgers.paper import Paper
from tests.supervision.old_ledger import brought
from tests.supervision.pages.test_imports import address
from tests.world import LI_MIN, TODAY, World
from zhongshu.org import queries as org
from zhongshu.supervision.imports import errors_sheet, lines_of
from zhongshu.supervision.ledgers import read_ledger
from zhongshu.supervision.models import LedgerImport
from zhongshu.supervision.presenters.imports import ImportPage
from zhongshu.supervision.presenters.tried import tried

HEAD = (
    "编号",
    "类别",
    "督办事项",
    "牵头单位",
    "配合单位",
    "责任领导",
    "完成时限",
    "进展情况",
    "存在问题",
    "备注",
)
ROW = (
    "K-7",
    "水利",
    "加固堤防",
    "市水务集团、市教育局",
    "市教育局",
    "陈立",
    "2026年12月20日",
    "完成三成",
    "缺砂石",
    "每月报",
)
STRUCK = ("K-8", "水利", "清淤", "市水务集团", None, "陈立", "2026年11月2日", "未动工", None, "已取消")


def written() -> Paper:
    """Two sheets: a row whose lead nobody knows and one that was dropped; on the second another that is in order."""
    paper = Paper("第一张")
    paper.across("重点督办台账", len(HEAD))
    for row in (HEAD, ROW, STRUCK):
        paper.put(*row)
    other = paper.book.create_sheet("第二张")
    other.append(HEAD)
    other.append(
        ("K-9", "教育", "增加学位", "市教育局", "市教育局、市财政局", None, "2026年12月1日", None, None, None)
    )
    return paper


def read(world: World) -> LedgerImport:
    return brought(world, written())


def test_what_was_to_be_put_right_comes_in_whole(world: World, tmp_path: Path) -> None:
    """Nothing that the ledger said of a row is lost on the way through the workbook."""
    wrong = [line.matter for line in lines_of(read(world), TODAY) if line.mistakes]
    book, count = errors_sheet(lines_of(read(world), TODAY))
    assert count == len(wrong) == 2
    path = tmp_path / "改好.xlsx"
    path.write_bytes(book.read())
    again = list(read_ledger(path, TODAY))
    kept = (
        "number", "category", "task", "lead", "support", "leader", "due", "progress", "problem", "withdrawn", "remark",
    )  # fmt: skip
    for name in kept:
        assert [getattr(one, name) for one in again] == [getattr(one, name) for one in wrong], name


def test_the_dry_run_shows_the_units_as_they_will_be_and_in_which_sheet_a_row_stands(world: World) -> None:
    ledger = read(world)
    ledger.first_leads = True
    told = tried(lines_of(ledger, TODAY), frozenset(org.directory()))
    assert told.of_sheets
    shown = {line.task: (line.sheet, line.lead, line.support) for line in told.lines}
    assert shown["加固堤防"] == ("第一张", "市水务集团", "市教育局")
    assert shown["增加学位"] == ("第二张", "市教育局", "市财政局")
    page = world.client(LI_MIN).get(address(ledger)).content.decode()
    assert '<span class="sub">第二张</span>' in page


def test_only_units_that_have_something_of_the_name_are_offered_for_it(world: World) -> None:
    """Any two offices of a city share 市 and 局; that is no likeness."""
    paper = Paper("台账")
    paper.put("督办事项", "牵头单位", "完成时限")
    paper.put("观测暴雨", "市气象局", "2026年12月1日")
    paper.put("拨付资金", "市财政", "2026年12月1日")
    page = ImportPage(world.actor(LI_MIN), brought(world, paper), TODAY)
    assert page.unknown["市气象局"] == []
    assert page.unknown["市财政"][0] == "市财政局"


def test_the_workbook_names_the_sheet_of_each_row(world: World) -> None:
    book, _count = errors_sheet(lines_of(read(world), TODAY))
    rows = list(load_workbook(io.BytesIO(book.read())).active.iter_rows(values_only=True))
    assert [row[:3] for row in rows[1:]] == [("第一张", "3", "K-7"), ("第一张", "4", "K-8")]
