"""Who one is, one's boxes, search, and the directory of units."""

from typing import Literal

from django.utils.translation import gettext_noop as _
from ninja import Router

from zhongshu.api import tellings
from zhongshu.api.schemas import told
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.matters import queries as matters
from zhongshu.matters import services
from zhongshu.org import queries as org
from zhongshu.supervision import queries as supervision

router = Router(tags=[_("办公桌")])
Box = Literal["todo", "toread", "done"]


@router.get("/me", response=told.Me, summary=_("我是谁"))
def me(request: Request) -> told.Me:
    """The asker in the posts of today."""
    return tellings.me(request.actor)


@router.get("/boxes", response=told.Counts, summary=_("四箱件数"))
def counts(request: Request) -> told.Counts:
    """How much lies on one's desk."""
    counted = matters.counts(request.actor, local_day(request.at))
    return told.Counts.model_validate(counted, from_attributes=True)


@router.get("/boxes/started", response=told.Lines, summary=_("我发起"))
def started(request: Request, cursor: str = "") -> told.Lines:
    """What one has opened, newest first."""
    return tellings.lines(matters.started(request.actor, cursor=cursor))


@router.get("/boxes/{box}", response=told.Lines, summary=_("待办、待阅、已办"))
def box(request: Request, box: Box, cursor: str = "") -> told.Lines:
    """One page of a box."""
    actor = request.actor
    page = (
        matters.done(actor, cursor=cursor)
        if box == "done"
        else matters.todo(actor, reading=box == "toread", cursor=cursor)
    )
    return told.Lines(rows=[tellings.held_line(one) for one in page.rows], next_cursor=page.next_cursor)


@router.post("/matters/{matter_id}/reading", response=told.Counts, summary=_("已阅"))
def read(request: Request, matter_id: int) -> told.Counts:
    """Out of the to-read box."""
    services.mark_read(actor=request.actor, matter_id=matter_id, at=request.at)
    return counts(request)


@router.get("/units", response=list[told.Unit], summary=_("机构目录"))
def units(request: Request) -> list[told.Unit]:
    """All units that exist, in the order of the tree."""
    return [told.Unit.model_validate(unit, from_attributes=True) for unit in org.open_units()]


@router.get("/search", response=told.Lines, summary=_("搜索督办事项"))
def search(request: Request, q: str, cursor: str = "") -> told.Lines:
    """Matters that contain the words, open or closed, newest first."""
    narrowed = supervision.Filter(text=q)
    return tellings.lines(
        supervision.ledger(request.actor, narrowed, today=local_day(request.at), cursor=cursor)
    )
