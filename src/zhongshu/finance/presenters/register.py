"""Rows of the register of contracts and projects."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from zhongshu.finance.models import Undertaking, UndertakingKind
from zhongshu.finance.queries import Register, Stage
from zhongshu.finance.queries.sight import Sights
from zhongshu.matters.models import Group
from zhongshu.ui import parts
from zhongshu.ui.querystrings import changed

SHAPES = {
    Stage.DECIDING: "doing",
    Stage.APPROVED: "todo",
    Stage.RUNNING: "doing",
    Stage.ACCEPTED: "done",
    Stage.STOPPED: "none",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A contract or project in the register, in yuan."""

    url: str
    title: str
    sub: str
    party: str
    until: date
    amount: Decimal | None
    paid: Decimal | None
    state: str
    word: str


def stage_of(one: Undertaking) -> Stage:
    """How far it has come."""
    if one.matter.group == Group.VOID or one.matter.state == "refused":
        return Stage.STOPPED
    if one.approved_at is None:
        return Stage.DECIDING
    if not one.in_force:
        return Stage.APPROVED
    return Stage.ACCEPTED if one.accepted_on else Stage.RUNNING


def rows(found: Iterable[Any], sights: Sights) -> list[Row]:
    """Contracts or projects with what has been paid of them (``paid``), in the order given."""
    return [
        Row(
            url=reverse("finance:undertaking", args=[one.pk]),
            title=one.matter.title,
            sub=f"{one.matter.number} · {one.matter.unit.short_name} · {one.handler.name}",
            party=sights[one.pk].name(one.party, "—"),
            until=one.ends_on,
            amount=sights[one.pk].sum(one.amount),
            paid=sights[one.pk].sum(one.paid),
            state=SHAPES[stage_of(one)],
            word=str(stage_of(one).label),
        )
        for one in found
    ]


def tabs(narrowed: Register) -> list[parts.Tab]:
    """合同, 重大项目."""
    bare = QueryDict()
    return [
        parts.Tab(str(kind.label), changed(bare, {"kind": kind.value}), current=narrowed.kind == kind)
        for kind in UndertakingKind
    ]
