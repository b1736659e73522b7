"""Money sought from above: applications with what was granted, received and used."""

from django.utils.translation import gettext_noop as _
from ninja import Router

from zhongshu.api.exposing import Offer, expose, text
from zhongshu.api.schemas import registers as told
from zhongshu.api.schemas.amounts import SumSent
from zhongshu.api.tellings import money as tellings
from zhongshu.api.tellings.records import each
from zhongshu.finance import queries, services
from zhongshu.finance.models import MovementKind
from zhongshu.kernel.requests import Request

router = Router(tags=[_("资金")])
PROJECT = {"project": text(200, least=1), "asked_of": text(100, least=1), "paper": text(200)}


@router.get("/funds", response=list[told.Fund], summary=_("争取资金"))
def funds(request: Request) -> list[told.Fund]:
    """The newest first."""
    return each(told.Fund, queries.funds(request.actor)[: told.MOST])


_NEW = Offer(
    path="/funds", title=_("登记争取资金"), run=services.enter_fund, status=201,
    words={**PROJECT, "asked": SumSent},
)  # fmt: skip
_MOVEMENT = Offer(
    path="/funds/{fund_id}/movements", title=_("登记批复、到账、使用"), run=services.enter_movement, status=201,
    words={"kind": MovementKind, "paper": text(200), "amount": SumSent},
)  # fmt: skip
_LINK = Offer(path="/funds/{fund_id}/matter", title=_("关联事项"), run=services.link_fund)
_CLOSURE = Offer(path="/funds/{fund_id}/closure", title=_("办结争取资金"), run=services.close_fund)
expose(router, (_NEW, _LINK, _CLOSURE), answer=told.Fund, tell=tellings.fund)
expose(
    router,
    (_MOVEMENT,),
    answer=told.Fund,
    tell=lambda request, made: tellings.fund(request, made.application),
)
