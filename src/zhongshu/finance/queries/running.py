"""The money that runs from contracts and projects."""

from decimal import Decimal
from typing import Any

from django.db.models import DecimalField, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from zhongshu.finance.models import Claim, Undertaking
from zhongshu.finance.queries.living import stopped

SUM: DecimalField[Decimal, Decimal] = DecimalField(max_digits=18, decimal_places=2)


def bound_by(one: Undertaking, *, but: int = 0) -> Decimal:
    """What living payments of a contract, or contracts of a project, come to without the matter ``but``, in yuan."""
    rows = one.payments if one.is_contract else one.contracts
    return rows.exclude(stopped()).exclude(pk=but).aggregate(all=Sum("amount"))["all"] or Decimal(0)


def payments(one: Undertaking) -> list[Claim]:
    """Claims that pay a contract, or the contracts of a project, in the order of their hand-in."""
    rows = (
        Claim.objects.filter(contract=one) if one.is_contract else Claim.objects.filter(contract__project=one)
    )
    return list(rows.select_related("matter", "claimant").order_by("pk"))


def contracts_of(one: Undertaking) -> list[Undertaking]:
    """The contracts that carry a project out."""
    return list(one.contracts.select_related("matter").order_by("pk"))


def with_paid(rows: QuerySet[Undertaking]) -> QuerySet[Any]:
    """``rows`` with what has been paid of each (``paid``), through its contracts where it is a project."""
    done = Claim.objects.filter(paid_at__isnull=False).order_by()
    of_contract = done.filter(contract=OuterRef("pk")).values("contract").annotate(all=Sum("amount"))
    of_project = done.filter(contract__project=OuterRef("pk")).values("contract__project").annotate(
        all=Sum("amount")
    )  # fmt: skip
    none = Decimal(0)
    return rows.annotate(
        paid=Coalesce(
            Subquery(of_contract.values("all")), Subquery(of_project.values("all")), none, output_field=SUM
        )
    )
