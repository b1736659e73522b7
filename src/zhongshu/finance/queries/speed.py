"""How fast claims were dealt with in a year, step by step, in working days against the settings (F-14)."""

from dataclasses import dataclass
from datetime import date

from zhongshu.finance import policies, rules
from zhongshu.finance.models import Claim
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.platform.workdays import queries as workdays


@dataclass(frozen=True, slots=True)
class Speed:
    """One step of the claims of a year: how many took it, within how many working days it should be."""

    step: str
    count: int
    in_time: int
    total_days: int
    longest: int
    allowed: int

    @property
    def average(self) -> float:
        """Working days a claim took on average; 0 where none has."""
        return self.total_days / self.count if self.count else 0.0


def speeds(actor: Actor, year: int) -> list[Speed]:
    """Review, approval and payment of claims of ``actor``'s organs handed in during ``year``; as ``ageing`` for whom."""
    policies.may_see_budget(actor).require()
    rows = Claim.objects.filter(matter__organ_id__in=sorted(actor.organ_ids), submitted_on__year=year)
    reviewed: list[tuple[date, date]] = []
    approved: list[tuple[date, date]] = []
    paid: list[tuple[date, date]] = []
    moments = rows.values_list("submitted_on", "reviewed_at", "approved_at", "paid_at")
    for submitted_on, *rest in moments.iterator():
        reached = [local_day(one) if one else None for one in rest]
        for found, since, until in zip(
            (reviewed, approved, paid), (submitted_on, *reached), reached, strict=False
        ):
            if since and until:
                found.append((since, until))
    return [
        _speed("review", reviewed, rules.review_within()),
        _speed("approval", approved, rules.approve_within()),
        _speed("payment", paid, rules.pay_within()),
    ]


def _speed(step: str, spans: list[tuple[date, date]], allowed: int) -> Speed:
    calendar = workdays.calendar()
    days = [calendar.count(since, until) for since, until in spans]
    in_time = sum(one <= allowed for one in days)
    return Speed(step, len(days), in_time, sum(days), max(days, default=0), allowed)
