"""By which paper a department inspects for an organ (D-05)."""

from typing import Any

from django.http import FileResponse
from django.utils.translation import gettext_noop as _
from ninja import Router

from zhongshu.api.exposing import Offer, expose, text
from zhongshu.api.schemas import designations as told
from zhongshu.api.tellings import designations as tellings
from zhongshu.inspections import queries, services
from zhongshu.kernel.requests import Request
from zhongshu.platform.files import services as files

router = Router(tags=[_("书面指定")])


@router.get("/designations", response=told.Designations, summary=_("书面指定列表"))
def designations(request: Request, cursor: str = "") -> told.Designations:
    """Those that the asker may know of, the newest first."""
    page = queries.page_of(queries.designations(request.actor), cursor=cursor)
    return told.Designations(
        rows=[tellings.designation(one) for one in page.rows], next_cursor=page.next_cursor
    )


@router.get("/designations/{designation_id}/paper", summary=_("下载书面指定"))
def designation_paper(request: Request, designation_id: int) -> FileResponse:
    """The paper itself; the download is written down."""
    taken = services.take_designation(actor=request.actor, designation_id=designation_id, at=request.at)
    return files.serve(taken)


def _told(request: Request, made: Any) -> told.Designation:
    return tellings.designation(queries.designation(request.actor, made.pk))


expose(
    router,
    (
        Offer(
            path="/organs/{organ_id}/designations", title=_("书面指定部门督查"), run=services.designate,
            status=201,
            words={"matter": text(200), "scope": text(300), "duty": text(300), "paper": text(100)},
        ),
        Offer(
            path="/designations/{designation_id}/withdrawal", title=_("撤回书面指定"),
            run=services.withdraw_designation, words={"reason": text(300)},
        ),
    ),
    answer=told.Designation,
    tell=_told,
)  # fmt: skip
