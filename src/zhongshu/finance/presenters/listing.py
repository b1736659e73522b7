"""Rows of the lists of money: claims, how long they wait, budget lines, funds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhongshu.approvals.presenters.paper import SHAPES
from zhongshu.approvals.wording import state_words
from zhongshu.finance import queries
from zhongshu.finance.models import BudgetLine, FundApplication
from zhongshu.finance.presenters.words import figure
from zhongshu.finance.queries.claims import Age
from zhongshu.kernel.actors import Actor
from zhongshu.matters.models import Matter
from zhongshu.ui import parts
from zhongshu.ui.querystrings import changed
from zhongshu.ui.wording import short_date

WAITS = {
    "review": gettext_lazy("财务审核"),
    "approval": gettext_lazy("领导审批"),
    "payment": gettext_lazy("出纳付款"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A claim in a list."""

    url: str
    title: str
    sub: str
    amount: str
    who: str
    unit: str
    state: str
    word: str
    day: str


def rows(found: Iterable[Matter], today: date) -> list[Row]:
    """Claims, in the order given."""
    return [
        Row(
            url=reverse("finance:claim", args=[one.pk]),
            title=one.title,
            sub=f"{one.number} · {one.claim.get_category_display()} · {one.claim.payee}",
            amount=figure(one.claim.amount),
            who=one.claim.claimant.name,
            unit=one.unit.short_name,
            state=SHAPES[one.state],
            word=state_words(one.state),
            day=short_date(one.claim.submitted_on, today),
        )
        for one in found
    ]


def tabs(actor: Actor, narrowed: queries.Narrowed) -> list[parts.Tab]:
    """我的, 待我办, 知悉范围内."""
    bare, waiting = QueryDict(), queries.waiting_count(actor)
    return [
        parts.Tab(_("我的"), "?", current=narrowed.box == "mine"),
        parts.Tab(_("待我办"), changed(bare, {"box": "waiting"}), waiting, narrowed.box == "waiting"),
        parts.Tab(_("知悉范围内"), changed(bare, {"box": "all"}), current=narrowed.box == "all"),
    ]


@dataclass(frozen=True, slots=True)
class AgeRow:
    """How long one claim has waited, and where."""

    row: Row
    waits: str
    days: int
    allowed: int
    is_late: bool


def ages(found: Sequence[Age], today: date) -> list[AgeRow]:
    """The longest waits first."""
    told = rows([one.claim.matter for one in found], today)
    return [
        AgeRow(row, str(WAITS[one.waits_for]), one.days, one.allowed, one.is_late)
        for one, row in zip(found, told, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Bucket:
    """Claims that wait for the same thing: how many, how many too long, what they come to in yuan."""

    title: str
    count: int
    late: int
    amount: str


def buckets(found: Sequence[Age]) -> list[Bucket]:
    """One for review, approval and payment each."""
    return [
        Bucket(
            str(title),
            len(some := [one for one in found if one.waits_for == code]),
            sum(one.is_late for one in some),
            figure(sum((one.claim.amount for one in some), Decimal(0))),
        )
        for code, title in WAITS.items()
    ]


@dataclass(frozen=True, slots=True)
class Total:
    """What the lines of a budget come to, as figures."""

    amount: str
    reserved: str
    spent: str
    balance: str


def total(lines: Iterable[BudgetLine]) -> Total:
    """The sums of all lines shown."""
    found = list(lines)
    names = ("amount", "reserved", "spent", "balance")
    return Total(*(figure(sum((getattr(one, name) for one in found), Decimal(0))) for name in names))


def fund_sums(found: Iterable[FundApplication]) -> list[tuple[str, str]]:
    """What was asked, granted, received and used in all."""
    rows_, none = list(found), Decimal(0)
    names = {"asked": _("申请"), "granted": _("批复"), "received": _("到账"), "used": _("使用")}
    return [(word, figure(sum((getattr(one, name) for one in rows_), none))) for name, word in names.items()]
