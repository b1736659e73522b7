from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from zhongshu.finance import rules
from zhongshu.finance.models import Claim, ClaimKind, Invoice
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import NotFound
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Group, Matter
from zhongshu.platform.workdays import queries as workdays

KINDS = tuple(ClaimKind.values)


def claim(actor: Actor, matter_id: int) -> Claim:
    """The claim of a matter that ``actor`` may know of; else it does not exist (404)."""
    return _found(matters.get(actor, matter_id))


def claim_for_update(matter_id: int) -> Claim | None:
    """The claim of a matter, locked; None when the matter is no claim. Part of a use case."""
    return Claim.objects.select_for_update().filter(pk=matter_id).first()


def _found(matter: Matter) -> Claim:
    rows = Claim.objects.select_related("budget_line", "claimant", "decision", "advance__matter", "basis")
    found = rows.filter(pk=matter.pk).first()
    if found is None:
        raise NotFound("no_such_claim", _("没有这张单据，或者它不在您的知悉范围内。"))
    found.matter = matter
    return found


def claims(actor: Actor) -> QuerySet[Matter]:
    """Claims and advances that ``actor`` may know of, newest first."""
    rows = Matter.objects.listed_for(actor).filter(kind__in=KINDS)
    return rows.select_related("claim__claimant", "unit", "drafter").order_by("-id")


def advances_open(person_id: int) -> QuerySet[Claim]:
    """Advances of a person that have been paid and not been settled in full, the oldest first."""
    rows = Claim.objects.filter(kind=ClaimKind.ADVANCE, claimant_id=person_id, paid_at__isnull=False)
    return rows.filter(settled__lt=F("amount")).select_related("matter").order_by("paid_at")


def invoice_taken(pairs: Iterable[tuple[str, str]], *, but: int = 0) -> dict[tuple[str, str], Invoice]:
    """Which of these invoices (code, number) live claims other than ``but`` already rest on."""
    wanted = set(pairs)
    rows = Invoice.objects.filter(live=True, number__in=[number for _code, number in wanted])
    rows = rows.exclude(claim_id=but).select_related("claim__matter")
    return {(one.code, one.number): one for one in rows if (one.code, one.number) in wanted}


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
            waits, since, allowed = "approval", local_day(one.reviewed_at), rules.pay_within()
        else:
            waits, since, allowed = "review", one.submitted_on, rules.review_within()
        found.append(Age(one, waits, since, calendar.count(since, today), allowed))
    return sorted(found, key=lambda age: -age.days)
