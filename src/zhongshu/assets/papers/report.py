"""The report of a stocktake: what was counted by whom, and each difference with its reason and who agreed to it."""

from collections.abc import Sequence
from datetime import date

from zhongshu.assets.models import Line, Stocktake
from zhongshu.kernel.language import in_office_language
from zhongshu.kernel.written_days import written
from zhongshu.platform.typesetting.elements import Block, Cell, Form, Grid, Heading, Paper, Paragraph


def report(one: Stocktake, *, today: date) -> Paper:
    """The report of a stocktake that ends ``today``."""
    with in_office_language():
        lines = list(one.lines.select_related("asset", "agreed_by"))
        differing = [line for line in lines if line.difference]
        matter = one.matter
        return Paper(
            form=Form.SHEET,
            title=f"{matter.title}报告",
            organ=matter.organ.name,
            number=matter.number,
            blocks=_blocks(one, lines, differing),
            signed=matter.organ.name,
            day=written(today),
        )


def _blocks(one: Stocktake, lines: Sequence[Line], differing: Sequence[Line]) -> list[Block]:
    counters = "、".join(one.counters.values_list("name", flat=True))
    day = written(one.day) if one.day else ""
    opening = (
        f"{day}从资产台账取出清单，由{counters}清点，共{len(lines)}项，账实相符{len(lines) - len(differing)}项，"
        f"差异{len(differing)}项。差异均已说明原因并经审定，台账已按盘点数调整，账实相符。"
    )
    told: list[Block] = [Paragraph(opening)]
    if differing:
        told += [Heading("差异及处理"), _grid(differing)]
    return told


def _grid(differing: Sequence[Line]) -> Grid:
    head = ("序号", "资产", "账面", "盘点", "原因", "审定")
    rows = [
        (
            Cell(text=str(n), centred=True),
            Cell(text=f"{line.name}（{line.asset.number if line.asset else '盘盈'}）"),
            Cell(text=f"{line.book}{line.measure}", centred=True),
            Cell(text=f"{line.counted}{line.measure}", centred=True),
            Cell(text=line.explanation),
            Cell(text=line.agreed_by.name if line.agreed_by else "", centred=True),
        )
        for n, line in enumerate(differing, start=1)
    ]
    return Grid(widths=(4, 16, 6, 6, 16, 6), head=head, rows=rows)
