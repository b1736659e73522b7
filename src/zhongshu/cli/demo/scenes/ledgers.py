"""Ledgers that an office kept before: one taken over with a row that could not be, one undone as a whole."""

import io
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

import xlsxwriter

from zhongshu.cli.demo.scenes.scene import Scene
from zhongshu.kernel.clock import local_day
from zhongshu.platform.files import services as files
from zhongshu.supervision import services as supervision
from zhongshu.supervision.models import Origin

Row = tuple[object, ...]
HEAD = ("序号", "督办事项", "牵头单位", "配合单位", "完成时限", "进展情况", "状态")
# number, matter, lead, support, due in so many days from the loading, progress, state
TOLD = (
    (1, "完成全市第五次经济普查数据核验", "市发展改革委", "市财政局", 33, "已核验六成", "进行中"),
    (2, "印发年度立法工作计划", "市司法局", "", -236, "已印发", "已办结"),
    (3, "修缮市档案馆库房屋面", "市住建局", "市财政局", -53, "已完工验收", "已办结"),
    (4, "举办春季农机展销会", "市应急局", "", -206, "因疫情取消", "已取消"),
    (5, "编制全市充电设施布局规划", "市交通局", "市发改委", 68, "", "进行中"),
)  # fmt: skip


def taken_over(scene: Scene) -> Iterator[datetime]:
    """The old office's ledger: one row names a unit that no directory knows."""
    yield from _imports(scene, 3, "原督查室台账.xlsx", _rows(scene.now), undone=False)


def undone(scene: Scene) -> Iterator[datetime]:
    """A ledger brought in by mistake: its numbers stay void."""
    other = [(row[0], f"{row[1]}（上年）", *row[2:]) for row in _rows(scene.now)[::4]]
    yield from _imports(scene, 2, "上年台账.xlsx", other, undone=True)


def _rows(now: datetime) -> list[Row]:
    """The rows with the days they are due, written as offices write them."""
    days = [local_day(now) + timedelta(days=row[4]) for row in TOLD]
    return [
        (*row[:4], f"{day.year}年{day.month}月{day.day}日", *row[5:])
        for row, day in zip(TOLD, days, strict=True)
    ]


def _imports(scene: Scene, days: int, name: str, rows: Sequence[Row], *, undone: bool) -> Iterator[datetime]:
    at = scene.ago(days)
    yield at
    actor, step = scene.actor("limin", at), lambda _rows: None
    file = files.store(actor=actor, stream=_sheet(rows), name=name, at=at)
    ledger = supervision.bring_ledger(actor=actor, unit_id=scene.unit("lz-duc"), file=file, at=at)
    supervision.map_ledger(
        actor=actor,
        import_id=ledger.pk,
        columns={},
        first_leads=False,
        origin=Origin.KEY_WORK,
        approver_id=scene.person("hewei"),
        basis=ledger.basis,
        at=at,
    )
    supervision.import_ledger(actor=actor, import_id=ledger.pk, at=at, step=step)
    if undone:
        reason = "导入了上年的台账。"
        supervision.undo_import(actor=actor, import_id=ledger.pk, reason=reason, at=at, step=step)


def _sheet(rows: Sequence[Row]) -> io.BytesIO:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet("台账")
    for place, row in enumerate((HEAD, *rows)):
        sheet.write_row(place, 0, row)
    book.close()
    return io.BytesIO(stream.getvalue())
