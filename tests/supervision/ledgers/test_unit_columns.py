"""Columns that are units: how they are shown to a person, and what the person says of them."""

from pathlib import Path

import pytest

from tests.supervision.ledgers.paper import Paper
from zhongshu.supervision.ledgers import read_ledger, survey
from zhongshu.supervision.ledgers.model import Part


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    p = Paper("分工")
    p.put("任务内容", "党政办", "财政所", "农业中心", "完成时限")
    p.put("修订财务制度", "○", "★", "○", "2026年9月30日")
    p.put("流转撂荒地", None, "○", "★", "2026年9月30日")
    return p.save(tmp_path, "marked")


def test_columns_that_are_units_are_shown_as_telling_who(marked: Path) -> None:
    (table,) = survey(marked)
    assert [column.part for column in table.columns] == [Part.TASK, Part.LEAD, Part.LEAD, Part.LEAD, Part.DUE]


def test_a_unit_whose_column_is_left_unread_is_not_named(marked: Path) -> None:
    assert [m.support for m in read_ledger(marked)] == [["党政办", "农业中心"], ["财政所"]]
    told = read_ledger(marked, told={"B": Part.OTHER})
    assert [m.support for m in told] == [["农业中心"], ["财政所"]]


def test_counts_below_units_mark_nobody(tmp_path: Path) -> None:
    p = Paper("统计")
    p.put("任务内容", "党政办", "财政所", "农业中心", "完成时限")
    p.put("走访困难群众", 12, 8, 20, "2026年9月30日")
    p.put("化解信访积案", 2, 1, 0, "2026年9月30日")
    matters = read_ledger(p.save(tmp_path, "counts"))
    assert [(m.lead, m.support) for m in matters] == [([], []), ([], [])]
