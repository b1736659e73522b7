"""Contracts and projects as answers."""

from decimal import Decimal
from typing import Any

from zhongshu.api.schemas import undertakings as told
from zhongshu.api.tellings import money
from zhongshu.api.tellings.approvals import paper
from zhongshu.finance import queries
from zhongshu.finance.queries import Sight
from zhongshu.kernel.paging import Page
from zhongshu.kernel.requests import Request

_ROW = (
    "kind", "starts_on", "ends_on", "submitted_on", "approved_at", "signed_on", "accepted_on",
)  # fmt: skip
_MORE = (
    "handler_id", "project_id", "basis_id", "decision_id", "signed_by_id", "accepted_by_id", "acceptance",
)  # fmt: skip


def line(found: Any, paid: Any, seen: Sight) -> told.UndertakingLine:
    """A contract or project as a row, as far as it is told; ``paid`` of it in yuan."""
    matter = found.matter
    return told.UndertakingLine(
        id=matter.pk,
        number=matter.number,
        title=matter.title,
        state=matter.state,
        unit=matter.unit.short_name,
        handler=found.handler.name,
        party=seen.name(found.party),
        amount=seen.sum(found.amount),
        paid=seen.sum(paid),
        **{name: getattr(found, name) for name in _ROW},
    )


def lines(request: Request, page: Page[Any]) -> told.UndertakingLines:
    """A page of the register."""
    sights = queries.sights(request.actor, [one.pk for one in page.rows])
    rows = [line(one, one.paid, sights[one.pk]) for one in page.rows]
    return told.UndertakingLines(rows=rows, next_cursor=page.next_cursor)


def undertaking(request: Request, matter_id: int) -> told.Undertaking:
    """A contract or project with what runs from it and the paper that decides it."""
    found = queries.undertaking(request.actor, matter_id)
    payments = queries.payments(found)
    contracts = [] if found.is_contract else queries.contracts_of(found)
    sights = queries.sights(request.actor, [found.pk, *(one.pk for one in payments)])
    paid = sum((one.amount for one in payments if one.paid_at), Decimal(0))
    return told.Undertaking(
        **line(found, paid, sights[found.pk]).dict(),
        **{name: getattr(found, name) for name in _MORE},
        party_code=sights[found.pk].name(found.party_code),
        contract_ids=[one.pk for one in contracts],
        payments=[money.line(one, one.matter, sights[one.pk]) for one in payments],
        paper=paper(request, matter_id),
    )
