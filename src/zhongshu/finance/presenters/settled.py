"""How an advance was settled, as shown."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from zhongshu.finance import queries
from zhongshu.finance.models import Claim
from zhongshu.finance.presenters.large import address
from zhongshu.finance.queries import Sight
from zhongshu.kernel.actors import Actor


@dataclass(frozen=True, slots=True)
class Step:
    """A claim that covers part of it (``url`` "" for who may not know of that), or money paid back."""

    what: str
    sub: str
    url: str
    on: date | None
    amount: Decimal | None


def settled(advance: Claim, actor: Actor, seen: Sight) -> list[Step]:
    """Step by step, each as far as the reader is told."""
    found = queries.settling(advance)
    claims = [one.claim.pk for one in found if one.claim]
    opens, sights = queries.openable(actor, claims), queries.sights(actor, claims) if claims else {}
    steps = []
    for one in found:
        if one.claim is None:
            receipt = _("收据 %(number)s") % {"number": one.receipt}
            steps.append(Step(_("还款"), receipt, "", one.on, seen.sum(one.amount)))
            continue
        matter, of_claim = one.claim.matter, sights[one.claim.pk]
        url = address(matter, matter.pk in opens)
        told = of_claim.sum(one.amount) if seen.of_sums else None
        steps.append(Step(matter.title if url else _("报销冲销"), matter.number, url, one.on, told))
    return steps
