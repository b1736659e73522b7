"""Offices still keep ledgers as .xls: they are read by their values."""

from datetime import date
from pathlib import Path

from tests.supervision.ledgers import old_binary
from zhongshu.supervision.ledgers import read_ledger


def test_an_xls_is_read_by_its_values(tmp_path: Path) -> None:
    path = tmp_path / "台账.xls"
    old_binary.write(
        path,
        "台账",
        [
            ["2026年督办台账"],
            ["序号", "督办事项", "牵头单位", "配合单位", "完成时限", "进展情况"],
            [1, "推进城市更新", "市住建局", "市财政局", "2026年12月20日", "开工两个"],
            [2, "办好民生实事", "同上", "", "11月底", "已完成"],
        ],
    )
    read = [
        (one.row, one.task, one.lead, one.support, one.due, one.progress)
        for one in read_ledger(path, date(2026, 9, 18))
    ]
    assert read == [
        (3, "推进城市更新", ["市住建局"], ["市财政局"], "2026-12-20", "开工两个"),
        (4, "办好民生实事", ["市住建局"], [], "2026-11-30", "已完成"),
    ]
