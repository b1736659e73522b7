"""Large sums: the items with their chain, thresholds, decisions of meetings, suspicions of splitting."""

from datetime import date
from typing import Annotated

from django.utils.translation import gettext_noop as _
from ninja import Router
from pydantic import Field

from zhongshu.api.exposing import Offer, expose, text
from zhongshu.api.schemas import registers as told
from zhongshu.api.schemas.amounts import SumSent
from zhongshu.api.tellings import money as tellings
from zhongshu.api.tellings.records import each, plain
from zhongshu.finance import queries, services
from zhongshu.finance.models import LargeKind
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request

router = Router(tags=[_("资金")])
Count = Annotated[int, Field(ge=0, le=10_000)]
VOTES = {"entitled": Count, "present": Count, "in_favour": Count}


@router.get("/large-items", response=list[told.Large], summary=_("大额与重大事项"))
def large_items(
    request: Request, since: date | None = None, kind: LargeKind | None = None
) -> list[told.Large]:
    """Every large item, the newest first; since the beginning of last year, if no day is named."""
    today = local_day(request.at)
    day = since or date(today.year - 1, 1, 1)
    found = queries.large_page(request.actor, day, kind or "", size=told.MOST).rows
    return tellings.large(request, queries.outlays_of(found))


@router.get("/thresholds", response=list[told.Threshold], summary=_("大额标准"))
def thresholds(request: Request) -> list[told.Threshold]:
    """Every threshold ever set, the newest first."""
    return each(told.Threshold, queries.thresholds(request.actor))


@router.get("/decisions", response=list[told.Decision], summary=_("会议决定"))
def decisions(request: Request) -> list[told.Decision]:
    """Decisions that have been recorded, the newest first."""
    return each(told.Decision, queries.decisions(request.actor)[: told.MOST])


@router.get("/split-flags", response=list[told.SplitFlag], summary=_("疑似拆分"))
def split_flags(request: Request) -> list[told.SplitFlag]:
    """Suspicions, the unanswered first."""
    return each(told.SplitFlag, queries.flags(request.actor)[: told.MOST])


_THRESHOLD = Offer(
    path="/organs/{organ_id}/thresholds", title=_("设定大额标准"), run=services.set_threshold, status=201,
    words={"kind": LargeKind, "paper": text(200), "amount": SumSent},
)  # fmt: skip
_DECISION = Offer(
    path="/organs/{organ_id}/decisions", title=_("登记会议决定"), run=services.record_decision, status=201,
    words={"meeting": text(100, least=1), "item": text(200, least=1), "limit": SumSent, **VOTES},
)  # fmt: skip
_EXPLANATION = Offer(
    path="/split-flags/{flag_id}/explanation", title=_("说明疑似拆分"), run=services.explain_flag
)
expose(router, (_THRESHOLD,), answer=told.Threshold, tell=plain(told.Threshold))
expose(router, (_DECISION,), answer=told.Decision, tell=plain(told.Decision))
expose(router, (_EXPLANATION,), answer=told.SplitFlag, tell=plain(told.SplitFlag))
