"""Claims and advances: lists, one of them, handing in, paying, booking. Their approval is under ``approvals``."""

from typing import Any, Literal

from django.utils.translation import gettext_noop as _
from ninja import Query, Router, Schema

from zhongshu.api.exposing import Offer, Words, expose, text
from zhongshu.api.schemas import claims as told
from zhongshu.api.schemas.amounts import SumSent
from zhongshu.api.schemas.claims_sent import ClaimAmended, ClaimSent
from zhongshu.api.tellings import money as tellings
from zhongshu.api.uploads import own_files
from zhongshu.approvals.models import Status
from zhongshu.finance import queries, services
from zhongshu.finance.models import Category, ClaimKind, PayWay
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request

router = Router(tags=[_("报销借款")])
CLAIM = "/claims/{matter_id}"


class Narrowed(Schema):
    """The filters of the list of claims."""

    box: Literal["mine", "waiting", "all"] = "mine"
    text: str = ""
    kind: ClaimKind | Literal[""] = ""
    category: Category | Literal[""] = ""
    state: Status | Literal[""] = ""


@router.get("/claims", response=told.ClaimLines, summary=_("报销借款列表"))
def claims(request: Request, narrowed: Query[Narrowed], cursor: str = "") -> told.ClaimLines:
    """The asker's own, those waiting for him, or all he may know of; the newest first."""
    page = queries.claims_page(request.actor, queries.Narrowed(**narrowed.dict()), cursor=cursor)
    return tellings.lines(request, page)


@router.get("/claims/ageing", response=list[told.Waiting], summary=_("报销办理速度"))
def ageing(request: Request) -> list[told.Waiting]:
    """Claims on their way, the longest waiting first (F-14)."""
    found = queries.ageing(request.actor, local_day(request.at))
    return [
        told.Waiting(
            id=one.claim.pk, number=one.claim.matter.number, waits_for=one.waits_for,  # type: ignore[arg-type]
            days=one.days, allowed=one.allowed, late=one.is_late,
        )
        for one in found
    ]  # fmt: skip


@router.get(CLAIM, response=told.Claim, summary=_("一张报销单或借款单"))
def show_claim(request: Request, matter_id: int) -> told.Claim:
    """The money, and the paper that decides it."""
    return tellings.claim(request, matter_id)


def _drafted(body: ClaimSent, actor: Actor) -> Words:
    """The draft that a claim is handed in as; files are those the asker has uploaded."""
    sent = body.dict(exclude={"items", "slips", "file_ids", "opinion"})
    ids = [one.file_id for one in body.slips if one.file_id]
    stored = {one.pk: one for one in own_files(actor, [*ids, *body.file_ids])}
    items = tuple(services.Item(**one.dict()) for one in body.items)
    slips = tuple(
        services.Slip(**one.dict(exclude={"file_id"}), file=stored.get(one.file_id or 0))
        for one in body.slips
    )
    files = tuple(stored[one] for one in body.file_ids)
    draft = services.Draft(**sent, items=items, slips=slips, files=files)
    return {"draft": draft, **body.dict(include={"opinion"})}


def _claim(request: Request, done: Any) -> told.Claim:
    return tellings.claim(request, done.pk)


expose(
    router,
    (
        Offer(
            path="/claims", title=_("提交报销或借款"), run=services.submit_claim, status=201,
            body=ClaimSent, read=_drafted,
        ),
        Offer(
            path=CLAIM + "/amendment", title=_("修改后再提交报销或借款"), run=services.amend_claim,
            body=ClaimAmended, read=_drafted,
        ),
        Offer(path=CLAIM + "/payment", title=_("付款"), run=services.pay_claim, words={"way": PayWay, "proof": text(60)}),
        Offer(path=CLAIM + "/booking", title=_("记账"), run=services.book_claim, words={"voucher": text(40)}),
        Offer(path=CLAIM + "/decision", title=_("关联会议决定"), run=services.link_decision),
        Offer(
            path=CLAIM + "/repayment", title=_("登记还款"), run=services.repay_advance,
            words={"receipt": text(60), "way": PayWay, "deposit": text(60), "amount": SumSent},
        ),
    ),
    answer=told.Claim,
    tell=_claim,
)  # fmt: skip
