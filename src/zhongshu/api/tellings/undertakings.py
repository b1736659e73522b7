"""Contracts and projects as answers."""

from typing import Any

from zhongshu.api.schemas import undertakings as told
from zhongshu.api.tellings import money
from zhongshu.api.tellings.approvals import paper
from zhongshu.finance import queries
from zhongshu.kernel.paging import Page
from zhongshu.kernel.requests import Request

_ROW = (
    "kind", "party", "amount", "starts_on", "ends_on", "submitted_on", "approved_at", "signed_on", "accepted_on",
)  # fmt: skip
_MORE = (
    "party_code", "handler_id", "project_id", "basis_id", "decision_id", "signed_by_id", "accepted_by_id", "acceptance",
)  # fmt: skip


def line(found: Any, paid: Any) -> told.UndertakingLine:
    """A contract or project as a row; ``paid`` of it in yuan."""
    matter = found.matter
    return told.UndertakingLine(
        id=matter.pk,
        number=matter.number,
        title=matter.title,
        state=matter.state,
        unit=matter.unit.short_name,
        handler=found.handler.name,
        paid=paid,
        **{name: getattr(found, name) for name in _ROW},
    )


def lines(page: Page[Any]) -> told.UndertakingLines:
    """A page of the register."""
    rows = [line(one, one.paid) for one in page.rows]
    return told.UndertakingLines(rows=rows, next_cursor=page.next_cursor)


def undertaking(request: Request, matter_id: int) -> told.Undertaking:
    """A contract or project with what runs from it and the paper that decides it."""
    found = queries.undertaking(request.actor, matter_id)
    payments = queries.payments(found)
    contracts = [] if found.is_contract else queries.contracts_of(found)
    return told.Undertaking(
        **line(found, sum(one.amount for one in payments if one.paid_at)).dict(),
        **{name: getattr(found, name) for name in _MORE},
        contract_ids=[one.pk for one in contracts],
        payments=[money.line(one, one.matter) for one in payments],
        paper=paper(request, matter_id),
    )
