"""Rows of the lists of money: claims, how long they wait, budget lines, funds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from zhongshu.approvals.models import Status
from zhongshu.approvals.presenters.paper import SHAPES
from zhongshu.finance import queries
from zhongshu.finance.models import Claim, ClaimKind
from zhongshu.finance.queries import Sight
from zhongshu.finance.queries.sight import Sights
from zhongshu.finance.wording import claim_word
from zhongshu.kernel.actors import Actor
from zhongshu.matters.models import Matter
from zhongshu.ui import parts
from zhongshu.ui.querystrings import changed
from zhongshu.ui.wording import short_date


@dataclass(frozen=True, slots=True)
class Row:
    """A claim in a list; without an amount where its reader is not told."""

    url: str
    title: str
    sub: str
    amount: Decimal | None
    who: str
    unit: str
    state: str
    word: str
    day: str


def rows(found: Iterable[Matter], sights: Sights, today: date) -> list[Row]:
    """Claims, in the order given, each as far as it is told."""
    return [
        Row(
            url=reverse("finance:claim", args=[one.pk]),
            title=one.title,
            sub=_sub(one, sights[one.pk]),
            amount=sights[one.pk].sum(one.claim.amount),
            who=one.claim.claimant.name,
            unit=one.unit.short_name,
            state=claim_shape(one.claim, one.state),
            word=claim_word(one.claim, one.state),
            day=short_date(one.claim.submitted_on, today),
        )
        for one in found
    ]


def _sub(matter: Matter, seen: Sight) -> str:
    one = matter.claim
    told = (matter.number, seen.category(one.get_category_display()), seen.name(one.payee))
    return " · ".join(filter(None, told))


def claim_shape(one: Claim, state: str) -> str:
    """The shape of that state: an advance is not done before it is settled."""
    owed = state == Status.APPROVED and one.kind == ClaimKind.ADVANCE and one.unsettled
    return "doing" if owed else SHAPES[state]


def tabs(actor: Actor, narrowed: queries.Narrowed) -> list[parts.Tab]:
    """我的, 待我办, 草稿, 知悉范围内."""
    bare, waiting, drafts = QueryDict(), queries.waiting_count(actor), queries.drafts(actor).count()
    return [
        parts.Tab(_("我的"), "?", current=narrowed.box == "mine"),
        parts.Tab(_("待我办"), changed(bare, {"box": "waiting"}), waiting, narrowed.box == "waiting"),
        parts.Tab(_("草稿"), changed(bare, {"box": "drafts"}), drafts or None, narrowed.box == "drafts"),
        parts.Tab(_("知悉范围内"), changed(bare, {"box": "all"}), current=narrowed.box == "all"),
    ]
