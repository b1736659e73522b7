"""The middle of the sheet of a contract or project: whom with, how much, what it rests on, what runs from it."""

from collections.abc import Iterator, Sequence
from typing import Any

from zhongshu.finance.models import Undertaking
from zhongshu.finance.papers.capitals import capitals
from zhongshu.finance.papers.cells import UNSEEN, figure, label
from zhongshu.finance.papers.running import running
from zhongshu.platform.typesetting.elements import Block, Cell, Grid

Row = Sequence[Cell]
HEAD = (6, 8, 4, 8)


def printed_undertaking(approval: Any, hidden: frozenset[str]) -> list[Block]:
    """Its blocks; ``hidden`` names fields of its form that the reader may not see."""
    rows = Undertaking.objects.select_related(
        "matter", "handler", "signed_by", "accepted_by", "decision", "project__matter", "basis"
    )
    one = rows.get(pk=approval.pk)
    return [
        Grid(widths=HEAD, rows=[*_head(one, hidden), *_rests_on(one), *_after(one)], fine=True),
        *running(one, hidden),
    ]


def _head(one: Undertaking, hidden: frozenset[str]) -> Iterator[Row]:
    party = UNSEEN if "party" in hidden else f"{one.party}　{one.party_code}".strip()
    words = UNSEEN if "amount" in hidden else f"人民币（大写）{capitals(one.amount)}"
    yield label("对方单位" if one.is_contract else "实施单位"), Cell(text=party, span=3)
    yield label("金　额"), Cell(text=f"{figure(one.amount, hidden)} 元　{words}", span=3)
    yield (
        label("起　止"),
        Cell(text=f"{one.starts_on} 至 {one.ends_on}"),
        label("经　办"),
        Cell(text=one.handler.name),
    )
    if one.matter.body:
        yield label("主要内容"), Cell(text=one.matter.body, span=3)


def _rests_on(one: Undertaking) -> Iterator[Row]:
    if one.project:
        yield label("所属项目"), Cell(text=f"{one.project.matter.number}　{one.project.matter.title}", span=3)
    if one.basis:
        yield label("依　据"), Cell(text=f"{one.basis.number}　{one.basis.title}", span=3)
    if decision := one.decision:
        votes = f"应到{decision.entitled}人，到会{decision.present}人，赞成{decision.in_favour}人"
        yield label("集体决策"), Cell(text=f"{decision.meeting}　{decision.item}（{votes}）", span=3)


def _after(one: Undertaking) -> Iterator[Row]:
    if one.signed_on:
        yield label("签　订"), Cell(text=f"{one.signed_by or ''}　{one.signed_on}".strip(), span=3)
    if one.accepted_on:
        told = f"{one.accepted_by or ''}　{one.accepted_on}　{one.acceptance}".strip()
        yield label("验　收"), Cell(text=told, span=3)
