"""How long claims wait, in working days, against the settings (F-14)."""

from dataclasses import dataclass
from datetime import date

from zhongshu.finance import rules
from zhongshu.finance.models import Claim
from zhongshu.finance.queries.claims import KINDS
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.matters.models import Group, Matter
from zhongshu.platform.workdays import queries as workdays


@dataclass(frozen=True, slots=True)
class Age:
    """How long a claim has waited where it is, in working days, and how many the settings allow."""

    claim: Claim
    waits_for: str
    since: date
    days: int
    allowed: int

    @property
    def is_late(self) -> bool:
        return self.days > self.allowed


def ageing(actor: Actor, today: date) -> list[Age]:
    """Claims on their way that ``actor`` may know of: review, then approval, then payment (F-14), oldest first."""
    rows = Matter.objects.listed_for(actor).filter(kind__in=KINDS, group=Group.OPEN)
    rows = rows.filter(claim__paid_at__isnull=True).select_related("claim__claimant", "unit")
    calendar = workdays.calendar()
    found = []
    for matter in rows.order_by("id")[:500]:
        one: Claim = matter.claim
        one.matter = matter
        if one.approved_at:
            waits, since, allowed = "payment", local_day(one.approved_at), rules.pay_within()
        elif one.reviewed_at:
            waits, since, allowed = "approval", local_day(one.reviewed_at), rules.approve_within()
        else:
            waits, since, allowed = "review", one.submitted_on, rules.review_within()
        found.append(Age(one, waits, since, calendar.count(since, today), allowed))
    return sorted(found, key=lambda age: -age.days)
