"""The rows of a claim's tables, each as far as its reader is told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from zhongshu.finance.models import Claim, ClaimLine, Invoice
from zhongshu.finance.queries import Sight
from zhongshu.finance.queries.sight import Sights


@dataclass(frozen=True, slots=True)
class Line:
    """What for, of what sort or from whom, when, how much in yuan (None: not told); ``sub`` stands below."""

    what: str
    who: str
    day: date
    amount: Decimal | None
    sub: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """Another claim for the same payee; ``alike``: the same sum, so perhaps one thing paid twice."""

    claim: Claim
    amount: Decimal | None
    payee: str
    alike: bool


def lines(found: Iterable[ClaimLine], seen: Sight) -> list[Line]:
    """The items of a claim."""
    return [
        Line(one.note, seen.category(one.get_item_display()), one.spent_on, seen.sum(one.amount))
        for one in found
    ]


def slips(found: Iterable[Invoice], seen: Sight) -> list[Line]:
    """Its invoices."""
    return [
        Line(
            str(one),
            seen.name(one.seller) or "—",
            one.issued_on,
            seen.sum(one.amount),
            one.file.name if one.file else _("手工填写，没有电子发票文件"),
        )
        for one in found
    ]


def around(found: Iterable[Claim], claim: Claim, sights: Sights) -> list[Beside]:
    """Claims for the payee of ``claim``, without those whose payee is not told."""
    told = [(one, sights[one.pk]) for one in found if sights[one.pk].of_names]
    both = sights[claim.pk].of_sums
    return [
        Beside(
            one,
            seen.sum(one.amount),
            "" if one.payee == claim.payee else one.payee,
            both and seen.of_sums and one.amount == claim.amount,
        )
        for one, seen in told
    ]
