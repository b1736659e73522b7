"""Inspections: planned, approved, done step by step, settled finding by finding, and what was concluded."""

from typing import Any, Literal

from django.http import FileResponse
from django.utils.translation import gettext_noop as _
from ninja import Query, Router, Schema

from zhongshu.api.exposing import Offer, Words, expose, text
from zhongshu.api.schemas import inspections as told
from zhongshu.api.schemas.inspections_sent import PlanSent
from zhongshu.api.tellings import inspections as tellings
from zhongshu.inspections import queries, services
from zhongshu.inspections.models import Kind, Method, State
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.requests import Request
from zhongshu.platform.files import services as files

router = Router(tags=[_("督查行动")])
ONE = "/inspections/{matter_id}"
FINDING = "/inspections/findings/{finding_id}"


class Narrowed(Schema):
    """The filters of the list of inspections."""

    text: str = ""
    kind: Kind | Literal[""] = ""
    state: State | Literal[""] = ""


@router.get("/inspections", response=told.InspectionLines, summary=_("督查行动列表"))
def inspections(request: Request, narrowed: Query[Narrowed], cursor: str = "") -> told.InspectionLines:
    """Those that the asker may know of, the newest first."""
    rows = queries.inspections(request.actor, queries.Narrowed(**narrowed.dict()))
    return tellings.lines(queries.page_of(rows, cursor=cursor))


@router.get(ONE, response=told.Inspection, summary=_("一次督查行动"))
def show_inspection(request: Request, matter_id: int) -> told.Inspection:
    """Its plan, team, steps, findings and conclusions."""
    return tellings.inspection(request, matter_id)


@router.get(ONE + "/files/{attachment_id}", summary=_("下载督查材料"))
def inspection_file(request: Request, matter_id: int, attachment_id: int) -> FileResponse:
    """One file of an inspection; the download is written into its journal."""
    given = {"matter_id": matter_id, "attachment_id": attachment_id}
    return files.serve(services.take_file(actor=request.actor, at=request.at, **given))


def _planned(body: PlanSent, actor: Actor) -> Words:
    sent = body.dict()
    return {
        "plan": services.Plan(
            **sent | {name: tuple(sent[name]) for name in ("unit_ids", "member_ids", "instead_ids")}
        )
    }


def _of_one(request: Request, done: Any) -> told.Inspection:
    return tellings.inspection(request, done.pk)


def _of_its(request: Request, made: Any) -> told.Inspection:
    return tellings.inspection(request, made.inspection_id)


expose(
    router,
    (
        Offer(
            path="/inspections", title=_("拟订督查方案"), run=services.plan_inspection, status=201, body=PlanSent,
            read=_planned,
        ),
        Offer(path=ONE + "/approval", title=_("批准督查"), run=services.approve, words={"opinion": text(300)}),
        Offer(path=ONE + "/stop", title=_("不批准或终止督查"), run=services.stop, words={"reason": text(300)}),
        Offer(path=ONE + "/team", title=_("调整督查组"), run=services.change_team, words={"reason": text(200)}),
    ),
    answer=told.Inspection,
    tell=_of_one,
)  # fmt: skip
expose(
    router,
    (
        Offer(
            path=ONE + "/steps", title=_("记录督查情况"), run=services.record_step, status=201,
            words={"method": Method, "place": text(100)},
        ),
        Offer(path=ONE + "/findings", title=_("记下发现的问题"), run=services.note_finding, status=201),
        Offer(
            path=FINDING + "/directive", title=_("立为督办事项"), run=services.follow_finding, status=201,
            words={"title": text(200), "basis": text(200), "another_because": text(200)},
        ),
        Offer(path=ONE + "/report", title=_("重报督查专报"), run=services.reissue_report, status=201),
        Offer(path=FINDING + "/joining", title=_("并入已有的督办事项"), run=services.join_finding),
        Offer(
            path=FINDING + "/no-follow-up", title=_("不立督办，写明理由"), run=services.leave_finding,
            words={"reason": text(300)},
        ),
    ),
    answer=told.Inspection,
    tell=_of_its,
)  # fmt: skip
