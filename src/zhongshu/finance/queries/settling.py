"""How an advance was settled: by claims that rest on it, and by money paid back to the cashier."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from zhongshu.finance.models import Claim
from zhongshu.finance.queries.living import stopped
from zhongshu.kernel.clock import local_day
from zhongshu.platform.journal import queries as journal


@dataclass(frozen=True, slots=True)
class Settling:
    """One step: ``claim`` has covered so much in yuan, or it came back under ``receipt``; ``on`` None: on its way."""

    amount: Decimal
    on: date | None
    claim: Claim | None = None
    receipt: str = ""


def settling(advance: Claim) -> list[Settling]:
    """All that settles an advance, in the order of the days; claims on their way last."""
    claims = advance.settlements.exclude(stopped()).filter(offset__gt=0).select_related("matter")
    covered = [Settling(one.offset, local_day(one.paid_at) if one.paid_at else None, one) for one in claims]
    back = [
        Settling(Decimal(one.facts["amount"]), local_day(one.at), receipt=one.facts["receipt"])
        for one in journal.told(advance.matter.stream, "finance.repaid")
    ]
    return sorted([*covered, *back], key=lambda one: one.on or date.max)
