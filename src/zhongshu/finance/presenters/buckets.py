"""What claims wait for: how many, how many too long, and what they come to."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from zhongshu.finance.presenters.ageing import WAITS
from zhongshu.finance.queries.ageing import Age


@dataclass(frozen=True, slots=True)
class Bucket:
    """Claims that wait for the same thing: how many, how many too long, what they come to in yuan."""

    title: str
    count: int
    late: int
    amount: Decimal


def buckets(found: Sequence[Age]) -> list[Bucket]:
    """One for review, approval and payment each."""
    return [
        Bucket(
            str(title),
            len(some := [one for one in found if one.waits_for == code]),
            sum(one.is_late for one in some),
            sum((one.claim.amount for one in some), Decimal(0)),
        )
        for code, title in WAITS.items()
    ]
