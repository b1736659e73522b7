"""Texts brought in, the duties found in them, and their confirmation."""

from django.utils.translation import gettext_noop as _
from ninja import Router
from ninja.responses import Status

from zhongshu.api import tellings
from zhongshu.api.auth import common
from zhongshu.api.schemas import given, told
from zhongshu.api.uploads import own_files
from zhongshu.kernel.requests import Request
from zhongshu.supervision import queries, services

router = Router(tags=[_("导入")])


@router.post("/intakes", response={201: told.Intake}, summary=_("导入材料，识别任务"))
def bring_in(request: Request, body: given.Text) -> Status[told.Intake]:
    """Find the duties in a text or in an uploaded file."""
    words = body.dict()
    file_id = words.pop("file_id")
    file = own_files(request.actor, [file_id])[0] if file_id else None
    brought = services.bring_in(file=file, **words, **common(request))
    return Status(201, tellings.intake(brought))


@router.get("/intakes/{intake_id}", response=told.Intake, summary=_("一份材料和识别出的任务"))
def show_intake(request: Request, intake_id: int) -> told.Intake:
    """The findings with the characters they were read from."""
    return tellings.intake(queries.intake_for(request.actor, intake_id))


@router.post("/intakes/{intake_id}/confirmation", response={201: told.Opened}, summary=_("确认立项"))
def confirm(request: Request, intake_id: int, body: given.Confirmation) -> Status[told.Opened]:
    """Open a matter for each duty that is to be followed: all in one go or none."""
    choices = [
        services.Choice(
            **one.dict(exclude={"support_ids", "decided", "instead_ids"}),
            support_ids=tuple(one.support_ids),
            instead_ids=tuple(one.instead_ids),
            decided=services.Decided(**one.decided.dict()),
        )
        for one in body.choices
    ]
    whole = body.dict(exclude={"choices"})
    opened = services.confirm(intake_id=intake_id, choices=choices, **whole, **common(request))
    given_days = [one.due for one in body.choices if not one.no_follow_up]
    return Status(201, tellings.opened((one.matter for one in opened), given_days))
