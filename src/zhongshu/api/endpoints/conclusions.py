"""What inspections concluded about each unit: told, accepted, contested, decided on again."""

from typing import Any, Literal

from django.utils.translation import gettext_noop as _
from ninja import Query, Router, Schema

from zhongshu.api.exposing import Offer, expose
from zhongshu.api.schemas import conclusions as told
from zhongshu.api.tellings import conclusions as tellings
from zhongshu.inspections import queries, services
from zhongshu.inspections.models import Outcome, Standing
from zhongshu.kernel.requests import Request

router = Router(tags=[_("督查结论")])
ONE = "/conclusions/{matter_id}"


class Narrowed(Schema):
    """The filters of the list of conclusions."""

    text: str = ""
    state: Standing | Literal[""] = ""


@router.get("/conclusions", response=told.ConclusionLines, summary=_("督查结论列表"))
def conclusions(request: Request, narrowed: Query[Narrowed], cursor: str = "") -> told.ConclusionLines:
    """Those that the asker may know of, the newest first."""
    rows = queries.conclusions(request.actor, queries.Narrowed(**narrowed.dict()))
    page = queries.page_of(rows, cursor=cursor)
    return tellings.lines(page.rows, page.next_cursor)


@router.get(ONE, response=told.Conclusion, summary=_("一份督查结论"))
def show_conclusion(request: Request, matter_id: int) -> told.Conclusion:
    """What the unit was told, what was found with it, and the review."""
    return tellings.conclusion(request, matter_id)


def _of_review(request: Request, done: Any) -> told.Conclusion:
    return tellings.conclusion(request, done.conclusion_id)


expose(
    router,
    (
        Offer(
            path="/inspections/{matter_id}/conclusions", title=_("反馈督查结论"), run=services.feed_back,
            status=201, words={"texts": dict[int, str]},
        ),
    ),
    answer=told.ConclusionLines,
    tell=lambda request, made: tellings.lines(made),
)  # fmt: skip
expose(
    router,
    (Offer(path=ONE + "/acceptance", title=_("认可结论"), run=services.accept_conclusion),),
    answer=told.Conclusion,
    tell=lambda request, done: tellings.conclusion(request, done.pk),
)
expose(
    router,
    (
        Offer(path=ONE + "/review", title=_("申请复核"), run=services.ask_review, status=201),
        Offer(
            path=ONE + "/decision", title=_("复核督查结论"), run=services.decide_review, words={"outcome": Outcome}
        ),
    ),
    answer=told.Conclusion,
    tell=_of_review,
)  # fmt: skip
