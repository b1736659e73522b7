"""How long claims wait, in working days, against the settings (F-14)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from zhongshu.finance import policies, rules
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
    """Claims of ``actor``'s organs on their way: review, then approval, then payment (F-14), the longest wait first.

    Counted for whoever keeps or watches the budget, nobody else; which of them he may know of, ``known`` says.
    """
    policies.may_see_budget(actor).require()
    rows = Matter.objects.filter(kind__in=KINDS, group=Group.OPEN, organ_id__in=sorted(actor.organ_ids))
    rows = rows.filter(claim__paid_at__isnull=True).select_related("claim__claimant", "unit")
    calendar = workdays.calendar()
    found = []
    for matter in rows.order_by("id"):
        one: Claim = matter.claim
        one.matter = matter
        waits, since, allowed = _waiting(one)
        found.append(Age(one, waits, since, calendar.count(since, today), allowed))
    return sorted(found, key=lambda age: -age.days)


def known(actor: Actor, ages: Iterable[Age]) -> list[Age]:
    """Those of ``ages`` that ``actor`` may know of."""
    found = list(ages)
    open_claims = Matter.objects.listed_for(actor).filter(kind__in=KINDS, group=Group.OPEN)
    seen = set(open_claims.values_list("pk", flat=True))
    return [age for age in found if age.claim.pk in seen]


def _waiting(one: Claim) -> tuple[str, date, int]:
    """What a claim waits for, since when, and how many working days that may take."""
    if one.approved_at:
        return "payment", local_day(one.approved_at), rules.pay_within()
    if one.reviewed_at:
        return "approval", local_day(one.reviewed_at), rules.approve_within()
    return "review", one.submitted_on, rules.review_within()
