from decimal import Decimal
from typing import Any

from django.db.models import DecimalField, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from zhongshu.finance.models import Claim, Undertaking, UndertakingKind
from zhongshu.finance.queries.living import stopped
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import NotFound
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Matter

SUM: DecimalField[Decimal, Decimal] = DecimalField(max_digits=18, decimal_places=2)
UNDERTAKINGS = tuple(UndertakingKind.values)


def undertaking(actor: Actor, matter_id: int) -> Undertaking:
    """The contract or project of a matter that ``actor`` may know of; else it does not exist (404)."""
    matter = matters.get(actor, matter_id)
    rows = Undertaking.objects.select_related(
        "handler", "decision__evidence", "project__matter", "basis", "signed_by", "accepted_by"
    )
    found = rows.filter(pk=matter.pk).first()
    if found is None:
        raise NotFound("no_such_undertaking", _("没有这份合同或项目，或者它不在您的知悉范围内。"))
    found.matter = matter
    return found


def undertaking_for_update(matter_id: int) -> Undertaking | None:
    """The contract or project of a matter, locked; None when the matter is neither. Part of a use case."""
    rows = Undertaking.objects.select_for_update(of=("self",)).select_related("matter")
    return rows.filter(pk=matter_id).first()


def open_for(actor: Actor, kind: str) -> QuerySet[Undertaking]:
    """Contracts or projects from which money may run, that ``actor`` may know of, newest first."""
    began = (
        {"signed_on__isnull": False} if kind == UndertakingKind.CONTRACT else {"approved_at__isnull": False}
    )
    rows = Undertaking.objects.filter(kind=kind, matter__in=Matter.objects.visible_to(actor), **began)
    return rows.exclude(stopped()).select_related("matter").order_by("-pk")


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
