from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Value

from zhongshu.finance import policies, rules
from zhongshu.finance.models import Claim, LargeKind, Outlay, Threshold, Undertaking, UndertakingKind
from zhongshu.finance.queries.living import stopped
from zhongshu.finance.queries.payees import same_claims, same_undertakings
from zhongshu.finance.queries.running import with_paid
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.keysets import ordered
from zhongshu.kernel.paging import Page
from zhongshu.matters.models import Matter


def threshold(organ_id: int, on: date, kind: str = LargeKind.CLAIM) -> Threshold | None:
    """The threshold in force on a day; None where none has been set in writing yet."""
    rows = Threshold.objects.filter(organ_id=organ_id, kind=kind, valid_from__lte=on)
    return rows.order_by("-valid_from").first()


def limit_of(one: Outlay) -> Threshold | None:
    """The threshold that a claim, contract or project reaches; None where it is not large."""
    return Limits([one]).of(one)


class Limits:
    """The thresholds that claims, contracts and projects may reach, read once for all of them when first asked for."""

    def __init__(self, outlays: Iterable[Outlay]) -> None:
        self._outlays = outlays

    @cached_property
    def _set(self) -> list[Threshold]:
        organs = {one.matter.organ_id for one in self._outlays}
        return list(Threshold.objects.filter(organ_id__in=organs).order_by("-valid_from"))

    def of(self, one: Outlay) -> Threshold | None:
        """The threshold that ``one`` of them reaches; None where it is not large."""
        kind, organ_id, day = one.large_kind, one.matter.organ_id, one.submitted_on
        its = (each for each in self._set if (each.kind, each.organ_id) == (kind, organ_id))
        found = next((each for each in its if each.valid_from <= day), None)
        return found if found is not None and one.amount >= found.amount else None


def bound_to(one: Outlay) -> list[Outlay]:
    """What the organ binds itself to pay to the other side of ``one`` within the days that are added up to it.

    Claims and contracts together, neither refused nor void.
    """
    return _same_side(one, one.submitted_on - rules.split_within(), one.submitted_on)


def following(one: Outlay) -> list[Outlay]:
    """What was handed in after ``one`` and is added up with it: when ``one`` changes, a suspicion about these may."""
    found = _same_side(one, one.submitted_on, one.submitted_on + rules.split_within())
    return [other for other in found if (other.submitted_on, other.pk) > (one.submitted_on, one.pk)]


def _same_side(one: Outlay, since: date, until: date) -> list[Outlay]:
    """Nothing counts twice: a contract of these days with its sum, one of other days with what is paid of it now.

    Seen from a payment, its own contract counts with its payments: paid in parts, it comes to the threshold of claims.
    """
    within = {"matter__organ_id": one.matter.organ_id, "submitted_on__range": (since, until)}
    under = one.contract_id if isinstance(one, Claim) else None
    contracts = Undertaking.objects.filter(same_undertakings(one), kind=UndertakingKind.CONTRACT, **within)
    whole = list(contracts.exclude(stopped()).exclude(pk=under or 0))
    claims = Claim.objects.filter(same_claims(one), **within).exclude(stopped())
    paid = claims.filter(Q(contract__isnull=True) | ~Q(contract__in=[contract.pk for contract in whole]))
    found: list[Outlay] = [*paid, *whole]
    return sorted(found, key=lambda one: (one.submitted_on, one.pk))


def large(actor: Actor, since: date, kind: str = "") -> QuerySet[Matter]:
    """Claims, contracts and projects at or above the threshold of their day, or decided by a meeting.

    Those of ``actor``'s organs handed in from ``since`` on; ``kind`` (of LargeKind) keeps one of the three.
    For who watches money.
    """
    policies.may_watch(actor).require()
    claims = _large(Claim.objects.all(), Value(LargeKind.CLAIM.value), actor, since)
    undertakings = Undertaking.objects.filter(kind=kind) if kind else Undertaking.objects.all()
    others = _large(undertakings, OuterRef("kind"), actor, since)
    known = {LargeKind.CLAIM.value: Q(pk__in=claims), "": Q(pk__in=claims) | Q(pk__in=others)}
    return Matter.objects.filter(known.get(kind, Q(pk__in=others)))


def _large(rows: QuerySet[Any], kind: Any, actor: Actor, since: date) -> QuerySet[Any]:
    """The matters of ``rows`` that reach the threshold in force on the day they were handed in, or were decided."""
    limits = Threshold.objects.filter(organ_id=OuterRef("matter__organ_id"), kind=kind)
    limit = (
        limits.filter(valid_from__lte=OuterRef("submitted_on")).order_by("-valid_from").values("amount")[:1]
    )
    within = rows.filter(matter__organ_id__in=sorted(actor.organ_ids), submitted_on__gte=since)
    reaches = Q(amount__gte=F("limit")) | Q(decision__isnull=False)
    found: QuerySet[Any] = within.alias(limit=Subquery(limit)).filter(reaches).values("pk")
    return found


def large_page(
    actor: Actor, since: date, kind: str = "", *, cursor: str = "", before: str = "", size: int = 20
) -> Page[Matter]:
    """One page of large items, the newest first."""
    rows = large(actor, since, kind)
    return ordered(rows, newest_first=True, pk=int).page(after=cursor, before=before, size=size)


def outlays_of(matters: Iterable[Matter]) -> list[Outlay]:
    """The claims, contracts and projects of ``matters`` in their order, with all that their chain tells."""
    order = [matter.pk for matter in matters]
    hands = ("matter__unit", "decision__evidence")
    claims = Claim.objects.select_related("claimant", "paid_by", "booked_by", "contract__matter", *hands)
    undertakings = Undertaking.objects.select_related("handler", "signed_by", "accepted_by", *hands)
    found: dict[int, Outlay] = {**claims.in_bulk(order), **with_paid(undertakings).in_bulk(order)}
    return [found[pk] for pk in order]


def thresholds(actor: Actor) -> QuerySet[Threshold]:
    """Every threshold ever set in ``actor``'s organs, the newest first; for who watches money."""
    policies.may_watch(actor).require()
    rows = Threshold.objects.filter(organ_id__in=sorted(actor.organ_ids))
    return rows.select_related("organ", "set_by").order_by("kind", "-valid_from")
