from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import DecimalField, Max, Q, QuerySet, Sum, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from zhongshu.finance import policies
from zhongshu.finance.models import FundApplication, FundMovement, MovementKind
from zhongshu.finance.queries.outlays import known_numbers
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.keysets import ordered
from zhongshu.kernel.paging import Page
from zhongshu.kernel.refusals import NotFound
from zhongshu.matters.models import Matter
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.journal.models import Entry

MONEY: DecimalField[Decimal, Decimal] = DecimalField(max_digits=18, decimal_places=2)


def _sum(kind: MovementKind) -> Coalesce:
    total = Sum("movements__amount", filter=Q(movements__kind=kind))
    return Coalesce(total, Value(Decimal(0)), output_field=MONEY)


def funds(actor: Actor) -> QuerySet[Any]:
    """Funds sought by ``actor``'s organs with what came of them, newest first; for who seeks or watches them."""
    policies.may_see_funds(actor).require()
    return _sought(actor)


def funds_for(actor: Actor, matter_id: int) -> list[Any]:
    """Funds sought for a matter, as far as ``actor`` reads the register; nothing for who does not."""
    return list(_sought(actor).filter(matter_id=matter_id)) if policies.may_see_funds(actor) else []


def _sought(actor: Actor) -> QuerySet[Any]:
    """Applications with what was granted, received and used, and ``since`` when nothing more has come of them."""
    rows = FundApplication.objects.filter(organ_id__in=sorted(actor.organ_ids))
    rows = rows.annotate(
        granted=_sum(MovementKind.GRANTED),
        received=_sum(MovementKind.RECEIVED),
        used=_sum(MovementKind.USED),
        since=Coalesce(Max("movements__on"), "asked_on"),
    )
    return rows.select_related("unit", "matter").order_by("-asked_on", "-id")


def funds_page(actor: Actor, *, cursor: str = "", before: str = "", size: int = 25) -> Page[Any]:
    """One page of them, the newest first."""
    rows = ordered(funds(actor), newest_first=True, asked_on=date.fromisoformat, id=int)
    return rows.page(after=cursor, before=before, size=size)


def fund_totals(actor: Actor) -> dict[str, Decimal]:
    """What ``actor``'s organs asked for, were granted, received and used in all, in yuan."""
    policies.may_see_funds(actor).require()
    rows = FundApplication.objects.filter(organ_id__in=sorted(actor.organ_ids))
    moved = FundMovement.objects.filter(application__in=rows).values("kind").annotate(all=Sum("amount"))
    sums = {one["kind"]: one["all"] for one in moved.order_by()}
    asked = rows.aggregate(all=Sum("asked"))["all"] or Decimal(0)
    return {"asked": asked, **{kind: sums.get(kind, Decimal(0)) for kind in MovementKind.values}}


def fund_shown(actor: Actor, fund_id: int) -> FundApplication:
    """As ``fund``, for who reads the register."""
    found = fund(actor, fund_id)
    policies.may_see_funds(actor).require()
    return found


def numbered(actor: Actor, number: str) -> Matter:
    """The matter of that number that ``actor`` may know of; else there is none (404)."""
    found = Matter.objects.visible_to(actor).filter(number=number.strip()).first()
    if found is None:
        raise NotFound("no_such_matter", _("没有这个编号，或者它不在您的知悉范围内。请核对编号。"))
    return found


def movements(of: FundApplication) -> list[FundMovement]:
    """What came of it, in the order of the days."""
    return list(of.movements.select_related("entered_by").order_by("on", "id"))


def fund_timeline(actor: Actor, of: FundApplication) -> list[Entry]:
    """What was done with it, newest first; a matter it was linked to is named to those who may know of that."""

    def readable(closed: list[Entry]) -> list[Entry]:
        numbers = {str(one.facts.get("number", "")) for one in closed}
        known = known_numbers(actor, numbers - {""}) | {""}
        return [one for one in closed if one.facts.get("number", "") in known]

    return journal.timeline(f"fund:{of.pk}", readable=readable)


def fund(actor: Actor, fund_id: int) -> FundApplication:
    """One application; what is not of ``actor``'s organs does not exist (404)."""
    found: FundApplication | None = _sought(actor).filter(pk=fund_id).first()
    if found is None:
        raise NotFound("no_such_fund", _("没有这笔争取资金，或者它不在您的机关。"))
    return found
