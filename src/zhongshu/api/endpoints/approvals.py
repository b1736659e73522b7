"""Papers of approval: lists, one of them, every verb. Papers of money are approved here, too."""

from typing import Literal

from django.http import FileResponse, HttpResponse
from django.utils.translation import gettext_noop as _
from ninja import Query, Router, Schema

from zhongshu.api.auth import common
from zhongshu.api.schemas import approvals as told
from zhongshu.api.schemas.bulk import AgreedMany, NotDone, Ticked
from zhongshu.api.tellings import approvals as tellings
from zhongshu.api.tellings.approval_rows import route, row
from zhongshu.approvals import queries, services
from zhongshu.approvals.models import KIND, Status
from zhongshu.kernel.requests import Request
from zhongshu.platform.files import services as files
from zhongshu.ui.downloads import attachment

router = Router(tags=[_("审批")])
PAPER = "/approvals/{matter_id}"


class Narrowed(Schema):
    """The filters of the list of papers."""

    scope: Literal["waiting", "mine", "all"] = "waiting"
    text: str = ""
    state: Status | Literal[""] = ""
    route: str = ""
    ended: bool = False


@router.get("/approvals", response=told.PaperLines, summary=_("审批列表"))
def approvals(request: Request, narrowed: Query[Narrowed], cursor: str = "") -> told.PaperLines:
    """Papers waiting for the asker, handed in by him, or all he may know of; the newest first."""
    page = queries.listed(request.actor, queries.Filter(**narrowed.dict()), after=cursor)
    return told.PaperLines(
        rows=[told.PaperLine(**row(one)) for one in page.rows], next_cursor=page.next_cursor
    )


@router.get("/approvals/routes", response=list[told.RouteOpen], summary=_("可以发起的审批路线"))
def routes(request: Request) -> list[told.RouteOpen]:
    """Routes along which the asker can start a request, with the fields of their forms."""
    return [route(one) for one in queries.startable(request.actor, KIND)]


@router.post("/approvals/agreements", response=AgreedMany, summary=_("批量同意"))
def agree_many(request: Request, body: Ticked) -> AgreedMany:
    """Agree to exactly these papers, one by one: what is refused for one does not hold up the others."""
    done = services.agree_many(**body.dict(), **common(request))
    refused = [NotDone(id=pk, code=no.code, why=str(no.sentence)) for pk, no in done.refused]
    return AgreedMany(done=list(done.done), refused=refused)


@router.get(PAPER, response=told.Approval, summary=_("一份审批"))
def show_approval(request: Request, matter_id: int) -> told.Approval:
    """All that the asker may know of it; ``offered`` names what he may do now."""
    return tellings.paper(request, matter_id)


@router.get(PAPER + "/sheet", summary=_("审批单（PDF）"))
def approval_sheet(request: Request, matter_id: int) -> HttpResponse:
    """Its sheet as it stands now; the download is written into its journal."""
    made = services.take_sheet(actor=request.actor, matter_id=matter_id, at=request.at)
    name = services.sheet_name(queries.get(request.actor, matter_id))
    return HttpResponse(made, content_type="application/pdf", headers=attachment(name))


@router.get(PAPER + "/files/{attachment_id}", summary=_("下载审批的附件"))
def approval_file(request: Request, matter_id: int, attachment_id: int) -> FileResponse:
    """One of its files; the download is written into its journal."""
    taken = services.take_file(
        actor=request.actor, matter_id=matter_id, attachment_id=attachment_id, at=request.at
    )
    return files.serve(taken)
