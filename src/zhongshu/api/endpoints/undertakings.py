"""Contracts and major projects: the register, one of them, handing in, signing, acceptance."""

from typing import Any

from django.utils.translation import gettext_noop as _
from ninja import Query, Router, Schema

from zhongshu.api.exposing import Offer, Words, expose, text
from zhongshu.api.schemas import undertakings as told
from zhongshu.api.schemas.undertakings_sent import PlanAmended, PlanSent
from zhongshu.api.tellings import undertakings as tellings
from zhongshu.api.uploads import own_files
from zhongshu.finance import queries, services
from zhongshu.finance.models import UndertakingKind
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.requests import Request

router = Router(tags=[_("合同项目")])
ONE = "/undertakings/{matter_id}"


class Narrowed(Schema):
    """The filters of the register."""

    kind: UndertakingKind = UndertakingKind.CONTRACT
    text: str = ""
    stage: queries.Stage | None = None


@router.get("/undertakings", response=told.UndertakingLines, summary=_("合同或项目列表"))
def undertakings(request: Request, narrowed: Query[Narrowed], cursor: str = "") -> told.UndertakingLines:
    """Contracts, or projects, that the asker may know of; the newest first."""
    asked = queries.Register(kind=narrowed.kind, text=narrowed.text, stage=narrowed.stage or "")
    return tellings.lines(request, queries.register_page(request.actor, asked, cursor=cursor))


@router.get(ONE, response=told.Undertaking, summary=_("一份合同或一个项目"))
def show_undertaking(request: Request, matter_id: int) -> told.Undertaking:
    """The sum, what runs from it, and the paper that decides it."""
    return tellings.undertaking(request, matter_id)


def _planned(body: PlanSent, actor: Actor) -> Words:
    sent = body.dict(exclude={"file_ids", "opinion"})
    return {"plan": services.Plan(**sent, files=tuple(own_files(actor, body.file_ids)))}


def _amended(body: PlanAmended, actor: Actor) -> Words:
    return {**_planned(body, actor), "opinion": body.opinion}


def _one(request: Request, done: Any) -> told.Undertaking:
    return tellings.undertaking(request, done.pk)


expose(
    router,
    (
        Offer(
            path="/undertakings", title=_("提交合同或项目"), run=services.submit_undertaking, status=201,
            body=PlanSent, read=_planned,
        ),
        Offer(
            path=ONE + "/amendment", title=_("修改后再提交合同或项目"), run=services.amend_undertaking,
            body=PlanAmended, read=_amended,
        ),
        Offer(path=ONE + "/signing", title=_("登记签订"), run=services.sign_contract),
        Offer(
            path=ONE + "/acceptance", title=_("验收"), run=services.accept_undertaking,
            words={"acceptance": text(300)},
        ),
        Offer(
            path=ONE + "/decision", title=_("关联会议决定"), run=services.link_decision,
            called="finance_link_undertaking",
        ),
    ),
    answer=told.Undertaking,
    tell=_one,
)  # fmt: skip
