"""Supervised matters: the ledger, one of them, opening one."""

from datetime import date
from typing import Literal

from django.utils.translation import gettext_noop as _
from ninja import Query, Router, Schema
from ninja.responses import Status

from zhongshu.api import tellings
from zhongshu.api.auth import common
from zhongshu.api.schemas import given, told
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.supervision import queries, services
from zhongshu.supervision.models import Origin, State

router = Router(tags=[_("督办")])


class Narrowed(Schema):
    """The filters of the ledger."""

    text: str = ""
    state: State | Literal[""] = ""
    unit_id: int | None = None
    late: bool = False
    due_from: date | None = None
    due_to: date | None = None
    origin: Origin | Literal[""] = ""
    closed: bool = False
    soon: bool = False
    risk: bool = False
    unreported: bool = False


@router.get("/directives", response=told.Lines, summary=_("督办台账"))
def ledger(request: Request, narrowed: Query[Narrowed], cursor: str = "") -> told.Lines:
    """Open matters by date, earliest first; closed ones, or those that contain words, newest first."""
    filters = queries.Filter(**narrowed.dict())
    page = queries.ledger(request.actor, filters, today=local_day(request.at), cursor=cursor)
    return tellings.lines(page)


def _task(body: given.Opening) -> services.Task:
    words = body.dict(exclude={"unit_id", "decided"})
    return services.Task(**words | {name: tuple(words[name]) for name in ("support_ids", "instead_ids")})


@router.post("/directives", response={201: told.Directive}, summary=_("立项并交办"))
def open_directive(request: Request, body: given.Entry) -> Status[told.Directive]:
    """Register, docket and hand out one matter; what is like an open matter must be decided (D-04).

    The answer is the matter opened, or the one it was merged into.
    """
    decided = [services.Decided(**body.decided.dict())]
    (opened,) = services.enter(unit_id=body.unit_id, tasks=[_task(body)], decided=decided, **common(request))
    return Status(201, tellings.directive(request, opened.pk, [body.due]))


@router.post("/entries", response={201: told.Opened}, summary=_("一个来源的几项任务，一并立项"))
def enter(request: Request, body: given.Entries) -> Status[told.Opened]:
    """Each task becomes a matter, linked to the others; what is like an open matter must be decided (D-04)."""
    tasks = [_task(one) for one in body.tasks]
    decided = [services.Decided(**one.decided.dict()) for one in body.tasks]
    unit_id = body.tasks[0].unit_id
    opened = services.enter(unit_id=unit_id, tasks=tasks, decided=decided, **common(request))
    return Status(201, tellings.opened((one.matter for one in opened), [one.due for one in body.tasks]))


@router.get("/directives/{directive_id}", response=told.Directive, summary=_("一件督办"))
def show_directive(request: Request, directive_id: int) -> told.Directive:
    """All that the asker may know of it."""
    return tellings.directive(request, directive_id)


@router.get("/directives/{directive_id}/rounds", response=list[told.Round], summary=_("各期回告"))
def rounds(request: Request, directive_id: int) -> list[told.Round]:
    """Its reporting rounds, the latest first."""
    found = queries.get(request.actor, directive_id)
    return [tellings.round_of(one) for one in queries.rounds(found)]


@router.get("/directives/{directive_id}/figures", response=list[told.Figure], summary=_("填报数据"))
def figures(request: Request, directive_id: int) -> list[told.Figure]:
    """The figures asked with it, given or not, the newest first."""
    found = queries.get(request.actor, directive_id)
    return [tellings.figure(one) for one in queries.asks(found)]


@router.get("/directives/{directive_id}/timeline", response=list[told.Event], summary=_("办理记录"))
def timeline(request: Request, directive_id: int) -> list[told.Event]:
    """Its journal in sentences, newest first."""
    return tellings.events(request, queries.timeline(request.actor, queries.get(request.actor, directive_id)))
