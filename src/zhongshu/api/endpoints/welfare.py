"""Services to employees: what is offered, the agencies' calendar, and the cases on their way."""

from datetime import date
from typing import Any, Literal

from django.http import FileResponse
from django.utils.translation import gettext_noop as _
from ninja import Query, Router, Schema

from zhongshu.api.exposing import Offer, expose, text
from zhongshu.api.schemas import welfare as told
from zhongshu.api.tellings import welfare as tellings
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.platform.files import services as files
from zhongshu.welfare import queries, services
from zhongshu.welfare.models import Outcome, Rest, State

router = Router(tags=[_("职工服务")])
SERVICE = "/welfare/services/{service_id}"
ONE = "/welfare/{matter_id}"


class Narrowed(Schema):
    """The filters of the list of cases."""

    text: str = ""
    branch: str = ""
    state: State | Literal[""] = ""
    scope: Literal["", "mine", "open"] = ""
    late: Literal["", "late"] = ""


@router.get("/welfare/services", response=list[told.Service], summary=_("服务事项和受理期"))
def welfare_services(request: Request) -> list[told.Service]:
    """What the organs of the asker offer, with the windows that come next."""
    today = local_day(request.at)
    return [tellings.service(one, today) for one in queries.services(request.actor)]


@router.get("/welfare", response=told.CaseLines, summary=_("职工服务办件列表"))
def welfare(request: Request, narrowed: Query[Narrowed], cursor: str = "") -> told.CaseLines:
    """Those that the asker may know of, the newest first."""
    rows = queries.cases(request.actor, queries.Narrowed(**narrowed.dict()))
    return tellings.lines(queries.page_of(rows, cursor=cursor))


@router.get(ONE, response=told.Case, summary=_("一个办件"))
def show_welfare(request: Request, matter_id: int) -> told.Case:
    """Its window, papers, receipt and answer."""
    return tellings.case(request, matter_id)


@router.get(ONE + "/files/{attachment_id}", summary=_("下载办件附件"))
def welfare_file(request: Request, matter_id: int, attachment_id: int) -> FileResponse:
    """One file of a case; the download is written into its journal."""
    given = {"matter_id": matter_id, "attachment_id": attachment_id}
    return files.serve(services.take_file(actor=request.actor, at=request.at, **given))


def _of_one(request: Request, done: Any) -> told.Case:
    return tellings.case(request, done.pk)


def _of_service(request: Request, done: Any) -> told.Service:
    return tellings.service(done, local_day(request.at))


def _of_edition(request: Request, done: Any) -> told.Service:
    return _of_service(request, queries.service(request.actor, done.service_id))


expose(
    router,
    (
        Offer(
            path="/welfare/services", title=_("设立服务事项"), run=services.offer_service, status=201,
            words={"branch": text(20), "name": text(60), "agency": text(60), "papers": list[text(60)]},  # type: ignore[misc]
        ),
        Offer(
            path=SERVICE, title=_("更新服务事项"), run=services.change_service,
            words={"branch": text(20), "agency": text(60), "papers": list[text(60)]},  # type: ignore[misc]
        ),
    ),
    answer=told.Service,
    tell=_of_service,
)  # fmt: skip
expose(
    router,
    (
        Offer(
            path=SERVICE + "/calendar", title=_("录入受理期"), run=services.set_calendar, status=201,
            words={"windows": text(500), "rest": Rest, "source": text(200), "valid_from": date},
        ),
    ),
    answer=told.Service,
    tell=_of_edition,
)  # fmt: skip
expose(
    router,
    (
        Offer(
            path=SERVICE + "/cases", title=_("申请办理"), run=services.ask, status=201,
            words={"note": text(1000), "handed": list[text(60)]},  # type: ignore[misc]
        ),
        Offer(
            path=ONE + "/submission", title=_("报送经办机构"), run=services.submit,
            words={"receipt": text(60), "because": text(200)},
        ),
        Offer(
            path=ONE + "/return", title=_("退回补材料"), run=services.send_back,
            words={"missing": list[text(60)], "reason": text(300)},  # type: ignore[misc]
        ),
        Offer(
            path=ONE + "/papers", title=_("补材料"), run=services.supplement,
            words={"handed": list[text(60)], "note": text(1000)},  # type: ignore[misc]
        ),
        Offer(
            path=ONE + "/answer", title=_("记下机构的答复"), run=services.answer,
            words={"outcome": Outcome, "answer": text(1000)},
        ),
        Offer(path=ONE + "/reply", title=_("回告本人，办结"), run=services.report_back, words={"told": text(1000)}),
        Offer(path=ONE + "/withdrawal", title=_("撤回"), run=services.withdraw, words={"reason": text(300)}),
    ),
    answer=told.Case,
    tell=_of_one,
)  # fmt: skip
