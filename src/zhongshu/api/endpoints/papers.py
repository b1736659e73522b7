"""Papers of supervision: drafted from the data, written on, issued, replaced, taken away."""

from typing import Literal

from django.http import FileResponse
from django.utils.translation import gettext_noop as _
from ninja import Router

from zhongshu.api.exposing import Offer, expose
from zhongshu.api.schemas import papers as told
from zhongshu.api.tellings import papers as tellings
from zhongshu.kernel.requests import Request
from zhongshu.platform.files import services as files
from zhongshu.supervision import queries, services
from zhongshu.supervision.models import PaperKind

router = Router(tags=[_("文书")])
PAPER = "/papers/{paper_id}"


@router.get("/papers", response=told.Papers, summary=_("文书列表"))
def papers(request: Request, drafts: bool = False, cursor: str = "") -> told.Papers:
    """Papers issued that the asker may see, or the drafts; the newest first."""
    page = queries.papers(request.actor, drafts=drafts, cursor=cursor)
    return told.Papers(rows=[tellings.paper(one) for one in page.rows], next_cursor=page.next_cursor)


@router.get(PAPER, response=told.Paper, summary=_("一份文书"))
def show_paper(request: Request, paper_id: int) -> told.Paper:
    """As it went out, or as it is written on."""
    return tellings.paper(queries.paper(request.actor, paper_id))


@router.get(PAPER + "/files/{form}", summary=_("下载文书"))
def paper_file(request: Request, paper_id: int, form: Literal["pdf", "docx"]) -> FileResponse:
    """The PDF of record or the Word copy of an issued paper; written into its journal."""
    return files.serve(services.take_paper(actor=request.actor, paper_id=paper_id, form=form, at=request.at))


expose(
    router,
    (
        Offer(
            path="/directives/{directive_id}/papers", title=_("拟一份文书"), run=services.draft_paper,
            words={"kind": PaperKind}, status=201,
        ),
        Offer(
            path=PAPER + "/words", title=_("修改文书的文字"), run=services.word_paper,
            words={"words": dict[str, str]},
        ),
        Offer(path=PAPER + "/issue", title=_("编号发出"), run=services.issue_paper),
        Offer(path=PAPER + "/discarding", title=_("弃稿"), run=services.discard_paper),
        Offer(path=PAPER + "/reissue", title=_("内容有误，重发"), run=services.reissue_paper, status=201),
    ),
    answer=told.Paper,
    tell=tellings.made,
)  # fmt: skip
