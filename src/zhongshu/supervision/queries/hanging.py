"""What is still open about a matter beside the matter itself: requests, stops, slips, figures, rounds, drafts."""

from collections.abc import Collection
from enum import StrEnum

from django.db.models import Model, Q, QuerySet, Value

from zhongshu.supervision.models import Ask, Extension, Paper, PaperState, Round, Slip, Suspension
from zhongshu.supervision.queries.asks import ASK_OPEN
from zhongshu.supervision.queries.rounds import PENDING
from zhongshu.supervision.queries.slips import SLIP_OPEN


class Hanging(StrEnum):
    """The kinds of it."""

    EXTENSION = "extension"
    SUSPENSION = "suspension"
    STOP = "stop"
    SLIP = "slip"
    ASK = "ask"
    ROUND = "round"
    PAPER = "paper"


DRAFTS = Q(state=PaperState.DRAFT)
_OPEN: dict[Hanging, tuple[type[Model], Q]] = {
    Hanging.EXTENSION: (Extension, Q(decided_at__isnull=True)),
    Hanging.SUSPENSION: (Suspension, Q(decided_at__isnull=True)),
    Hanging.STOP: (Suspension, Q(approved=True, resumed_on__isnull=True)),
    Hanging.SLIP: (Slip, SLIP_OPEN),
    Hanging.ASK: (Ask, ASK_OPEN),
    Hanging.ROUND: (Round, PENDING),
    Hanging.PAPER: (Paper, DRAFTS),
}


def hanging_on(
    matter_ids: Collection[int], kinds: Collection[Hanging] = tuple(Hanging)
) -> dict[int, list[Hanging]]:
    """What of ``kinds`` is open about these matters, by matter: in one query."""
    first, *others = (_found(kind, matter_ids) for kind in kinds)
    found: dict[int, list[Hanging]] = {}
    rank = list(Hanging).index
    for directive_id, kind in sorted(first.union(*others), key=lambda row: rank(Hanging(row[1]))):
        found.setdefault(directive_id, []).append(Hanging(kind))
    return found


def _found(kind: Hanging, matter_ids: Collection[int]) -> QuerySet[Model, tuple[int, str]]:
    model, still_open = _OPEN[kind]
    rows = model._default_manager.filter(still_open, directive_id__in=list(matter_ids)).order_by()
    return rows.values_list("directive_id", Value(str(kind)))
