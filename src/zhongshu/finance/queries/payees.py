"""The same payee, by name however it is written, by bank account, by unified social credit code."""

from datetime import timedelta

from django.db.models import Q, QuerySet

from zhongshu.finance import rules
from zhongshu.finance.models import Claim, Outlay
from zhongshu.finance.queries.living import stopped
from zhongshu.kernel.actors import Actor
from zhongshu.matters.models import Matter


def same_claims(one: Outlay) -> Q:
    """Claims whose payee is the other side of ``one``."""
    name, code, accounts = _known_by(one)
    same = Q(payee_key=name)
    same |= Q(payee_code=code) if code else Q()
    return same | Q(account_key__in=accounts) if accounts else same


def same_undertakings(one: Outlay) -> Q:
    """Contracts and projects whose other side is that of ``one``, by the accounts they were paid to, too."""
    name, code, accounts = _known_by(one)
    same = Q(party_key=name)
    same |= Q(party_code=code) if code else Q()
    paid = Claim.objects.filter(account_key__in=accounts, contract__isnull=False).values("contract")
    return same | Q(pk__in=paid) if accounts else same


def paid_around(actor: Actor, claim: Claim) -> QuerySet[Claim]:
    """Other living claims for the same payee in the days before and after ``claim``, as far as ``actor`` may know.

    For whoever reviews it: the same sum to the same payee may be one thing paid twice.
    """
    span: timedelta = rules.split_within()
    days = (claim.submitted_on - span, claim.submitted_on + span)
    rows = Claim.objects.filter(same_claims(claim), submitted_on__range=days)
    rows = rows.filter(matter__in=Matter.objects.visible_to(actor)).exclude(pk=claim.pk).exclude(stopped())
    return rows.select_related("matter", "claimant").order_by("-submitted_on", "-pk")


def _known_by(one: Outlay) -> tuple[str, str, list[str]]:
    if isinstance(one, Claim):
        return one.payee_key, one.payee_code, [one.account_key] if one.account_key else []
    paid = one.payments.exclude(account_key="").values_list("account_key", flat=True)
    return one.party_key, one.party_code, list(paid.distinct())
