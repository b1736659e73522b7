"""Large items with their whole chain: claims, contracts and projects."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from zhongshu.approvals import registry
from zhongshu.approvals.wording import state_words
from zhongshu.finance import queries
from zhongshu.finance.models import Decision, LargeKind, Outlay
from zhongshu.finance.presenters.chains import Link, chain
from zhongshu.finance.presenters.supervised import Seen, seen_through
from zhongshu.finance.queries import Sight
from zhongshu.kernel.actors import Actor
from zhongshu.matters.models import Matter
from zhongshu.ui import parts
from zhongshu.ui.querystrings import changed


@dataclass(frozen=True, slots=True)
class Item:
    """A large item: a claim, a contract or a project, in yuan."""

    url: str
    title: str
    kind: str
    sub: str
    amount: Decimal | None
    state: str
    links: list[Link]
    supervised: list[Seen]


def items(
    found: Iterable[Outlay], actor: Actor, today: date, openable: frozenset[int] = frozenset()
) -> list[Item]:
    """Large items, in the order given, each as far as ``actor`` is told; links are those of ``openable``."""
    rows = list(found)
    ids = [one.pk for one in rows]
    sights, supervised = queries.sights(actor, ids), queries.supervised(actor, ids)
    return [
        _item(one, sights[one.pk], today, one.pk in openable, seen_through(supervised.get(one.pk, ()), today))
        for one in rows
    ]


def address(matter: Matter, opens: bool) -> str:
    """Where it is shown; nowhere for who may not know of it."""
    return registry.subject_of(matter.kind).address(matter.pk) if opens else ""


def _item(one: Outlay, seen: Sight, today: date, opens: bool, supervised: list[Seen]) -> Item:
    matter = one.matter
    told = (matter.number, matter.unit.short_name, seen.name(one.other_side))
    return Item(
        url=address(matter, opens),
        title=matter.title,
        kind=one.get_kind_display(),
        sub=" · ".join(filter(None, told)),
        amount=seen.sum(one.amount),
        state=state_words(matter.state),
        links=chain(one, seen, today),
        supervised=supervised,
    )


def decided(found: Iterable[Decision]) -> list[tuple[Decision, Decimal]]:
    """Decisions, each with what is left of its sum, in yuan."""
    rows = list(found)
    left = queries.left_of_each(rows)
    return [(one, left[one.pk]) for one in rows]


def first_organ(actor: Actor, *duties: str) -> int | None:
    """The organ in which ``actor`` carries one of ``duties``: where what he enters belongs; None if nowhere."""
    return next((organ for duty in duties for organ in actor.organs_with(duty)), None)


def tabs(kind: str) -> list[parts.Tab]:
    """全部, 大额资金支出, 大额合同, 重大项目."""
    bare = QueryDict()
    every = [
        ("", _("全部")),
        *((one.value, str(one.label)) for one in LargeKind if one != LargeKind.DISPOSAL),
    ]
    return [
        parts.Tab(word, changed(bare, {"kind": code}) if code else "?", current=code == kind)
        for code, word in every
    ]


def table(found: Iterable[Item]) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Heads and rows for a workbook: each item with its chain in one cell."""
    heads = [
        _("事项"),
        _("类型"),
        _("编号、科室、对方"),
        _("金额（元）"),
        _("状态"),
        _("链条"),
        _("缺什么"),
        _("督办"),
    ]
    return heads, [
        (
            one.title, one.kind, one.sub, one.amount, one.state,
            "；".join(f"{link.title} {link.note}" for link in one.links),
            "、".join(link.title for link in one.links if link.state != "done"),
            "；".join(f"{seen.number} {seen.word} {seen.until}".strip() for seen in one.supervised),
        )
        for one in found
    ]  # fmt: skip
